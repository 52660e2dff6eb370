import type { Expression, Segment } from "../nodes.ts";
import { image } from "./literal.ts";
import { parseMap } from "./parseMap.ts";
import { parseReference, referenceFollows } from "./parseReference.ts";
import type { Reading } from "./reading.ts";
import { isDigit } from "./scanner/lexemes.ts";
import { expect, peek, refuse, skip, take } from "./tokenStream.ts";
import { kinds } from "./tokens.ts";

const minus = 45;
const point = 46;

/** A value by itself: everything but the operators and their parentheses. */
export function parseOperand(reading: Reading): Expression {
	const { tokens } = reading;
	switch (peek(tokens)) {
		case kinds.string:
			return reading.string(take(tokens));
		case kinds.integer:
		case kinds.float:
			return number(reading);
		case kinds.true:
		case kinds.false: {
			const value = peek(tokens) === kinds.true;
			const { start, end } = take(tokens);
			return { kind: "boolean", start: reading.origin(start), end: reading.origin(end), value };
		}
		case kinds.identifier:
		case kinds.referenceOpen:
			return parseReference(reading);
		case kinds.bracketOpen:
			return nested(reading, listOrRange);
		case kinds.curlyOpen:
			return nested(reading, parseMap);
		default:
			return refuse(tokens);
	}
}

/** An argument of a method, an item of a list, a key or value of a map. */
export function parseParameter(reading: Reading): Expression {
	skip(reading.tokens, kinds.whitespace);
	const result = parseOperand(reading);
	skip(reading.tokens, kinds.whitespace);
	return result;
}

/** `[…]` behind a reference: no lists, maps or floats. */
export function parseIndex(reading: Reading): Segment {
	const { tokens } = reading;
	const open = expect(tokens, kinds.indexOpen);
	skip(tokens, kinds.whitespace);
	const kind = peek(tokens);
	if (kind === kinds.float || kind === kinds.bracketOpen || kind === kinds.curlyOpen) refuse(tokens);
	const index = parseOperand(reading);
	skip(tokens, kinds.whitespace);
	const close = expect(tokens, kinds.indexClose);
	return { kind: "index", start: reading.origin(open.start), end: reading.origin(close.end), index };
}

function nested(reading: Reading, read: (reading: Reading) => Expression): Expression {
	reading.descend();
	const result = read(reading);
	reading.ascend();
	return result;
}

function number({ tokens, text, origin, refuseLate }: Reading): Expression {
	const token = take(tokens);
	const start = origin(token.start);
	const end = origin(token.end);
	const digits = text.slice(token.start, token.end);
	// A `#` right before it is part of the token, and only then no number.
	const c = text.charCodeAt(token.start);
	if (!(isDigit(c) || c === minus || c === point)) refuseLate({ start, end }, `For input string: "${digits}"`);
	return { kind: token.kind === kinds.integer ? "integer" : "float", start, end, digits };
}

/**
 * The reference looks ahead without limit for the two dots. Reading the first item and then looking for them accepts and
 * refuses the same, at the same token, and stays linear where lists nest.
 */
function listOrRange(reading: Reading): Expression {
	const { tokens } = reading;
	const mark = tokens.taken;
	const { start } = take(tokens);
	if (peek(tokens) === kinds.bracketClose) {
		return { kind: "list", start: reading.origin(start), end: reading.origin(take(tokens).end), items: [] };
	}
	const first = parseParameter(reading);
	if (peek(tokens) === kinds.doubleDot && (first.kind === "reference" || first.kind === "integer")) {
		take(tokens);
		skip(tokens, kinds.whitespace);
		const kind = peek(tokens);
		if (kind !== kinds.integer && !referenceFollows(kind)) refuse(tokens);
		const last = parseOperand(reading);
		skip(tokens, kinds.whitespace);
		const { end } = expect(tokens, kinds.bracketClose);
		const text = image(reading.text, tokens, mark, tokens.taken - 1);
		return { kind: "range", start: reading.origin(start), end: reading.origin(end), first, last, literal: text };
	}
	const items = [first];
	while (skip(tokens, kinds.comma)) items.push(parseParameter(reading));
	return {
		kind: "list",
		start: reading.origin(start),
		end: reading.origin(expect(tokens, kinds.bracketClose).end),
		items,
	};
}
