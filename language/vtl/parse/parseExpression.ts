import type { Expression, Operator } from "../nodes.ts";
import { literal } from "./literal.ts";
import { startsOperand } from "./operandStarts.ts";
import { parseOperand } from "./parseOperand.ts";
import type { Reading } from "./reading.ts";
import { expect, lastToken, nextToken, peek, peekAhead, skip, take } from "./tokenStream.ts";
import { kinds } from "./tokens.ts";

/** What stands in `#if(…)` and right of the `=` in `#set(… = …)`. */
export function parseExpression(reading: Reading): Expression {
	return binary(reading, 1);
}

function binary(reading: Reading, level: number): Expression {
	const { tokens } = reading;
	const from = nextToken(tokens).start;
	let left = unary(reading);
	for (;;) {
		const found = binaryOperators[peek(tokens)];
		if (found === undefined || found.level < level) return left;
		take(tokens);
		const first = tokens.taken;
		const right = binary(reading, found.level + 1);
		const text = literal(reading.text, tokens, first, tokens.taken - 1);
		left = {
			kind: "binary",
			start: reading.origin(from),
			end: reading.origin(lastToken(tokens).end),
			operator: found.operator,
			left,
			right,
			literal: text,
		};
	}
}

function unary(reading: Reading): Expression {
	const { tokens } = reading;
	const blank = peek(tokens) === kinds.whitespace;
	if (peekAhead(tokens, blank ? 1 : 0) === kinds.not && (blank || canBeNegated(peekAhead(tokens, 1)))) {
		if (blank) take(tokens);
		const start = take(tokens).start;
		reading.descend();
		const negated = unary(reading);
		reading.ascend();
		return { kind: "not", start: reading.origin(start), end: reading.origin(lastToken(tokens).end), operand: negated };
	}
	skip(tokens, kinds.whitespace);
	const result = peek(tokens) === kinds.parenOpen ? group(reading) : parseOperand(reading);
	skip(tokens, kinds.whitespace);
	return result;
}

function canBeNegated(kind: number): boolean {
	return kind === kinds.not || kind === kinds.parenOpen || startsOperand(kind);
}

function group(reading: Reading): Expression {
	const { tokens } = reading;
	const open = take(tokens);
	const first = tokens.taken;
	reading.descend();
	const inner = parseExpression(reading);
	reading.ascend();
	const text = literal(reading.text, tokens, first, tokens.taken - 1);
	const close = expect(tokens, kinds.parenClose);
	return { kind: "group", start: reading.origin(open.start), end: reading.origin(close.end), inner, literal: text };
}

type BinaryOperator = { readonly operator: Operator; readonly level: number };

const operatorKinds: ReadonlyMap<number, BinaryOperator> = new Map<number, BinaryOperator>([
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

/** By the number of the kind: asked behind every operand. */
const binaryOperators = Array.from({ length: kinds.emptyIndex + 1 }, (_, kind) => operatorKinds.get(kind));
