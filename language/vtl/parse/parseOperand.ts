import type { Expression, Segment } from "../nodes.ts";
import { image } from "./literal.ts";
import { parseMap } from "./parseMap.ts";
import { parseReference, referenceFollows } from "./parseReference.ts";
import type { Reading } from "./reading.ts";
import { kinds } from "./tokens.ts";

/** A value by itself: everything but the operators and their parentheses. */
export function parseOperand(reading: Reading): Expression {
	const { tokens } = reading;
	switch (tokens.peek()) {
		case kinds.string:
			return reading.string(tokens.take());
		case kinds.integer:
		case kinds.float:
			return number(reading);
		case kinds.true:
		case kinds.false: {
			const value = tokens.peek() === kinds.true;
			const { start, end } = tokens.take();
			return { kind: "boolean", start: reading.origin(start), end: reading.origin(end), value };
		}
		case kinds.identifier:
		case kinds.referenceOpen:
			return parseReference(reading);
		case kinds.bracketOpen:
			return reading.nested(() => listOrRange(reading));
		case kinds.curlyOpen:
			return reading.nested(() => parseMap(reading));
		default:
			return tokens.refuse();
	}
}

/** An argument of a method, an item of a list, a key or value of a map. */
export function parseParameter(reading: Reading): Expression {
	reading.tokens.skip(kinds.whitespace);
	const result = parseOperand(reading);
	reading.tokens.skip(kinds.whitespace);
	return result;
}

/** `[…]` behind a reference: no lists, maps or floats. */
export function parseIndex(reading: Reading): Segment {
	const { tokens } = reading;
	const open = tokens.expect(kinds.indexOpen);
	tokens.skip(kinds.whitespace);
	const kind = tokens.peek();
	if (kind === kinds.float || kind === kinds.bracketOpen || kind === kinds.curlyOpen) tokens.refuse();
	const index = parseOperand(reading);
	tokens.skip(kinds.whitespace);
	const close = tokens.expect(kinds.indexClose);
	return { kind: "index", start: reading.origin(open.start), end: reading.origin(close.end), index };
}

function number({ tokens, text, span, refuseLate }: Reading): Expression {
	const token = tokens.take();
	const place = span(token.start, token.end);
	const digits = text.slice(token.start, token.end);
	// A `#` right before it is part of the token, and only then no number.
	if (/[^-+.\deE]/.test(digits)) refuseLate(place, `For input string: "${digits}"`);
	return { kind: token.kind === kinds.integer ? "integer" : "float", ...place, digits };
}

/**
 * The reference looks ahead without limit for the two dots. Reading the first item and then looking for them accepts and
 * refuses the same, at the same token, and stays linear where lists nest.
 */
function listOrRange(reading: Reading): Expression {
	const { tokens } = reading;
	const mark = tokens.mark();
	const { start } = tokens.take();
	if (tokens.peek() === kinds.bracketClose) {
		return { kind: "list", start: reading.origin(start), end: reading.origin(tokens.take().end), items: [] };
	}
	const first = parseParameter(reading);
	if (tokens.peek() === kinds.doubleDot && (first.kind === "reference" || first.kind === "integer")) {
		tokens.take();
		tokens.skip(kinds.whitespace);
		const kind = tokens.peek();
		if (kind !== kinds.integer && !referenceFollows(kind)) tokens.refuse();
		const last = parseOperand(reading);
		tokens.skip(kinds.whitespace);
		const { end } = tokens.expect(kinds.bracketClose);
		const text = image(reading.text, tokens, mark, tokens.mark() - 1);
		return { kind: "range", start: reading.origin(start), end: reading.origin(end), first, last, literal: text };
	}
	const items = [first];
	while (tokens.skip(kinds.comma)) items.push(parseParameter(reading));
	return {
		kind: "list",
		start: reading.origin(start),
		end: reading.origin(tokens.expect(kinds.bracketClose).end),
		items,
	};
}
