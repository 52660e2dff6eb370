import type { Pattern } from "../vtl/regex/pattern.ts";

/** One step of a compiled path. */
export type PathToken =
	| { readonly kind: "properties"; readonly names: readonly string[] }
	| { readonly kind: "index"; readonly index: number }
	| { readonly kind: "indexes"; readonly indexes: readonly number[] }
	/** Counted from the end, as in `[(@.length - 1)]`; the number is negative. */
	| { readonly kind: "fromEnd"; readonly index: number }
	| { readonly kind: "slice"; readonly form: "from" | "to" | "between"; readonly from: number; readonly to: number }
	| { readonly kind: "wildcard" }
	| { readonly kind: "scan" }
	| { readonly kind: "filter"; readonly filter: Filter };

export type Path = { readonly tokens: readonly PathToken[]; readonly root: boolean };

/** What `[?(…)]` decides with: conditions joined by && and ||. */
export type Filter =
	| { readonly kind: "condition"; readonly condition: Condition }
	| { readonly kind: "all"; readonly filters: readonly Filter[] }
	| { readonly kind: "any"; readonly left: Filter; readonly right: Filter };

export type Operand =
	| { readonly kind: "path"; readonly path: Path }
	| { readonly kind: "text"; readonly text: string }
	| { readonly kind: "pattern"; readonly pattern: Pattern };

export type Condition =
	| { readonly kind: "exists"; readonly path: Path; readonly wanted: boolean }
	| { readonly kind: "compare"; readonly operator: Operator; readonly left: Operand; readonly right: Operand };

export type Operator = "==" | ">=" | "<=" | "!=" | "<" | ">" | "=~";

/** Whether the token can name at most one place. */
export function isDefinite(token: PathToken): boolean {
	return token.kind === "properties" || token.kind === "index" || token.kind === "fromEnd";
}
