import { nodesAt } from "../../language/vtl/analysis/nodesAt.ts";
import { trimmedSpan } from "../../language/vtl/analysis/trimmedSpan.ts";
import type { Span } from "../../language/vtl/nodes.ts";
import type { TemplateView } from "../templateView.ts";

/** What holds the offset, from a word to the whole template. */
export function selectionRanges({ text, tree }: TemplateView, offset: number): readonly Span[] {
	const found: Span[] = [wordAt(text, offset)];
	const spans = nodesAt(tree, offset).map((node) => trimmedOrWhole(text, node));
	for (const span of [...spans.toReversed(), { start: 0, end: text.length }]) {
		const inner = found.at(-1);
		if (inner === undefined || !holds(span, inner) || same(span, inner)) continue;
		found.push(span);
	}
	return found;
}

function wordAt(text: string, offset: number): Span {
	let start = offset;
	let end = offset;
	while (start > 0 && /[\w-]/.test(text[start - 1] ?? "")) start--;
	while (end < text.length && /[\w-]/.test(text[end] ?? "")) end++;
	return { start, end };
}

/** Blanks alone are selected as they are. */
function trimmedOrWhole(text: string, { start, end }: Span): Span {
	const span = trimmedSpan(text, { start, end });
	return span.start === span.end ? { start, end } : span;
}

function holds(outer: Span, inner: Span): boolean {
	return outer.start <= inner.start && inner.end <= outer.end;
}

function same(left: Span, right: Span): boolean {
	return left.start === right.start && left.end === right.end;
}
