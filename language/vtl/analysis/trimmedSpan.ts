import type { Span } from "../nodes.ts";

/** A span without the blanks at its ends, which statements and operators take with them; of blanks alone an empty one. */
export function trimmedSpan(text: string, { start, end }: Span): Span {
	let from = start;
	let to = end;
	while (from < to && isBlank(text.charCodeAt(from))) from++;
	while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
	return { start: from, end: to };
}

function isBlank(code: number): boolean {
	return code === 32 || (code >= 9 && code <= 13);
}
