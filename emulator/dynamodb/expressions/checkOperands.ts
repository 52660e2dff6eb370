import { compareValues } from "../values/compareValues.ts";
import { typeOf, type Value, type ValueType, valueTypes } from "../values/value.ts";
import { ExpressionError } from "./expressionError.ts";
import { type Operand, pathText } from "./syntax.ts";

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

export function checkOperandCounts(operand: Operand): void {
	if (operand.kind !== "call") return;
	operand.args.forEach(checkOperandCounts);
	checkOperandCount(operand.name, operandCounts.get(operand.name) ?? operand.args.length, operand.args.length);
}

export function checkDistinct(operator: string, first: Operand | undefined, others: readonly Operand[]): void {
	if (first?.kind !== "path") return;
	const text = pathText(first.path);
	if (others.some((other) => other.kind === "path" && pathText(other.path) === text)) {
		throw new ExpressionError(
			`The first operand must be distinct from the remaining operands for this operator or function; operator: ${operator}, first operand: ${text}`,
		);
	}
}

export function checkFunctionTypes(operand: Operand): void {
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
export function checkOrdered(operator: string, operand: Operand): void {
	const type = staticType(operand);
	if (type === undefined || type === "S" || type === "N" || type === "B") return;
	throw new ExpressionError(
		`Incorrect operand type for operator or function; operator or function: ${operator}, operand type: ${type}`,
	);
}

export function checkBounds(low: Operand, high: Operand): void {
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
