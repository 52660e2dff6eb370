import { finishBlock } from "./closeBlock.ts";
import { LexicalFailure } from "./scanner/lexicalFailure.ts";
import type { StatementReading } from "./statementReading.ts";
import { SyntaxFailure } from "./syntaxFailure.ts";
import { lastToken, resume } from "./tokenStream.ts";
import { kinds } from "./tokens.ts";

/**
 * Goes on behind a failure in the statement that begins at `start`: after the line, or before the next directive. False
 * where nothing is left to read, or where the rest is `abandoned`; then all blocks are closed.
 */
export function recover(statements: StatementReading, failure: unknown, start: number, abandoned: boolean): boolean {
	const { reading, blocks } = statements;
	const { text, tokens } = reading;
	const { at, atEnd } = placeOf(failure);
	if (atEnd || abandoned) {
		const end = text.length;
		const reached = Math.max(lastToken(tokens).end, start);
		while (blocks.innermost() !== undefined) {
			if (reached < end) breakOff(statements, reached, end);
			finishBlock(statements, end, end);
		}
		const lastEnd = blocks.top.at(-1)?.end ?? 0;
		if (lastEnd < end) breakOff(statements, lastEnd, end);
		return false;
	}
	const end = resumption(text, Math.max(at, start + 1));
	breakOff(statements, start, end);
	resume(tokens, end);
	return end < text.length || blocks.innermost() !== undefined;
}

/** Where reading failed. Any other failure is a mistake of ours. */
function placeOf(failure: unknown): { readonly at: number; readonly atEnd: boolean } {
	if (failure instanceof LexicalFailure) return { at: failure.died, atEnd: false };
	if (failure instanceof SyntaxFailure) {
		return { at: failure.token.start, atEnd: failure.token.kind === kinds.eof };
	}
	throw failure;
}

/** What could not be read stands in the tree too, from where the last statement ended. */
function breakOff({ reading, blocks }: StatementReading, start: number, end: number): void {
	const from = blocks.last()?.end ?? start;
	if (from < end) blocks.add({ kind: "broken", start: reading.origin(from), end: reading.origin(end) });
}

function resumption(text: string, from: number): number {
	for (let i = from; i < text.length; i++) {
		const c = text[i];
		if (c === "\n" || c === ")") return i + 1;
		if (c === "#" && i > from) return i;
	}
	return text.length;
}
