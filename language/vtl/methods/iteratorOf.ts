import { type JavaIterator, list, type Value } from "../values/values.ts";
import { listIterator } from "./listIterator.ts";
import { viewIterator } from "./viewIterator.ts";

/** What #foreach goes over, or undefined when Velocity cannot go over it. */
export function iteratorOf(value: Value): JavaIterator | undefined {
	if (typeof value !== "object" || value === null) return undefined;
	switch (value.type) {
		case "List":
			return listIterator(value);
		case "Array":
			return listIterator(list(value.items, "unmodifiable"));
		case "Map":
			return viewIterator({ type: "View", of: "values", map: value });
		case "Scope":
			return viewIterator({ type: "View", of: "values", map: value.storage });
		case "View":
			return viewIterator(value);
		case "Iterator":
			return value;
		default:
			return undefined;
	}
}
