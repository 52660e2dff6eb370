import type { Value } from "../values/values.ts";
import type { MethodTable, Overload, ParameterType } from "./methodTable.ts";
import { type Parameters, restAt } from "./parameters.ts";

/** Chooses the overload as Velocity does: all arguments convertible, the most specific; none when that is ambiguous. */
export function findMethod(table: MethodTable, name: string, parameters: Parameters): Overload | undefined {
	const overloads = table.get(name);
	if (overloads === undefined) return undefined;
	let best: Overload | undefined;
	let bestRank = 0;
	let ambiguous = false;
	for (const overload of overloads) {
		if (!applies(overload.parameters, parameters)) continue;
		const rank = overload.parameters.reduce((sum, type) => sum + generality[type], 0);
		if (best === undefined || rank < bestRank) {
			best = overload;
			bestRank = rank;
			ambiguous = false;
		} else if (rank === bestRank) ambiguous = true;
	}
	return ambiguous ? undefined : best;
}

const generality: Readonly<Record<ParameterType, number>> = {
	int: 0,
	long: 1,
	float: 2,
	double: 3,
	boolean: 0,
	char: 0,
	String: 1,
	Integer: 1,
	Long: 1,
	Double: 1,
	Float: 1,
	Boolean: 1,
	Character: 1,
	BigInteger: 1,
	BigDecimal: 1,
	"char[]": 1,
	"byte[]": 1,
	Collection: 2,
	Map: 2,
	CharSequence: 2,
	Object: 10,
	"Object...": 20,
	"CharSequence...": 19,
};

function applies(types: readonly ParameterType[], parameters: Parameters): boolean {
	const last = types.at(-1);
	if (last === "Object..." || last === "CharSequence...") {
		const fixed = types.length - 1;
		if (parameters.length < fixed) return false;
		return parameters.every((value, i) => fits(i < fixed ? (types[i] ?? "Object") : last, value));
	}
	return types.length === parameters.length && types.every((type, i) => fits(type, parameters[i] ?? null));
}

function fits(type: ParameterType, value: Value): boolean {
	if (type === "Object" || type === "Object...") return true;
	switch (type) {
		case "int":
			return typeof value === "number" || isOf(value, "Short") || isOf(value, "Byte");
		case "long":
			return fits("int", value) || isOf(value, "Long");
		case "float":
			return fits("long", value) || isOf(value, "Float");
		case "double":
			return fits("float", value) || isOf(value, "Double");
		case "boolean":
			return typeof value === "boolean";
		case "char":
			return isOf(value, "Character");
		default:
			return value === null || fitsClass(type, value);
	}
}

function fitsClass(type: ParameterType, value: Value): boolean {
	switch (type) {
		case "String":
		case "CharSequence":
			return typeof value === "string";
		case "CharSequence...":
			return typeof value === "string" || (isOf(value, "Array") && restAt([value], 0).every(isString));
		case "Integer":
			return typeof value === "number";
		case "Boolean":
			return typeof value === "boolean";
		case "BigInteger":
			return typeof value === "bigint";
		case "Collection":
			return isOf(value, "List") || isOf(value, "View");
		case "Map":
			return isOf(value, "Map") || isOf(value, "Scope");
		case "char[]":
			return typeof value === "object" && value?.type === "Array" && value.component === "char";
		case "byte[]":
			return typeof value === "object" && value?.type === "Array" && value.component === "byte";
		default:
			return isOf(value, type);
	}
}

function isString(value: Value): boolean {
	return typeof value === "string";
}

function isOf(value: Value, type: string): boolean {
	return typeof value === "object" && value !== null && value.type === type;
}
