import type { Expression, Operator } from "../nodes.ts";
import { literal } from "./literal.ts";
import { operandStarts } from "./operandStarts.ts";
import { parseOperand } from "./parseOperand.ts";
import type { Reading } from "./reading.ts";
import { kinds } from "./tokens.ts";

/** What stands in `#if(…)` and right of the `=` in `#set(… = …)`. */
export function parseExpression(reading: Reading): Expression {
	return binary(reading, 1);
}

function binary(reading: Reading, level: number): Expression {
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
			start: reading.origin(from),
			end: reading.origin(tokens.last().end),
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
		return { kind: "not", start: reading.origin(start), end: reading.origin(tokens.last().end), operand: negated };
	}
	tokens.skip(kinds.whitespace);
	const result = tokens.peek() === kinds.parenOpen ? group(reading) : parseOperand(reading);
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
	return { kind: "group", start: reading.origin(open.start), end: reading.origin(close.end), inner, literal: text };
}

const binaryOperators: ReadonlyMap<number, { readonly operator: Operator; readonly level: number }> = new Map([
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
