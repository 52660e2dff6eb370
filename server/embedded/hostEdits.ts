import type { Edit } from "../features/results.ts";
import { readHost, spanOf } from "./hostDocument.ts";
import { doubleQuoted, styled } from "./styled.ts";
import { type TemplateString, templateSlots } from "./templateStrings.ts";

/**
 * Edits of a template as edits of its document, written as the scalar's style wants it. What they make is read back: where
 * the style cannot hold the new text, the whole scalar is written anew in double quotes.
 */
export function hostEdits(host: string, slot: TemplateString, edits: readonly Edit[]): readonly Edit[] {
	if (edits.length === 0) return [];
	const wanted = applied(slot.text, edits);
	const written = edits.map(({ newText, ...span }) => ({
		...slot.map.editToHost(span),
		newText: styled(host, slot, newText, "all"),
	}));
	if (readBack(applied(host, written), slot.pointer) === wanted) return written;
	const { start, end } = spanOf(slot.scalar);
	const header = slot.scalar.srcToken?.type === "block-scalar" && /\r?\n$/.exec(host.slice(start, end));
	const text = slot.substituted ? undefined : doubleQuoted(wanted);
	return text === undefined ? [] : [{ start, end, newText: `${text}${header ? header[0] : ""}` }];
}

/** A text after edits that do not overlap. */
export function applied(text: string, edits: readonly Edit[]): string {
	let result = "";
	let at = 0;
	for (const { start, end, newText } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
		result += text.slice(at, start) + newText;
		at = Math.max(at, end);
	}
	return result + text.slice(at);
}

function readBack(host: string, pointer: string): string | undefined {
	const slot = templateSlots(readHost(host)).find((it) => it.pointer === pointer);
	return slot?.kind === "string" ? slot.text : undefined;
}
