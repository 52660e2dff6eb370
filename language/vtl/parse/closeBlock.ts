import { closeDirective, refuseNameless } from "./parseDirective.ts";
import { closeIf } from "./parseIf.ts";
import type { StatementReading } from "./statementReading.ts";
import { take } from "./tokenStream.ts";

/** `#end`; false where no block is open. */
export function closeBlock(statements: StatementReading): boolean {
	const { reading, blocks } = statements;
	const open = blocks.innermost();
	if (open === undefined) return false;
	const end = take(reading.tokens);
	finishBlock(statements, end.start, end.end);
	if (open.kind === "directive") refuseNameless(reading, open.head);
	return true;
}

/** Closes the innermost block, at its #end or where reading gave up. */
export function finishBlock(statements: StatementReading, bodyEnd: number, end: number): void {
	const { reading, blocks } = statements;
	const open = blocks.pop();
	if (open?.kind === "if") blocks.add(closeIf(reading, open, bodyEnd, end));
	else if (open !== undefined) closeDirective(statements, open, end, reading.tokens.taken - 1);
}
