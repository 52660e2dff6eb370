import type { Item, Value } from "../values/value.ts";
import type { DocumentPath } from "./syntax.ts";

/** What stands at a path of an item, if anything does. */
export function valueAt(item: Item, path: DocumentPath): Value | undefined {
	const [name] = path;
	let value = typeof name === "string" ? item[name] : undefined;
	for (let i = 1; i < path.length && value !== undefined; i++) {
		const element = path[i];
		if (typeof element === "number") value = "L" in value ? value.L[element] : undefined;
		else value = element !== undefined && "M" in value ? value.M[element] : undefined;
	}
	return value;
}
