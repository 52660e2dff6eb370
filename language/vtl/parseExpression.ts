import { image, literal } from "./literal.ts";
import type { Expression, Operator, Segment } from "./nodes.ts";
import { operandStarts } from "./operandStarts.ts";
import { parseReference, referenceFollows } from "./parseReference.ts";
import type { Reading } from "./reading.ts";
import { kinds } from "./tokens.ts";

type Level = number;

const binaryOperators: ReadonlyMap<number, { readonly operator: Operator; readonly level: Level }> = new Map([
	[kinds.or, { operator: "or", level: 1 }],
	[kinds.and, { operator: "and", level: 2 }],
	[kinds.equal, { operator: "==", level: 3 }],
	[kinds.notEqual, { operator: "!=", level: 3 }],
	[kinds.less, { operator: "<", level: 4 }],
	[kinds.greater, { operator: ">", level: 4 }],
	[kinds.lessOrEqual, { operator: "<=", level: 4 }],
	[kinds.greaterOrEqual, { operator: ">=", level: 4 }],
	[kinds.plus, { operator: "+", level: 5 }],
	[kinds.minus, { operator: "-", level: 5 }],
	[kinds.multiply, { operator: "*", level: 6 }],
	[kinds.divide, { operator: "/", level: 6 }],
	[kinds.modulo, { operator: "%", level: 6 }],
]);

/** What stands in `#if(…)` and right of the `=` in `#set(… = …)`. */
export function parseExpression(reading: Reading): Expression {
	return binary(reading, 1);
}

/** An argument of a directive: no operators, and no blanks of its own. */
export function parseDirectiveArgument(reading: Reading): Expression {
	const { tokens } = reading;
	if (tokens.peek() === kinds.word) {
		const token = tokens.take();
		return { kind: "word", ...reading.span(token.start, token.end), word: reading.text.slice(token.start, token.end) };
	}
	return operand(reading);
}

/** Whether another argument of a directive follows, as the reference decides it: from two tokens. */
export function directiveArgumentFollows(reading: Reading): boolean {
	const { tokens } = reading;
	let ahead = 0;
	if (tokens.peek(ahead) === kinds.whitespace) ahead++;
	if (tokens.peek(ahead) === kinds.comma) {
		ahead++;
		if (ahead === 2) return true;
		if (tokens.peek(ahead) === kinds.whitespace) return true;
	}
	const kind = tokens.peek(ahead);
	if (kind === kinds.word) return true;
	if (kind === kinds.whitespace || !operandStarts.has(kind)) return false;
	return ahead === 1 || secondTokenFits(reading, kind);
}

/** An argument of a method, an item of a list, a key or value of a map. */
export function parseParameter(reading: Reading): Expression {
	reading.tokens.skip(kinds.whitespace);
	const result = operand(reading);
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
	const index = operand(reading);
	tokens.skip(kinds.whitespace);
	const close = tokens.expect(kinds.indexClose);
	return { kind: "index", ...reading.span(open.start, close.end), index };
}

function binary(reading: Reading, level: Level): Expression {
	const { tokens } = reading;
	const from = tokens.nextToken().start;
	let left = unary(reading);
	for (;;) {
		const found = binaryOperators.get(tokens.peek());
		if (found === undefined || found.level < level) return left;
		tokens.take();
		const first = tokens.mark();
		const right = binary(reading, found.level + 1);
		const text = literal(reading.text, tokens, first, tokens.mark() - 1);
		left = {
			kind: "binary",
			...reading.span(from, tokens.last().end),
			operator: found.operator,
			left,
			right,
			literal: text,
		};
	}
}

function unary(reading: Reading): Expression {
	const { tokens } = reading;
	const blank = tokens.peek() === kinds.whitespace;
	if (tokens.peek(blank ? 1 : 0) === kinds.not && (blank || canBeNegated(tokens.peek(1)))) {
		if (blank) tokens.take();
		const start = tokens.take().start;
		const negated = reading.nested(() => unary(reading));
		return { kind: "not", ...reading.span(start, tokens.last().end), operand: negated };
	}
	tokens.skip(kinds.whitespace);
	const result = tokens.peek() === kinds.parenOpen ? group(reading) : operand(reading);
	tokens.skip(kinds.whitespace);
	return result;
}

function canBeNegated(kind: number): boolean {
	return kind === kinds.not || kind === kinds.parenOpen || operandStarts.has(kind);
}

function group(reading: Reading): Expression {
	const { tokens } = reading;
	const open = tokens.take();
	const first = tokens.mark();
	const inner = reading.nested(() => parseExpression(reading));
	const text = literal(reading.text, tokens, first, tokens.mark() - 1);
	const close = tokens.expect(kinds.parenClose);
	return { kind: "group", ...reading.span(open.start, close.end), inner, literal: text };
}

function operand(reading: Reading): Expression {
	const { tokens, text } = reading;
	switch (tokens.peek()) {
		case kinds.string:
			return reading.string(tokens.take());
		case kinds.integer:
		case kinds.float: {
			const integer = tokens.peek() === kinds.integer;
			const { start, end } = tokens.take();
			const span = reading.span(start, end);
			const digits = text.slice(start, end);
			// A `#` right before it is part of the token, and only then no number.
			if (/[^-+.\deE]/.test(digits)) reading.refuseLate(span, `For input string: "${digits}"`);
			return { kind: integer ? "integer" : "float", ...span, digits };
		}
		case kinds.true:
		case kinds.false: {
			const value = tokens.peek() === kinds.true;
			const { start, end } = tokens.take();
			return { kind: "boolean", ...reading.span(start, end), value };
		}
		case kinds.identifier:
		case kinds.referenceOpen:
			return parseReference(reading);
		case kinds.bracketOpen:
			return reading.nested(() => listOrRange(reading));
		case kinds.curlyOpen:
			return reading.nested(() => map(reading));
		default:
			return tokens.refuse();
	}
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
		return { kind: "list", ...reading.span(start, tokens.take().end), items: [] };
	}
	const first = parseParameter(reading);
	if (tokens.peek() === kinds.doubleDot && (first.kind === "reference" || first.kind === "integer")) {
		tokens.take();
		tokens.skip(kinds.whitespace);
		const kind = tokens.peek();
		if (kind !== kinds.integer && !referenceFollows(kind)) tokens.refuse();
		const last = operand(reading);
		tokens.skip(kinds.whitespace);
		const { end } = tokens.expect(kinds.bracketClose);
		const text = image(reading.text, tokens, mark, tokens.mark() - 1);
		return { kind: "range", ...reading.span(start, end), first, last, literal: text };
	}
	const items = [first];
	while (tokens.skip(kinds.comma)) items.push(parseParameter(reading));
	return { kind: "list", ...reading.span(start, tokens.expect(kinds.bracketClose).end), items };
}

function map(reading: Reading): Expression {
	const { tokens } = reading;
	const { start } = tokens.take();
	const entries: { key: Expression; value: Expression }[] = [];
	if (mapEntryFollows(reading)) {
		do {
			const key = parseParameter(reading);
			tokens.expect(kinds.colon);
			entries.push({ key, value: parseParameter(reading) });
		} while (tokens.skip(kinds.comma));
	} else {
		tokens.skip(kinds.whitespace);
	}
	// The brace after a reference was read as part of it.
	const close = tokens.peek() === kinds.referenceClose ? tokens.take() : tokens.expect(kinds.curlyClose);
	return { kind: "map", ...reading.span(start, close.end), entries };
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

/** Whether the token after the first of an operand can belong to it, or the operand is that one token. */
function secondTokenFits(reading: Reading, first: number): boolean {
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
