import { findMethod } from "../methods/findMethod.ts";
import { methodsOf } from "../methods/methodsOf.ts";
import { type Host, invoke } from "../methods/methodTable.ts";
import { illegalArgument } from "../values/javaException.ts";
import type { Value } from "../values/values.ts";

/** An index below zero counts from the end, for whatever has a size. */
export function adjustedIndex(value: Exclude<Value, null>, index: Value, host: Host): Value {
	if (typeof index !== "number" || index >= 0) return index;
	const method = findMethod(methodsOf(value), "size", []);
	const size = method === undefined ? undefined : invoke(method, value, [], host);
	if (typeof size !== "number") throw illegalArgument("A 'size()' method required for negative value does not exist");
	return size + index;
}
