import type { Edit } from "../features/results.ts";

/** The text with edits that are in order and do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
	let result = "";
	let at = 0;
	for (const { start, end, newText } of edits) {
		result += text.slice(at, start) + newText;
		at = end;
	}
	return result + text.slice(at);
}
