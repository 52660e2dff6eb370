import type { Budget } from "../budget.ts";
import { nullPointer } from "../javaException.ts";
import { isNumber } from "../numbers.ts";
import type { Printing } from "../printing.ts";
import type { Value } from "../values.ts";

/** What a method may use of the evaluation. */
export type Host = Printing & { readonly budget: Budget };

/** A method of a Java class. `undefined` is the result of a void method, which prints as an empty string. */
export type Method = (self: never, parameters: readonly Value[], host: Host) => Value | undefined;

export type Overload = { readonly parameters: readonly ParameterType[]; readonly call: Method };

/**
 * The methods that a type answers to: an allow-list, looked up in a Map, so that no name reaches a JavaScript property.
 * What is not listed does not exist, as for a class that lacks it.
 */
export type MethodTable = ReadonlyMap<string, readonly Overload[]>;

type ParameterType =
	| "int"
	| "long"
	| "float"
	| "double"
	| "boolean"
	| "char"
	| "String"
	| "CharSequence"
	| "Object"
	| "Object..."
	| "CharSequence..."
	| "Collection"
	| "Map"
	| "Integer"
	| "Long"
	| "Double"
	| "Float"
	| "Boolean"
	| "Character"
	| "BigInteger"
	| "BigDecimal"
	| "char[]"
	| "byte[]";

/** Builds a table from signatures such as `"substring(int,int)"`; later tables add to earlier ones. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- it types `self` in every method of a table
export function methodTable<Self>(
	methods: Readonly<Record<string, (self: Self, parameters: Parameters, host: Host) => Value | undefined>>,
	...inherited: readonly MethodTable[]
): MethodTable {
	const table = new Map<string, readonly Overload[]>();
	for (const parent of inherited) for (const [name, overloads] of parent) table.set(name, overloads);
	for (const [signature, call] of Object.entries(methods)) {
		const open = signature.indexOf("(");
		const name = signature.slice(0, open);
		const types = signature.slice(open + 1, -1);
		// The table of a type is only ever asked with values of that type; the signature says which parameters come.
		const overload = { parameters: types === "" ? [] : types.split(","), call } as unknown as Overload;
		const same = (table.get(name) ?? []).filter((other) => other.parameters.join() !== overload.parameters.join());
		table.set(name, [...same, overload]);
	}
	return table;
}

/** The methods that a property stands for: `getName()` and `isName()`, under `Name` and `name`. */
export type Getters = {
	readonly get: ReadonlyMap<string, Overload>;
	readonly is: ReadonlyMap<string, Overload>;
};

const gettersOf = new WeakMap<MethodTable, Getters>();

/** The getters of a table, which are gathered once. */
export function getters(table: MethodTable): Getters {
	const known = gettersOf.get(table);
	if (known !== undefined) return known;
	const made = { get: gathered(table, "get"), is: gathered(table, "is") };
	gettersOf.set(table, made);
	return made;
}

function gathered(table: MethodTable, prefix: "get" | "is"): ReadonlyMap<string, Overload> {
	const result = new Map<string, Overload>();
	for (const [name, overloads] of table) {
		const getter = overloads.find((overload) => overload.parameters.length === 0);
		if (getter === undefined || !name.startsWith(prefix) || name.length === prefix.length) continue;
		const first = name[prefix.length] ?? "";
		const rest = name.slice(prefix.length + 1);
		for (const spelled of [first, first.toLowerCase(), first.toUpperCase()]) {
			if (!result.has(spelled + rest)) result.set(spelled + rest, getter);
		}
	}
	return result;
}

/** Calls a method of a value's own table. */
export function invoke(method: Overload, self: Value, parameters: Parameters, host: Host): Value | undefined {
	// The method was found in the table of this value's type, which no type can say.
	return method.call(self as never, parameters, host);
}

/** The arguments of a call, already known to fit the signature, so that the readers below only tell the types. */
export type Parameters = readonly Value[];

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

// Readers of arguments. The signature has been checked, so a mismatch is a mistake in a table.

export function textAt(parameters: Parameters, index: number): string {
	const value = parameters[index];
	if (typeof value === "string") return value;
	if (value === null || value === undefined) throw nullPointer();
	throw new TypeError("a method was called with an argument that is no string");
}

export function intAt(parameters: Parameters, index: number): number {
	const value = parameters[index];
	if (typeof value === "number") return value;
	if (typeof value === "object" && value !== null && (value.type === "Short" || value.type === "Byte")) {
		return value.value;
	}
	throw new TypeError("a method was called with an argument that is no int");
}

export function valueAt(parameters: Parameters, index: number): Value {
	return parameters[index] ?? null;
}

/** The items of a Collection, or of nothing. */
export function itemsAt(parameters: Parameters, index: number): readonly Value[] {
	const value = parameters[index];
	if (typeof value !== "object" || value === null) return [];
	if (value.type === "List") return value.items;
	if (value.type !== "View") return [];
	const cells = [...value.map.cells.values()];
	switch (value.of) {
		case "keys":
			return cells.map((cell) => cell.key);
		case "values":
			return cells.map((cell) => cell.value);
		case "entries":
			return cells.map((cell) => ({ type: "Entry", cell }));
	}
}

/** What a variable-arity method takes from its place on: an array stands for its items. */
export function restAt(parameters: Parameters, index: number): readonly Value[] {
	const only = parameters[index];
	if (parameters.length === index + 1 && typeof only === "object" && only?.type === "Array") return only.items;
	return parameters.slice(index);
}

export function numberAt(parameters: Parameters, index: number) {
	const value = parameters[index] ?? null;
	if (isNumber(value)) return value;
	if (value === null) throw nullPointer();
	throw new TypeError("a method was called with an argument that is no number");
}
