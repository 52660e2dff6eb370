import { findMethod } from "../methods/findMethod.ts";
import { getters } from "../methods/getters.ts";
import { putIn } from "../methods/mapCells.ts";
import { methodsOf } from "../methods/methodsOf.ts";
import { type Host, invoke } from "../methods/methodTable.ts";
import { lookUp } from "../methods/scopeMethods.ts";
import { refuseUnavailable } from "../methods/unavailable.ts";
import { keyOf } from "../values/equality.ts";
import { illegalArgument } from "../values/javaException.ts";
import type { Value } from "../values/values.ts";
import { adjustedIndex } from "./negativeIndex.ts";
import { spendOn } from "./weight.ts";

type Something = Exclude<Value, null>;

/** `$x.name`: a getter, a key of a map, or a boolean getter; null when the value has none of them. */
export function property(value: Something, name: string, host: Host): Value {
	const methods = methodsOf(value);
	const { get: gets, is: booleans } = getters(methods);
	const getter = gets.get(name);
	if (getter !== undefined) {
		spendOn(value, host.budget);
		return invoke(getter, value, [], host) ?? null;
	}
	if (typeof value === "object" && value.type === "Map") {
		return value.cells.get(keyOf(name, host.budget))?.value ?? null;
	}
	if (typeof value === "object" && value.type === "Scope") return lookUp(value, name, host);
	const get = findMethod(methods, "get", [name]);
	if (get !== undefined) return invoke(get, value, [name], host) ?? null;
	const is = booleans.get(name);
	if (is === undefined) return null;
	const result = invoke(is, value, [], host);
	return typeof result === "boolean" ? result : null;
}

/** `$x.name(…)`: null when there is no such method; a void method gives an empty string. */
export function call(value: Something, name: string, parameters: readonly Value[], host: Host): Value {
	const method = findMethod(methodsOf(value), name, parameters);
	if (method === undefined) {
		refuseUnavailable(value, name, parameters.length);
		// Velocity takes a method without parameters for any call, and Java refuses.
		const bare = parameters.length > 0 && findMethod(methodsOf(value), name, []) !== undefined;
		if (bare) throw illegalArgument("wrong number of arguments");
		return null;
	}
	spendOn(value, host.budget);
	for (const parameter of parameters) spendOn(parameter, host.budget);
	const result = invoke(method, value, parameters, host);
	if (result === undefined) return "";
	spendOn(result, host.budget);
	return result;
}

/** `$x[index]`, which is `get(index)`, counted from the end when the index is negative. */
export function element(value: Something, index: Value, host: Host): Value {
	return call(value, "get", [adjustedIndex(value, index, host)], host);
}

/** `#set($x.name = …)`: a setter or a key of a map; nothing happens when the value has neither. */
export function setProperty(target: Something, name: string, value: Value, host: Host): void {
	const methods = methodsOf(target);
	const setter = findMethod(methods, `set${name}`, [value]) ?? findMethod(methods, `set${flipped(name)}`, [value]);
	if (setter !== undefined) invoke(setter, target, [value], host);
	else if (typeof target === "object" && target.type === "Map") putIn(target, name, value, host);
	else if (typeof target === "object" && target.type === "Scope") putIn(target.storage, name, value, host);
}

/** `#set($x[index] = …)`: `set(index, …)` or `put(index, …)`. */
export function setElement(target: Something, index: Value, value: Value, host: Host): void {
	const methods = methodsOf(target);
	const parameters = [adjustedIndex(target, index, host), value];
	const method = findMethod(methods, "set", parameters) ?? findMethod(methods, "put", parameters);
	if (method !== undefined) invoke(method, target, parameters, host);
}

/** The name with the case of its first letter changed, as a getter may spell it. */
function flipped(name: string): string {
	const first = name[0] ?? "";
	const lower = first.toLowerCase();
	return (first === lower ? first.toUpperCase() : lower) + name.slice(1);
}
