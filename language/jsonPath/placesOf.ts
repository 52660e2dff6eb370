import type { PathToken } from "./tokens.ts";

/** The places in an array that a token names, be there items or not. */
export function placesOf(token: PathToken, length: number): readonly number[] {
	switch (token.kind) {
		case "index":
			return [token.index];
		case "indexes":
			return token.indexes;
		case "fromEnd":
			return [length + token.index];
		case "slice": {
			const from = token.form === "from" && token.from < 0 ? Math.max(0, token.from + length) : token.from;
			const end = token.form === "from" ? length : token.form === "to" && token.to < 0 ? token.to + length : token.to;
			const to = Math.min(length, end);
			return from < to ? Array.from({ length: to - from }, (_, i) => from + i) : [];
		}
		default:
			return [];
	}
}
