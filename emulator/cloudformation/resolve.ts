import { functions } from "./functions/table.ts";
import type { Entry, Mapping, Node } from "./node.ts";
import { type Intrinsic, refuse, type Scope } from "./scope.ts";

/** The value of a node with all its intrinsic functions carried out; each part keeps the place where it was written. */
export function resolve(node: Node, scope: Omit<Scope, "resolve">): Node | undefined {
	const whole: Scope = { ...scope, resolve: (inner) => resolve(inner, scope) };
	if (node.kind === "scalar") return node;
	if (node.kind === "list") return { ...node, items: node.items.flatMap((item) => whole.resolve(item) ?? []) };

	const call = functionCall(node);
	if (call !== undefined) {
		if (call.run !== undefined) return call.run(call.argument, node.at, whole);
		return refuse(whole, node.at, `${call.name} is not a function that can be used here.`, "unknown-function");
	}
	const entries = new Map<string, Entry>();
	for (const [key, entry] of node.entries) {
		const value = whole.resolve(entry.value);
		if (value !== undefined) entries.set(key, { ...entry, value });
	}
	return { ...node, entries };
}

export type FunctionCall = { readonly name: string; readonly argument: Node; readonly run: Intrinsic | undefined };

/**
 * The intrinsic function that a map of one entry stands for, if it does. `Condition` is one only with a single name
 * behind it: an IAM policy's Condition block is a map.
 */
export function functionCall(node: Mapping): FunctionCall | undefined {
	if (node.entries.size !== 1) return undefined;
	for (const [name, { value }] of node.entries) {
		if (name === "Condition" && value.kind !== "scalar") return undefined;
		const run = Object.hasOwn(functions, name) ? functions[name] : undefined;
		if (run !== undefined || name.startsWith("Fn::")) return { name, argument: value, run };
	}
	return undefined;
}
