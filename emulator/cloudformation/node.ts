import type { SourceLocation } from "../../protocol/problem.ts";

/**
 * A piece of a template that knows where it was written. Intrinsic functions are maps of one entry, as in JSON
 * (`{ Ref: X }`, `{ "Fn::Sub": … }`), however they were spelled. Values are never changed in place.
 */
export type Node = Scalar | List | Mapping;

export type Scalar = {
	readonly kind: "scalar";
	readonly value: string | number | boolean | null;
	/** The value as text: a number keeps its spelling, so that `1.10` or `0123` reaches a string property whole. */
	readonly text: string;
	readonly at: SourceLocation;
};
export type List = { readonly kind: "list"; readonly items: readonly Node[]; readonly at: SourceLocation };
export type Mapping = {
	readonly kind: "map";
	readonly entries: ReadonlyMap<string, Entry>;
	readonly at: SourceLocation;
};
export type Entry = { readonly value: Node; readonly keyAt: SourceLocation };

/** What a node may be made from: plain JSON in which some parts are nodes already and keep their places. */
export type Draft =
	| Node
	| string
	| number
	| boolean
	| null
	| undefined
	| readonly Draft[]
	| { readonly [key: string]: Draft };

/** A node whose own parts all stand at `at`; nodes inside the draft keep their places, `undefined` entries vanish. */
export function node(draft: Draft, at: SourceLocation): Node {
	if (draft === undefined || draft === null) return scalar(null, at);
	if (typeof draft !== "object") return scalar(draft, at);
	if (isNode(draft)) return draft;
	if (isArray(draft)) return { kind: "list", items: draft.map((item) => node(item, at)), at };
	return mapping(draft, at);
}

export function mapping(draft: { readonly [key: string]: Draft }, at: SourceLocation): Mapping {
	const entries = new Map<string, Entry>();
	for (const [key, value] of Object.entries(draft)) {
		if (value === undefined) continue;
		const made = node(value, at);
		entries.set(key, { value: made, keyAt: made.at });
	}
	return { kind: "map", entries, at };
}

export function scalar(value: Scalar["value"], at: SourceLocation, text = value === null ? "" : String(value)): Scalar {
	return { kind: "scalar", value, text, at };
}

/** The child of a map, if this is a map and has one. */
export function child(parent: Node | undefined, key: string): Node | undefined {
	return parent?.kind === "map" ? parent.entries.get(key)?.value : undefined;
}

/** The child's text, if it is a scalar. */
export function childText(parent: Node | undefined, key: string): string | undefined {
	const found = child(parent, key);
	return found?.kind === "scalar" && found.value !== null ? found.text : undefined;
}

export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** The value without its places. */
export function plain(of: Node): Plain {
	if (of.kind === "scalar") return of.value;
	if (of.kind === "list") return of.items.map(plain);
	return Object.fromEntries([...of.entries].map(([key, entry]) => [key, plain(entry.value)]));
}

function isArray(draft: object): draft is readonly Draft[] {
	return Array.isArray(draft);
}

function isNode(draft: object): draft is Node {
	return "kind" in draft && "at" in draft && typeof draft.at === "object" && draft.at !== null && "file" in draft.at;
}
