import type { Reading } from "./reading.ts";
import { peekAhead } from "./tokenStream.ts";
import { kinds } from "./tokens.ts";

/** Whether an operand can begin with such a token; the blank before one is part of it. */
export function startsOperand(kind: number): boolean {
	switch (kind) {
		case kinds.whitespace:
		case kinds.string:
		case kinds.integer:
		case kinds.float:
		case kinds.bracketOpen:
		case kinds.curlyOpen:
		case kinds.true:
		case kinds.false:
		case kinds.identifier:
		case kinds.referenceOpen:
			return true;
		default:
			return false;
	}
}

/** Whether the token after the first of an operand can belong to it, or the operand is that one token. */
export function secondTokenFits(reading: Reading, first: number): boolean {
	const second = peekAhead(reading.tokens, 1);
	switch (first) {
		case kinds.referenceOpen:
			return second === kinds.identifier;
		case kinds.bracketOpen:
			return second === kinds.bracketClose || startsOperand(second);
		case kinds.curlyOpen:
			return second === kinds.curlyClose || second === kinds.referenceClose || startsOperand(second);
		default:
			return true;
	}
}
