import { type Item, type MutableItem, newItem, type Value } from "../values/value.ts";
import { valueAt } from "./documentPath.ts";
import type { DocumentPath } from "./syntax.ts";

/** What of an item stands at the given paths; of a list only the elements asked for, moved together in their order. */
export function project(item: Item, paths: readonly DocumentPath[]): Item {
	const result = newItem();
	const nested: Branch = new Map();
	for (const path of paths) {
		const value = valueAt(item, path);
		if (value === undefined) continue;
		const [name] = path;
		if (path.length === 1 && typeof name === "string") result[name] = value;
		else plant(nested, path, value);
	}
	for (const [name, branch] of nested) if (typeof name === "string") result[name] = grow(branch);
	return result;
}

/** The parts of a document that were asked for: a value, or what is below. */
type Branch = Map<string | number, Branch | { readonly leaf: Value }>;

function plant(root: Branch, path: DocumentPath, value: Value): void {
	let branch = root;
	for (const [index, element] of path.entries()) {
		if (index === path.length - 1) {
			branch.set(element, { leaf: value });
			return;
		}
		const below = branch.get(element);
		if (below instanceof Map) {
			branch = below;
		} else {
			const next: Branch = new Map();
			branch.set(element, next);
			branch = next;
		}
	}
}

function grow(branch: Branch | { readonly leaf: Value }): Value {
	if (!(branch instanceof Map)) return branch.leaf;
	const elements: [number, Value][] = [];
	const entries: MutableItem = newItem();
	for (const [element, below] of branch) {
		if (typeof element === "number") elements.push([element, grow(below)]);
		else entries[element] = grow(below);
	}
	if (elements.length === 0) return { M: entries };
	return { L: elements.toSorted(([a], [b]) => a - b).map(([, value]) => value) };
}
