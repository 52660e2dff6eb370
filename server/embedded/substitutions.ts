import { type Decoding, decodingOf, isCopy, pieceAt } from "./decoding.ts";

/**
 * The text of an `Fn::Sub`: `${Name}` is replaced when the stack is deployed, so here it is digits, which neither begin
 * nor end anything in a template or in JSON; `${!name}` is the way to write `${name}`.
 */
export function withSubstitutions(host: string, decoding: Decoding): Decoding {
	const { text } = decoding;
	const result = decodingOf(host);
	let from = 0;
	for (const { index, 0: found, 1: name = "" } of text.matchAll(/\$\{([^{}]*)\}/g)) {
		result.take(decoding, from, index);
		if (name.startsWith("!")) {
			result.take(decoding, index, index + 2);
			result.take(decoding, index + 3, index + found.length);
		} else {
			const start = hostOf(decoding, index);
			const end = hostOf(decoding, index + found.length - 1) + 1;
			result.put("1".repeat(found.length), start, end);
		}
		from = index + found.length;
	}
	result.take(decoding, from, text.length);
	return result.done();
}

function hostOf(decoding: Decoding, offset: number): number {
	const piece = decoding.pieces[pieceAt(decoding, offset)];
	if (piece === undefined) return 0;
	return piece.host + (isCopy(piece) ? offset - piece.at : 0);
}
