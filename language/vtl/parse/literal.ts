import { readReferenceToken } from "./referenceToken.ts";
import { isSnipped } from "./snipped.ts";
import { remade, type TokenStream, tokenAt } from "./tokenStream.ts";
import { kinds } from "./tokens.ts";

/** The text of a range of tokens as the reference remembers it: without what its lexer skipped. */
export function literal(text: string, tokens: TokenStream, first: number, last: number): string {
	if (last < first) return "";
	if (tokens.uneven < first) return text.slice(tokenAt(tokens, first).start, tokenAt(tokens, last).end);
	let result = "";
	for (let i = first; i <= last; i++) {
		const token = tokenAt(tokens, i);
		if (token.kind !== kinds.blockComment) result += token.special + imageOf(text, tokens, i);
	}
	return result;
}

/** The same without stray `$` and `#`. */
export function image(text: string, tokens: TokenStream, first: number, last: number): string {
	if (last >= first && tokens.uneven < first) {
		return text.slice(tokenAt(tokens, first).start, tokenAt(tokens, last).end);
	}
	let result = "";
	for (let i = first; i <= last; i++) {
		result += imageOf(text, tokens, i);
	}
	return result;
}

/** A token as the reference remembers it: of what begins a reference, the last `$` and what follows. */
function imageOf(text: string, tokens: TokenStream, index: number): string {
	const token = tokenAt(tokens, index);
	const raw = text.slice(token.start, token.end);
	if (token.kind === kinds.dot) return ".";
	if (isSnipped(text, token)) return readReferenceToken(raw).image;
	return token.kind === kinds.escapedDirective ? (remade(tokens, index) ?? raw) : raw;
}
