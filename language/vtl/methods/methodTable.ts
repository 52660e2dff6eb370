import type { Budget } from "../evaluate/budget.ts";
import type { Printing } from "../values/printing.ts";
import type { Value } from "../values/values.ts";
import type { Parameters } from "./parameters.ts";

/** What a method may use of the evaluation. */
export type Host = Printing & { readonly budget: Budget };

/** A method of a Java class. `undefined` is the result of a void method, which prints as an empty string. */
export type Method = (self: never, parameters: Parameters, host: Host) => Value | undefined;

export type Overload = { readonly parameters: readonly ParameterType[]; readonly call: Method };

/**
 * The methods that a type answers to: an allow-list, looked up in a Map, so that no name reaches a JavaScript property.
 * What is not listed does not exist, as for a class that lacks it.
 */
export type MethodTable = ReadonlyMap<string, readonly Overload[]>;

export type ParameterType =
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

/** Calls a method of a value's own table. */
export function invoke(method: Overload, self: Value, parameters: Parameters, host: Host): Value | undefined {
	// The method was found in the table of this value's type, which no type can say.
	return method.call(self as never, parameters, host);
}
