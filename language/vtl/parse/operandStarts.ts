import type { Reading } from "./reading.ts";
import { kinds } from "./tokens.ts";

/** What can begin an operand; the blank before one is part of it. */
export const operandStarts: ReadonlySet<number> = new Set([
	kinds.whitespace,
	kinds.string,
	kinds.integer,
	kinds.float,
	kinds.bracketOpen,
	kinds.curlyOpen,
	kinds.true,
	kinds.false,
	kinds.identifier,
	kinds.referenceOpen,
]);

/** Whether the token after the first of an operand can belong to it, or the operand is that one token. */
export function secondTokenFits(reading: Reading, first: number): boolean {
	const second = reading.tokens.peek(1);
	switch (first) {
		case kinds.referenceOpen:
			return second === kinds.identifier;
		case kinds.bracketOpen:
			return second === kinds.bracketClose || operandStarts.has(second);
		case kinds.curlyOpen:
			return second === kinds.curlyClose || second === kinds.referenceClose || operandStarts.has(second);
		default:
			return true;
	}
}
