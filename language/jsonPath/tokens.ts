import type { Filter } from "./filter.ts";

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

/** Whether the token can name at most one place. */
export function isDefinite(token: PathToken): boolean {
	return token.kind === "properties" || token.kind === "index" || token.kind === "fromEnd";
}
