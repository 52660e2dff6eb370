import { joinTypes, partsOf } from "./joinTypes.ts";
import { factsOf } from "./methods/methodsOfType.ts";
import { returnType } from "./returnType.ts";
import { type Member, nothing, plain, type Type, unknown } from "./types.ts";

/** What `$x.name` is: a getter, or a key of a map. `nothing` where a value of the type cannot have it. */
export function propertyType(type: Type, name: string): Type {
	return joinTypes(partsOf(type).map((part) => propertyOfOne(part, name)));
}

/** What is known of a key of a map, in any of the type's alternatives. */
export function memberOf(type: Type, name: string): Member | undefined {
	for (const part of partsOf(type)) {
		const member = part.kind === "Map" ? part.members.get(name) : undefined;
		if (member !== undefined) return member;
	}
	return undefined;
}

/** The getters that a class has, by the property that calls them. */
export function gettersOf(type: Type): ReadonlyMap<string, { readonly returns: Type; readonly documentation: string }> {
	const getters = new Map<string, { readonly returns: Type; readonly documentation: string }>();
	for (const [signature, returns, documentation] of factsOf(type)) {
		const [, , name] = /^(get|is)([A-Z]\w*)\(\)$/.exec(signature) ?? [];
		if (name === undefined) continue;
		const property = (name[0] ?? "").toLowerCase() + name.slice(1);
		if (!getters.has(property)) getters.set(property, { returns: returnType(returns, type), documentation });
	}
	return getters;
}

function propertyOfOne(type: Type, name: string): Type {
	if (type.kind === "unknown") return unknown;
	if (type.kind === "Bound") return type.name === "$input" && name === "body" ? plain("String") : nothing;
	if (type.kind === "Map") {
		if (name === "class") return plain("Class");
		const member = type.members.get(name);
		if (member !== undefined) return member.type();
		// A map answers `empty` with its `isEmpty()` when it has no such key.
		if (name === "empty") return plain("Boolean");
		return type.members.complete ? nothing : type.value;
	}
	const lower = (name[0] ?? "").toLowerCase() + name.slice(1);
	const getter = gettersOf(type).get(lower);
	if (getter !== undefined) return getter.returns;
	// The loop's scope keeps whatever a template puts there.
	return type.kind === "Scope" ? unknown : nothing;
}
