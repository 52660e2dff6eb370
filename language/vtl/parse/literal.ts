import type { TokenStream } from "./tokenStream.ts";
import { kinds } from "./tokens.ts";

/** The text of a range of tokens as the reference remembers it: without what its lexer skipped. */
export function literal(text: string, tokens: TokenStream, first: number, last: number): string {
	if (last < first) return "";
	const start = tokens.token(first);
	const end = tokens.token(last);
	if (start.special === "" && contiguous(tokens, first, last)) return text.slice(start.start, end.end);
	let result = "";
	for (let i = first; i <= last; i++) {
		const token = tokens.token(i);
		if (token.kind !== kinds.blockComment) result += token.special + text.slice(token.start, token.end);
	}
	return result;
}

/** The same without stray `$` and `#`. */
export function image(text: string, tokens: TokenStream, first: number, last: number): string {
	let result = "";
	for (let i = first; i <= last; i++) {
		const token = tokens.token(i);
		result += text.slice(token.start, token.end);
	}
	return result;
}

/** Whether nothing was skipped between the tokens, so that the text itself is their literal. */
function contiguous(tokens: TokenStream, first: number, last: number): boolean {
	for (let i = first; i <= last; i++) {
		const { kind, from, start } = tokens.token(i);
		if (kind === kinds.blockComment || (i > first && from !== start)) return false;
	}
	return true;
}
