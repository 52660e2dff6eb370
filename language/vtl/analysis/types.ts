/**
 * What an expression of a template is known to be, in terms of Java's classes and, for JSON, of its members. A type is a
 * promise for completion and hover, never for evaluation: `unknown` is the answer wherever it is not sure.
 */
export type Type =
	| { readonly kind: "unknown" }
	/** No value at all: what a void method gives, or a branch that is never taken. */
	| { readonly kind: "nothing" }
	| { readonly kind: PlainKind }
	| ListType
	| MapType
	| { readonly kind: "Array"; readonly item: Type }
	| { readonly kind: "Set" | "Iterator" | "ListIterator" | "Stream"; readonly item: Type }
	| { readonly kind: "Entry"; readonly value: Type }
	| { readonly kind: "Bound"; readonly name: "$input" | "$util" }
	| Union;

/** Classes without parts. `Number` is a JSON number that may be an Integer, a Long or a Double. */
export type PlainKind =
	| "String"
	| "Boolean"
	| "Number"
	| "Integer"
	| "Long"
	| "Short"
	| "Double"
	| "Float"
	| "BigInteger"
	| "BigDecimal"
	| "Character"
	| "Scope"
	| "ScopeInfo"
	| "Block"
	| "Class";

export type ListType = {
	readonly kind: "List";
	/** A JSONArray is what JSON's arrays become; it prints as JSON. */
	readonly list: "ArrayList" | "JSONArray" | "List";
	readonly item: Type;
};

export type MapType = {
	readonly kind: "Map";
	/** What is known of its keys. */
	readonly members: Members;
	/** What stands under the other keys. */
	readonly value: Type;
};

export type Union = { readonly kind: "union"; readonly types: readonly Type[] };

/** The known keys of a map. Their types are made when asked for, since a model may contain itself. */
export type Members = {
	readonly names: readonly string[];
	get(name: string): Member | undefined;
	/** There are no others. */
	readonly complete: boolean;
};

export type Member = {
	readonly name: string;
	type(): Type;
	/** Markdown. */
	readonly documentation?: string;
	readonly page?: string;
	/** Where a model declares it. */
	readonly origin?: Origin;
};

/** A place in a model's schema. */
export type Origin = { readonly model: string; readonly pointer: string };

export const unknown: Type = { kind: "unknown" };
export const nothing: Type = { kind: "nothing" };
export const noMembers: Members = { names: [], get: () => undefined, complete: false };
export const anyMap: MapType = { kind: "Map", members: noMembers, value: unknown };

export function plain(kind: PlainKind): Type {
	return { kind };
}

export function listOf(item: Type, list: ListType["list"] = "ArrayList"): Type {
	return { kind: "List", list, item };
}

export function mapOf(members: readonly Member[], value: Type = unknown, complete = false): MapType {
	const byName = new Map(members.map((member) => [member.name, member]));
	return { kind: "Map", members: { names: [...byName.keys()], get: (name) => byName.get(name), complete }, value };
}
