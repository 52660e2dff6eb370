import { putIn } from "../methods/mapCells.ts";
import type { Host } from "../methods/methodTable.ts";
import type { Binary, Expression, Interpolation, Reference, Span } from "../nodes.ts";
import type { Arithmetic } from "../numbers/arithmetic.ts";
import { compareNumbers } from "../numbers/compareNumbers.ts";
import { compute } from "../numbers/compute.ts";
import { isZero } from "../numbers/conversions.ts";
import { decimalFromText } from "../numbers/decimals.ts";
import { isNumber } from "../numbers/numberValue.ts";
import { type Origin, onlyInput, piecesOf } from "../provenance/origin.ts";
import type { Trace } from "../provenance/trace.ts";
import { toJavaString } from "../values/toJavaString.ts";
import { double, integer, list, map, type Value } from "../values/values.ts";
import { equal } from "./equal.ts";
import { literalOf } from "./literalOf.ts";
import { call, element, property } from "./members.ts";
import { adjustedIndex } from "./negativeIndex.ts";
import { range } from "./range.ts";
import type { Variables } from "./variables.ts";
import { spendOn } from "./weight.ts";

/** What an expression needs to have a value. */
export type Scene = {
	readonly host: Host;
	readonly variables: Variables;
	/** What stands for a reference to nothing. */
	readonly absent: "" | null;
	/** The text that a string in double quotes becomes. */
	interpolate(parts: Interpolation): string;
	/** Follows values from the inputs to the output, when that was asked for. */
	readonly trace: Trace | undefined;
	/** Remembers where the evaluation stands, for the error that may come. */
	at(node: Span): void;
};

/** The value of an expression. Null is what Java's null is: a failed calculation, a missing argument. */
export function valueOf(expression: Expression, scene: Scene): Value {
	const { trace } = scene;
	if (trace !== undefined) trace.origin = undefined;
	switch (expression.kind) {
		case "reference":
			return expression.computable ? resolve(expression, scene) : null;
		case "string":
			return expression.parts === undefined ? expression.value : scene.interpolate(expression.parts);
		case "integer":
			return integer(BigInt(expression.digits));
		case "float":
			return floatLiteral(expression.digits);
		case "boolean":
			return expression.value;
		case "word":
			return null;
		case "list":
			return listOf(expression.items, scene);
		case "map": {
			const result = map();
			for (const { key, value } of expression.entries) {
				const at = valueOf(key, scene);
				putIn(result, at, valueOf(value, scene), scene.host);
				trace?.wrote(result, at, trace.origin);
			}
			return result;
		}
		case "range":
			return range(valueOf(expression.first, scene), valueOf(expression.last, scene), scene.host);
		case "group":
			return valueOf(expression.inner, scene);
		case "not":
			return !truth(expression.operand, scene);
		case "binary":
			return binary(expression, scene);
	}
}

/** Whether a condition holds. A value is a condition only through a reference: `#if('x')` never holds. */
export function truth(expression: Expression, scene: Scene): boolean {
	switch (expression.kind) {
		case "reference": {
			const value = resolve(expression, scene);
			if (typeof value === "boolean") return value;
			if (typeof value !== "object" || value === null) return value !== null;
			return value.type !== "Block" || scene.host.renderBlock(value) !== undefined;
		}
		case "boolean":
			return expression.value;
		case "group":
			return truth(expression.inner, scene);
		case "not":
			return !truth(expression.operand, scene);
		case "binary":
			return condition(expression, scene) ?? false;
		default:
			return false;
	}
}

/** What a reference stands for. */
export function resolve(reference: Reference, scene: Scene): Value {
	if (reference.form === "runt") return null;
	const { host, trace } = scene;
	let value = scene.variables.get(reference.name);
	trace?.variable(reference.name, value);
	if (value === null) return scene.absent;
	for (const segment of reference.path) {
		host.budget.spend(1);
		switch (segment.kind) {
			case "property": {
				scene.at(reference);
				const holder = value;
				value = property(holder, segment.name, host);
				trace?.member(holder, segment.name, value);
				break;
			}
			case "method": {
				const holder = value;
				const from = trace?.origin;
				const origins: Origin[] = [];
				const parameters = segment.arguments.map((argument) => {
					const parameter = valueOf(argument, scene);
					if (trace !== undefined) origins.push(trace.origin);
					return parameter;
				});
				scene.at(reference);
				value = call(holder, segment.name, parameters, host);
				trace?.called({ holder, from, name: segment.name, parameters, origins }, value);
				break;
			}
			case "index": {
				const holder = value;
				const from = trace?.origin;
				const index = valueOf(segment.index, scene);
				scene.at(reference);
				value = element(holder, index, host);
				if (trace === undefined) break;
				trace.origin = from;
				trace.member(holder, adjustedIndex(holder, index, host), value);
				break;
			}
		}
		if (value === null) return scene.absent;
	}
	return value;
}

function listOf(items: readonly Expression[], scene: Scene): Value {
	const { trace } = scene;
	if (trace === undefined) return list(items.map((item) => valueOf(item, scene)));
	const origins: Origin[] = [];
	const made = list(
		items.map((item) => {
			const value = valueOf(item, scene);
			origins.push(trace.origin);
			return value;
		}),
	);
	trace.listed(made, origins);
	return made;
}

function floatLiteral(digits: string): Value {
	const value = Number(digits);
	return Number.isNaN(value) ? decimalFromText(digits) : double(value);
}

function binary(expression: Binary, scene: Scene): Value {
	const { operator } = expression;
	switch (operator) {
		case "+":
		case "-":
		case "*":
		case "/":
		case "%":
			return calculation(expression, operator, scene);
		default:
			return condition(expression, scene) ?? null;
	}
}

/** The truth of a comparison or of `and` and `or`; undefined for a calculation. */
function condition(expression: Binary, scene: Scene): boolean | undefined {
	const { operator, left, right } = expression;
	switch (operator) {
		case "and":
			return truth(left, scene) && truth(right, scene);
		case "or":
			return truth(left, scene) || truth(right, scene);
		case "==":
			return equal(valueOf(left, scene), valueOf(right, scene), scene.host);
		case "!=":
			return !equal(valueOf(left, scene), valueOf(right, scene), scene.host);
		case "<":
		case ">":
		case "<=":
		case ">=": {
			const a = valueOf(left, scene);
			const b = valueOf(right, scene);
			if (!isNumber(a) || !isNumber(b)) return false;
			const order = compareNumbers(a, b);
			if (operator === "<") return order < 0;
			if (operator === ">") return order > 0;
			return operator === "<=" ? order <= 0 : order >= 0;
		}
		default:
			return undefined;
	}
}

function calculation(expression: Binary, operator: Arithmetic, scene: Scene): Value {
	const { host, trace } = scene;
	const left = valueOf(expression.left, scene);
	const leftOrigin = trace?.origin;
	const right = valueOf(expression.right, scene);
	const rightOrigin = trace?.origin;
	host.budget.spend(1);
	if (operator === "+" && (typeof left === "string" || typeof right === "string")) {
		const a = left === null ? literalOf(expression.left) : toJavaString(left, host);
		const b = right === null ? literalOf(expression.right) : toJavaString(right, host);
		host.budget.hold(a.length + b.length);
		if (trace !== undefined) {
			trace.origin = [...piecesOf(leftOrigin, a.length), ...piecesOf(rightOrigin, b.length)];
		}
		return a + b;
	}
	if (trace !== undefined) trace.origin = onlyInput(leftOrigin) ?? onlyInput(rightOrigin);
	if (!isNumber(left) || !isNumber(right)) return null;
	if ((operator === "/" || operator === "%") && isZero(right)) return null;
	scene.at(expression);
	const result = compute(operator, left, right);
	spendOn(result, host.budget);
	return result;
}
