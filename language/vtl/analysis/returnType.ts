import { partsOf } from "./joinTypes.ts";
import type { Returns } from "./methods/fact.ts";
import { anyMap, listOf, nothing, plain, type Type, unknown } from "./types.ts";

/** What a method gives when it is called on the type. */
export function returnType(returns: Returns, self: Type): Type {
	switch (returns) {
		case "nothing":
			// The evaluation gives an empty text for a void method.
			return nothing;
		case "Object":
			return unknown;
		case "self":
			return self;
		case "item":
			return itemOf(self);
		case "value":
			return valueOf(self);
		case "String[]":
			return { kind: "Array", item: plain("String") };
		case "char[]":
			return { kind: "Array", item: plain("Character") };
		case "byte[]":
			return { kind: "Array", item: plain("Short") };
		case "item[]":
			return { kind: "Array", item: itemOf(self) };
		case "List<item>":
			return listOf(itemOf(self), "List");
		case "Set<String>":
			return { kind: "Set", item: plain("String") };
		case "Set<value>":
			return { kind: "Set", item: anyValue(self) };
		case "Set<entry>":
			return { kind: "Set", item: { kind: "Entry", value: anyValue(self) } };
		case "Iterator<item>":
			return { kind: "Iterator", item: itemOf(self) };
		case "ListIterator<item>":
			return { kind: "ListIterator", item: itemOf(self) };
		case "Stream<item>":
			return { kind: "Stream", item: itemOf(self) };
		case "Stream<String>":
			return { kind: "Stream", item: plain("String") };
		case "Stream<Integer>":
			return { kind: "Stream", item: plain("Integer") };
		case "Byte":
			return plain("Short");
		default:
			return plain(returns);
	}
}

/** What #foreach goes over. */
export function iteratedItem(type: Type): Type {
	const [only, ...others] = partsOf(type);
	if (only === undefined || others.length > 0) return unknown;
	return only.kind === "Map" ? anyValue(only) : itemOf(only);
}

function itemOf(type: Type): Type {
	return "item" in type ? type.item : unknown;
}

function valueOf(type: Type): Type {
	if (type.kind === "Map" || type.kind === "Entry") return type.value;
	return unknown;
}

/** What any value of a map is: the one type that all of its keys have, where they are known. */
function anyValue(type: Type): Type {
	if (type.kind !== "Map") return valueOf(type);
	const { names, get } = type.members;
	const types = names.slice(0, 20).map((name) => get(name)?.type() ?? unknown);
	const [first] = types;
	if (first === undefined) return type.value;
	return types.every((other) => other.kind === first.kind && !("item" in other) && other.kind !== "Map")
		? first
		: type === anyMap
			? unknown
			: type.value;
}
