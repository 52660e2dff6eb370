import type { Variables } from "../evaluate/variables.ts";
import type { Statement } from "../nodes.ts";

/**
 * What a template computes with: Java's values as the reference engine sees them. JavaScript's string, boolean, number
 * and bigint stand for String, Boolean, Integer and BigInteger; everything else is an object with a `type`, and the only
 * properties ever read are those written here. No template reaches a JavaScript object.
 */
export type Value = null | string | boolean | number | bigint | ObjectValue;

export type ObjectValue =
	| Long
	| Floating
	| Small
	| BigDecimal
	| Character
	| JavaList
	| JavaArray
	| JavaMap
	| View
	| Entry
	| JavaIterator
	| Stream
	| Scope
	| ScopeInfo
	| Block
	| Bound
	| ClassValue;

export type Long = { readonly type: "Long"; readonly value: bigint };
export type Floating = { readonly type: "Double" | "Float"; readonly value: number };
export type Small = { readonly type: "Short" | "Byte"; readonly value: number };
export type BigDecimal = { readonly type: "BigDecimal"; readonly unscaled: bigint; readonly scale: number };
export type Character = { readonly type: "Character"; readonly value: string };

export type JavaList = {
	readonly type: "List";
	/** A JSONArray prints as JSON; a list of the template prints as `[a, b]`. The others differ in what they allow. */
	readonly kind: "ArrayList" | "JSONArray" | "SubList" | "unmodifiable";
	items: Value[];
	/** Counts structural changes, so that an iterator can tell. */
	changes: number;
};

export type JavaArray = {
	readonly type: "Array";
	readonly component: "String" | "char" | "byte" | "int" | "Object";
	readonly items: Value[];
};

export type Cell = { readonly key: Value; value: Value };

export type JavaMap = {
	readonly type: "Map";
	/** By the key's own identity under Java's equals, see `keyOf`. */
	readonly cells: Map<KeyIdentity, Cell>;
	changes: number;
};
export type KeyIdentity = string | number | bigint | boolean | object | null;

/** `keySet()`, `values()`, `entrySet()`: live views of a map. */
export type View = { readonly type: "View"; readonly of: "keys" | "values" | "entries"; readonly map: JavaMap };
export type Entry = { readonly type: "Entry"; readonly cell: Cell };

export type JavaIterator = {
	readonly type: "Iterator";
	readonly javaClass: string;
	/** A list iterator also goes back and writes. */
	readonly list: JavaList | undefined;
	hasNext(): boolean;
	next(): Value;
	remove(): void;
	readonly position: () => number;
	move(to: number): void;
};

/** What `chars()`, `lines()` and `stream()` give; useful without lambdas only to be counted and collected. */
export type Stream = { readonly type: "Stream"; readonly of: "int" | "Object"; readonly items: readonly Value[] };

/** `$foreach` */
export type Scope = {
	readonly type: "Scope";
	index: number;
	hasNext: boolean;
	readonly parent: Scope | undefined;
	readonly replaced: Value;
	readonly storage: JavaMap;
	/** Where the loop stands in the template. */
	place(): { readonly line: number; readonly column: number };
};
export type ScopeInfo = { readonly type: "ScopeInfo"; readonly scope: Scope };

/** The block of a #define. */
export type Block = {
	readonly type: "Block";
	readonly body: readonly Statement[];
	/** The text that the body stands in, and what its variables were where it was defined. */
	readonly source: string;
	readonly variables: Variables;
	/** How often it may be rendered inside itself. */
	readonly depthMax: number;
	depth: number;
};

/** `$input` and `$util`. */
export type Bound = { readonly type: "Bound"; readonly name: "$input" | "$util"; readonly input: InputState };

/** What stands behind `$input` during one rendering. */
export type InputState = {
	readonly body: string;
	/** The body as JSON, read when it is first asked for; throws JsonRefused. */
	document(): Value;
	/** The maps `path`, `querystring` and `header`. */
	readonly parameters: JavaMap;
};

export type ClassValue = { readonly type: "Class"; readonly name: string };

export function long(value: bigint): Long {
	return { type: "Long", value };
}

export function double(value: number): Floating {
	return { type: "Double", value };
}

export function character(value: string): Character {
	return { type: "Character", value };
}

export function list(items: Value[], kind: JavaList["kind"] = "ArrayList"): JavaList {
	return { type: "List", kind, items, changes: 0 };
}

export function array(component: JavaArray["component"], items: Value[]): JavaArray {
	return { type: "Array", component, items };
}

export function map(): JavaMap {
	return { type: "Map", cells: new Map(), changes: 0 };
}

/** The integer in the smallest of Integer, Long and BigInteger that holds it. */
export function integer(value: bigint): number | bigint | Long {
	if (value >= -2147483648n && value <= 2147483647n) return Number(value);
	return value >= -9223372036854775808n && value <= 9223372036854775807n ? long(value) : value;
}
