import type { Expression } from "../nodes.ts";
import { operandStarts, secondTokenFits } from "./operandStarts.ts";
import type { Reading } from "./reading.ts";
import { kinds } from "./tokens.ts";

/** `{key : value}` */
export function parseMap(reading: Reading): Expression {
	const { tokens } = reading;
	const { start } = tokens.take();
	const entries: { key: Expression; value: Expression }[] = [];
	if (mapEntryFollows(reading)) {
		do {
			const key = reading.parameter();
			tokens.expect(kinds.colon);
			entries.push({ key, value: reading.parameter() });
		} while (tokens.skip(kinds.comma));
	} else {
		tokens.skip(kinds.whitespace);
	}
	// The brace after a reference was read as part of it.
	const close = tokens.peek() === kinds.referenceClose ? tokens.take() : tokens.expect(kinds.curlyClose);
	return { kind: "map", start: reading.origin(start), end: reading.origin(close.end), entries };
}

/** The reference decides from two tokens, so that `{$k}` is refused at `$k` and not behind it. */
function mapEntryFollows(reading: Reading): boolean {
	const { tokens } = reading;
	const first = tokens.peek();
	if (!operandStarts.has(first)) return false;
	if (first === kinds.whitespace) {
		const second = tokens.peek(1);
		return second !== kinds.whitespace && operandStarts.has(second);
	}
	if (first === kinds.bracketOpen || first === kinds.curlyOpen || first === kinds.referenceOpen) {
		return secondTokenFits(reading, first);
	}
	const second = tokens.peek(1);
	if (second === kinds.whitespace || second === kinds.colon) return true;
	return first === kinds.identifier && (second === kinds.indexOpen || second === kinds.dot);
}
