import type { Type } from "./types.ts";

/** A type in a few words, for hovers and hints: `List<Map {id, name}>`. */
export function describeType(type: Type, depth = 0): string {
	switch (type.kind) {
		case "unknown":
			return "Object";
		case "nothing":
			return "nothing";
		case "union":
			return type.types.map((part) => describeType(part, depth)).join(" | ");
		case "Map": {
			const { names, complete } = type.members;
			if (depth > 2 || names.length === 0) return "Map";
			const shown = names.slice(0, 5).join(", ");
			return `Map {${shown}${names.length > 5 || !complete ? ", …" : ""}}`;
		}
		case "List":
			return `${type.list === "JSONArray" ? "JSONArray" : "List"}${parameter(type.item, depth)}`;
		case "Array":
			return type.item.kind === "unknown" ? "Object[]" : `${describeType(type.item, depth + 1)}[]`;
		case "Set":
		case "Iterator":
		case "ListIterator":
		case "Stream":
			return `${type.kind}${parameter(type.item, depth)}`;
		case "Entry":
			return "Map.Entry";
		case "Bound":
			return type.name;
		case "Scope":
			return "ForeachScope";
		case "ScopeInfo":
			return "Scope.Info";
		default:
			return type.kind;
	}
}

function parameter(item: Type, depth: number): string {
	if (depth > 2 || item.kind === "unknown" || item.kind === "nothing") return "";
	return `<${describeType(item, depth + 1)}>`;
}
