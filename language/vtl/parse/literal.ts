import { readReferenceToken } from "./referenceToken.ts";
import type { TokenStream } from "./tokenStream.ts";
import { kinds, type Token } from "./tokens.ts";

/** The text of a range of tokens as the reference remembers it: without what its lexer skipped. */
export function literal(text: string, tokens: TokenStream, first: number, last: number): string {
	if (last < first) return "";
	const start = tokens.token(first);
	const end = tokens.token(last);
	if (start.special === "" && contiguous(text, tokens, first, last)) return text.slice(start.start, end.end);
	let result = "";
	for (let i = first; i <= last; i++) {
		const token = tokens.token(i);
		if (token.kind !== kinds.blockComment) result += token.special + imageOf(text, tokens, i);
	}
	return result;
}

/** The same without stray `$` and `#`. */
export function image(text: string, tokens: TokenStream, first: number, last: number): string {
	let result = "";
	for (let i = first; i <= last; i++) {
		result += imageOf(text, tokens, i);
	}
	return result;
}

/** A token as the reference remembers it: of what begins a reference, the last `$` and what follows. */
function imageOf(text: string, tokens: TokenStream, index: number): string {
	const token = tokens.token(index);
	const raw = text.slice(token.start, token.end);
	if (token.kind === kinds.dot) return ".";
	if (isSnipped(text, token)) return readReferenceToken(raw).image;
	return token.kind === kinds.escapedDirective ? (tokens.remade(index) ?? raw) : raw;
}

function isSnipped(text: string, { kind, start, end }: Token): boolean {
	if (kind === kinds.dot) return end - start > 1;
	if (kind !== kinds.identifier && kind !== kinds.referenceOpen) return false;
	return end - start > 1 && text.lastIndexOf("$", end - 1) > start;
}

/** Whether nothing was skipped between the tokens, so that the text itself is their literal. */
function contiguous(text: string, tokens: TokenStream, first: number, last: number): boolean {
	for (let i = first; i <= last; i++) {
		const token = tokens.token(i);
		if (token.kind === kinds.blockComment || (i > first && token.from !== token.start)) return false;
		if (token.kind === kinds.escapedDirective || isSnipped(text, token)) return false;
	}
	return true;
}
