import { isWhitespace } from "./whitespace.ts";

/** String.strip and its halves: without the white space at the ends. */
export function stripText(text: string, leading: boolean, trailing: boolean): string {
	let start = 0;
	let end = text.length;
	if (leading) while (start < end && isWhitespace(text.charCodeAt(start))) start++;
	if (trailing) while (end > start && isWhitespace(text.charCodeAt(end - 1))) end--;
	return text.slice(start, end);
}

/** Java's trim takes everything up to the blank, control characters included. */
export function trimText(text: string): string {
	let start = 0;
	let end = text.length;
	while (start < end && text.charCodeAt(start) <= 32) start++;
	while (end > start && text.charCodeAt(end - 1) <= 32) end--;
	return text.slice(start, end);
}
