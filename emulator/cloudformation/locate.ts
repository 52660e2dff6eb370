import type { SourceLocation } from "../../protocol/problem.ts";
import { childText, type Mapping, type Node } from "./node.ts";

/**
 * Where a property stands, by its path in a resource's properties, or its nearest parent that stands in a file. Names are
 * found with either case of their first letter, as API Gateway writes them small; an item of a list by its index or by
 * its StatusCode.
 */
export function locate(properties: Mapping, at: SourceLocation, path: readonly string[]): SourceLocation {
	let node: Node = properties;
	let found = at;
	for (const name of path) {
		const next = step(node, name);
		if (next === undefined) break;
		node = next.value;
		found = next.at;
	}
	return found;
}

type Step = { readonly value: Node; readonly at: SourceLocation };

function step(node: Node, name: string): Step | undefined {
	if (node.kind === "scalar") return undefined;
	if (node.kind === "list") {
		const item = node.items[Number(name)] ?? node.items.find((it) => childText(it, "StatusCode") === name);
		return item === undefined ? undefined : { value: item, at: item.at };
	}
	const entry = node.entries.get(name) ?? node.entries.get(name.charAt(0).toUpperCase() + name.slice(1));
	if (entry === undefined) return undefined;
	// A single value stands for itself (the first line of a mapping template); a map or list is found at its name.
	return { value: entry.value, at: entry.value.kind === "scalar" ? entry.value.at : entry.keyAt };
}
