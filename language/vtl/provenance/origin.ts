import type { Span } from "../nodes.ts";
import type { Value } from "../values/values.ts";

/**
 * Where a value came from: the JSON pointer of an input (`/body/a`, `/params/querystring/x`, `/context/stage`,
 * `/stageVariables/table`), or, of a text put together from several, its pieces. Undefined: from the template itself.
 */
export type Origin = string | readonly Piece[] | undefined;

/** So many characters from one input, or from none; `template` where it was printed by another node than the whole. */
export type Piece = { readonly length: number; readonly input: string | undefined; readonly template?: Span };

/** The only input that is in it; undefined where there are several or none. */
export function onlyInput(origin: Origin): string | undefined {
	if (origin === undefined || typeof origin === "string") return origin;
	const inputs = new Set(origin.map((it) => it.input).filter((it) => it !== undefined));
	return inputs.size === 1 ? [...inputs][0] : undefined;
}

/** The pieces of a text of that length; one, where what is known of them does not fit it. */
export function piecesOf(origin: Origin, length: number): readonly Piece[] {
	if (origin !== undefined && typeof origin !== "string") {
		const known = origin.reduce((sum, it) => sum + it.length, 0);
		if (known === length) return origin;
	}
	return [{ length, input: onlyInput(origin) }];
}

/** The inputs of the first characters of a text, whichever nodes printed it. */
export function inputsOf(origin: Origin, length: number): Origin {
	if (origin === undefined || typeof origin === "string") return origin;
	let left = length;
	const pieces: Piece[] = [];
	for (const piece of origin) {
		if (left <= 0) break;
		pieces.push({ length: Math.min(left, piece.length), input: piece.input });
		left -= piece.length;
	}
	return pieces;
}

/** The pointer one step further down. */
export function below(pointer: string, key: Value): string {
	// Keys of JSON are texts, and places in lists numbers; a template's own map has no pointer.
	if (typeof key === "object") return pointer;
	return `${pointer}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
