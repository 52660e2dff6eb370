import { compareValues } from "../values/compareValues.ts";
import { typeOf, type Value, type ValueType, valueTypes } from "../values/value.ts";
import { ExpressionError } from "./expressionError.ts";
import type { Placeholders } from "./placeholders.ts";
import {
	type Condition,
	type ConditionSyntax,
	type DocumentPath,
	type Operand,
	type OperandSyntax,
	type PathSyntax,
	pathText,
} from "./syntax.ts";

/**
 * Puts a request's names and values into a parsed condition, and makes the checks that need them. Each simple condition is
 * checked whole before the next, which decides what is reported when several things are wrong.
 */
export function resolveCondition(condition: ConditionSyntax, placeholders: Placeholders): Condition {
	const operand = (syntax: OperandSyntax) => resolveOperand(syntax, placeholders);
	switch (condition.kind) {
		case "and":
		case "or":
			return { kind: condition.kind, terms: condition.terms.map((term) => resolveCondition(term, placeholders)) };
		case "not":
			return { kind: "not", term: resolveCondition(condition.term, placeholders) };
		case "compare": {
			const { operator } = condition;
			const left = operand(condition.left);
			const right = operand(condition.right);
			for (const side of [left, right]) checkOperandCounts(side);
			checkDistinct(operator, left, [right]);
			for (const side of [left, right]) {
				checkFunctionTypes(side);
				if (operator !== "=" && operator !== "<>") checkOrdered(operator, side);
			}
			return { kind: "compare", operator, left, right };
		}
		case "between": {
			const resolved = {
				kind: "between",
				operand: operand(condition.operand),
				low: operand(condition.low),
				high: operand(condition.high),
			} as const;
			const operands = [resolved.operand, resolved.low, resolved.high];
			operands.forEach(checkOperandCounts);
			operands.forEach(checkFunctionTypes);
			for (const side of operands) checkOrdered("BETWEEN", side);
			checkBounds(resolved.low, resolved.high);
			return resolved;
		}
		case "in": {
			const resolved = {
				kind: "in",
				operand: operand(condition.operand),
				options: condition.options.map(operand),
			} as const;
			[resolved.operand, ...resolved.options].forEach(checkOperandCounts);
			[resolved.operand, ...resolved.options].forEach(checkFunctionTypes);
			return resolved;
		}
		case "call": {
			const call = { kind: "call", name: condition.name, args: condition.args.map(operand) } as const;
			checkOperandCounts(call);
			checkDistinct(call.name, call.args[0], call.args.slice(1));
			checkFunctionTypes(call);
			return call;
		}
	}
}

export function resolvePath({ elements }: PathSyntax, placeholders: Placeholders): DocumentPath {
	return elements.map((element) => {
		switch (element.kind) {
			case "attribute":
				return element.name;
			case "placeholder":
				return placeholders.name(element.name);
			case "index":
				return element.index;
		}
	});
}

export function resolveOperand(syntax: OperandSyntax, placeholders: Placeholders): Operand {
	switch (syntax.kind) {
		case "path":
			return { kind: "path", path: resolvePath(syntax, placeholders) };
		case "value":
			return { kind: "value", value: placeholders.value(syntax.placeholder) };
		case "call":
			return { kind: "call", name: syntax.name, args: syntax.args.map((arg) => resolveOperand(arg, placeholders)) };
	}
}

export function checkOperandCount(name: string, expected: number, actual: number): void {
	if (expected === actual) return;
	throw new ExpressionError(
		`Incorrect number of operands for operator or function; operator or function: ${name}, number of operands: ${actual}`,
	);
}

export const needsPath = (name: string) =>
	new ExpressionError(`Operator or function requires a document path; operator or function: ${name}`);

export const wrongFunctionOperand = (name: string, type: string) =>
	new ExpressionError(
		`Incorrect operand type for operator or function; operator or function: ${name}, operand type: ${type}`,
	);

const operandCounts: ReadonlyMap<string, number> = new Map([
	["attribute_exists", 1],
	["attribute_not_exists", 1],
	["attribute_type", 2],
	["begins_with", 2],
	["contains", 2],
	["size", 1],
]);

function checkOperandCounts(operand: Operand): void {
	if (operand.kind !== "call") return;
	operand.args.forEach(checkOperandCounts);
	checkOperandCount(operand.name, operandCounts.get(operand.name) ?? operand.args.length, operand.args.length);
}

function checkDistinct(operator: string, first: Operand | undefined, others: readonly Operand[]): void {
	if (first?.kind !== "path") return;
	const text = pathText(first.path);
	if (others.some((other) => other.kind === "path" && pathText(other.path) === text)) {
		throw new ExpressionError(
			`The first operand must be distinct from the remaining operands for this operator or function; operator: ${operator}, first operand: ${text}`,
		);
	}
}

function checkFunctionTypes(operand: Operand): void {
	if (operand.kind !== "call") return;
	operand.args.forEach(checkFunctionTypes);
	const [first, second] = operand.args;
	switch (operand.name) {
		case "attribute_exists":
		case "attribute_not_exists":
			if (first?.kind !== "path") throw needsPath(operand.name);
			return;
		case "begins_with":
			for (const arg of operand.args) {
				const type = staticType(arg);
				if (type !== undefined && type !== "S" && type !== "B") throw wrongFunctionOperand(operand.name, type);
			}
			return;
		case "attribute_type":
			checkTypeName(second);
			return;
		case "size": {
			const type = first === undefined ? undefined : staticType(first);
			if (type === "N" || type === "BOOL" || type === "NULL") throw wrongFunctionOperand(operand.name, type);
		}
	}
}

function checkTypeName(operand: Operand | undefined): void {
	const value = operand?.kind === "value" ? operand.value : undefined;
	if (value === undefined) throw wrongFunctionOperand("attribute_type", "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}");
	if (!("S" in value)) throw wrongFunctionOperand("attribute_type", typeOf(value));
	if (!valueTypes.some((type) => type === value.S)) {
		throw new ExpressionError(
			`Invalid attribute type name found; type: ${value.S}, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}`,
		);
	}
}

/** Only strings, numbers and binary values have an order. */
function checkOrdered(operator: string, operand: Operand): void {
	const type = staticType(operand);
	if (type === undefined || type === "S" || type === "N" || type === "B") return;
	throw new ExpressionError(
		`Incorrect operand type for operator or function; operator: ${operator}, operand type: ${type}`,
	);
}

function checkBounds(low: Operand, high: Operand): void {
	if (low.kind !== "value" || high.kind !== "value") return;
	const bounds = `lower bound operand: ${boundText(low.value)}, upper bound operand: ${boundText(high.value)}`;
	if (typeOf(low.value) !== typeOf(high.value)) {
		throw new ExpressionError(`The BETWEEN operator requires same data type for lower and upper bounds; ${bounds}`);
	}
	if ((compareValues(low.value, high.value) ?? 0) > 0) {
		throw new ExpressionError(
			`The BETWEEN operator requires upper bound to be greater than or equal to lower bound; ${bounds}`,
		);
	}
}

function boundText(value: Value): string {
	if ("S" in value) return `AttributeValue: {S:${value.S}}`;
	if ("N" in value) return `AttributeValue: {N:${value.N}}`;
	if ("B" in value) return `AttributeValue: {B:${Buffer.from(value.B).toString("base64")}}`;
	return `AttributeValue: {${typeOf(value)}}`;
}

/** The type that an operand has whatever the item holds; undefined where the item decides. */
function staticType(operand: Operand): ValueType | undefined {
	if (operand.kind === "value") return typeOf(operand.value);
	return operand.kind === "call" && operand.name === "size" ? "N" : undefined;
}
