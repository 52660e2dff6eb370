export function isBlank(c: string | undefined): boolean {
	return c === " " || c === "\t" || c === "\n" || c === "\r";
}

/** Behind the blanks and newlines, if there are any. */
export function blanksEnd(text: string, at: number): number {
	let i = at;
	while (isBlank(text[i])) i++;
	return i;
}

/** Behind the blanks of this line, if there are any. */
export function indentEnd(text: string, at: number): number {
	let i = at;
	while (text[i] === " " || text[i] === "\t") i++;
	return i;
}

/** Behind blanks and one newline, if there is one; else right here. */
export function lineEnd(text: string, at: number): number {
	const i = indentEnd(text, at);
	if (text[i] === "\n") return i + 1;
	if (text[i] === "\r") return text[i + 1] === "\n" ? i + 2 : i + 1;
	return at;
}
