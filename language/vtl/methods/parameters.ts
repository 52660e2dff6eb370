import { isNumber, type NumberValue } from "../numbers/numberValue.ts";
import { nullPointer } from "../values/javaException.ts";
import type { Value } from "../values/values.ts";
import { viewItem } from "./viewItem.ts";

/** The arguments of a call, already known to fit the signature: a reader that meets another type found a mistake in a table. */
export type Parameters = readonly Value[];

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

/** The items of a Collection. */
export function itemsAt(parameters: Parameters, index: number): readonly Value[] {
	const value = parameters[index];
	if (value === null || value === undefined) throw nullPointer();
	if (typeof value !== "object") return [];
	if (value.type === "List") return value.items;
	return value.type === "View" ? Array.from(value.map.cells.values(), (cell) => viewItem(value, cell)) : [];
}

/** What a variable-arity method takes from its place on: an array stands for its items. */
export function restAt(parameters: Parameters, index: number): readonly Value[] {
	const only = parameters[index];
	if (parameters.length === index + 1 && typeof only === "object" && only?.type === "Array") return only.items;
	return parameters.slice(index);
}

export function numberAt(parameters: Parameters, index: number): NumberValue {
	const value = parameters[index] ?? null;
	if (isNumber(value)) return value;
	if (value === null) throw nullPointer();
	throw new TypeError("a method was called with an argument that is no number");
}
