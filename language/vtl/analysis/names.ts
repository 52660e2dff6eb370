import { isNameStart } from "../parse/scanner/lexemes.ts";

/** Names as Velocity has them: a letter or `_`, then letters, digits, `-` and `_`. */
export function isNameCharacter(code: number): boolean {
	return isNameStart(code) || (code >= 48 && code <= 57) || code === 45;
}

/** Behind the name that begins at the offset; the offset itself where none does. */
export function nameEnd(text: string, start: number): number {
	if (!isNameStart(text.charCodeAt(start))) return start;
	let end = start + 1;
	while (isNameCharacter(text.charCodeAt(end))) end++;
	return end;
}

/** Where the name begins that ends at the offset; the offset itself where none does. */
export function nameStart(text: string, end: number): number {
	let start = end;
	while (start > 0 && isNameCharacter(text.charCodeAt(start - 1))) start--;
	return start;
}

export function isName(text: string): boolean {
	return /^[a-zA-Z_][a-zA-Z0-9_-]*$/.test(text);
}
