import type { Expression } from "../nodes.ts";
import { secondTokenFits, startsOperand } from "./operandStarts.ts";
import type { Reading } from "./reading.ts";
import { expect, peek, peekAhead, skip, take } from "./tokenStream.ts";
import { kinds } from "./tokens.ts";

/** `{key : value}` */
export function parseMap(reading: Reading): Expression {
	const { tokens } = reading;
	const { start } = take(tokens);
	const entries: { key: Expression; value: Expression }[] = [];
	if (mapEntryFollows(reading)) {
		do {
			const key = reading.parameter();
			expect(tokens, kinds.colon);
			entries.push({ key, value: reading.parameter() });
		} while (skip(tokens, kinds.comma));
	} else {
		skip(tokens, kinds.whitespace);
	}
	// The brace after a reference was read as part of it.
	const close = peek(tokens) === kinds.referenceClose ? take(tokens) : expect(tokens, kinds.curlyClose);
	return { kind: "map", start: reading.origin(start), end: reading.origin(close.end), entries };
}

/** The reference decides from two tokens, so that `{$k}` is refused at `$k` and not behind it. */
function mapEntryFollows(reading: Reading): boolean {
	const { tokens } = reading;
	const first = peek(tokens);
	if (!startsOperand(first)) return false;
	if (first === kinds.whitespace) {
		const second = peekAhead(tokens, 1);
		return second !== kinds.whitespace && startsOperand(second);
	}
	if (first === kinds.bracketOpen || first === kinds.curlyOpen || first === kinds.referenceOpen) {
		return secondTokenFits(reading, first);
	}
	const second = peekAhead(tokens, 1);
	if (second === kinds.whitespace || second === kinds.colon) return true;
	return first === kinds.identifier && (second === kinds.indexOpen || second === kinds.dot);
}
