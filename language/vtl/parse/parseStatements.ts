import type { Statement } from "../nodes.ts";
import { closeBlock } from "./closeBlock.ts";
import { createOpenBlocks } from "./openBlocks.ts";
import { parseDirective } from "./parseDirective.ts";
import { openBranch, openIf } from "./parseIf.ts";
import { parseComment, parseEscape, parseEscapedDirective, parseText, parseTextblock } from "./parsePlain.ts";
import { parseReference } from "./parseReference.ts";
import { parseSet } from "./parseSet.ts";
import type { Reading } from "./reading.ts";
import { recover } from "./recover.ts";
import type { StatementReading } from "./statementReading.ts";
import { SyntaxFailure } from "./syntaxFailure.ts";
import { lastToken, nextToken, peek, peekAhead, refuse } from "./tokenStream.ts";
import { kinds } from "./tokens.ts";

export type Watch = {
	/** Takes a failure of the parser in the statement that begins at `start`; false when there were too many. */
	report(failure: unknown, start: number): boolean;
	/** Asked between statements that stand in no block; true ends the reading there. */
	isEnough(at: number): boolean;
};

/** Puts statements behind those in `top`, up to the end of the text or to where there are enough. */
export function parseStatements(reading: Reading, macros: Set<string>, top: Statement[], watch: Watch): void {
	const { tokens } = reading;
	const blocks = createOpenBlocks(top);
	const statements: StatementReading = { reading, blocks, macros };
	for (;;) {
		const start = lastToken(tokens).end;
		if (blocks.innermost() === undefined && watch.isEnough(start)) return;
		try {
			if (parseStatement(statements, start)) continue;
			const end = nextToken(tokens);
			if (end.kind !== kinds.eof) refuse(tokens);
			const open = blocks.innermost();
			if (open !== undefined) {
				throw new SyntaxFailure(end, `#${open.kind === "if" ? "if" : open.head.name} has no #end.`);
			}
			if (end.end > end.from)
				blocks.add({ kind: "comment", start: reading.origin(end.from), end: reading.origin(end.end), output: "" });
			return;
		} catch (failure) {
			const abandoned = !watch.report(failure, start);
			if (!recover(statements, failure, start, abandoned)) return;
		}
	}
}

/** Reads one statement; false where none can begin. */
function parseStatement(statements: StatementReading, start: number): boolean {
	const { reading, blocks, macros } = statements;
	const { tokens } = reading;
	switch (peek(tokens)) {
		case kinds.text:
		case kinds.dot:
		case kinds.parenClose:
		case kinds.parenOpen:
		case kinds.integer:
		case kinds.float:
		case kinds.string:
		case kinds.escape:
		case kinds.referenceClose:
		case kinds.emptyIndex:
			blocks.add(parseText(reading, start));
			return true;
		case kinds.referenceOpen:
			blocks.add(
				peekAhead(tokens, 1) === kinds.identifier ? parseReference(reading, start) : parseText(reading, start),
			);
			return true;
		case kinds.identifier:
			blocks.add(parseReference(reading, start));
			return true;
		case kinds.set:
			blocks.add(parseSet(reading, start));
			return true;
		case kinds.if:
			openIf(reading, blocks, start);
			return true;
		case kinds.elseif:
		case kinds.else:
			return openBranch(reading, blocks, start);
		case kinds.end:
			return closeBlock(statements);
		case kinds.word:
		case kinds.bracketedWord:
			parseDirective(statements, start);
			return true;
		case kinds.lineComment:
		case kinds.formalComment:
		case kinds.blockComment:
			blocks.add(parseComment(reading, start));
			return true;
		case kinds.textblock:
			blocks.add(parseTextblock(reading, start));
			return true;
		case kinds.escapedDirective:
			blocks.add(parseEscapedDirective(reading, macros, start));
			return true;
		case kinds.doubleEscape:
			blocks.add(parseEscape(reading, macros, start));
			return true;
		default:
			return false;
	}
}
