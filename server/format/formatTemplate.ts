import { parse } from "../../language/vtl/parse/parse.ts";
import type { Edit, FormatOptions } from "../features/results.ts";
import type { TemplateView } from "../templateView.ts";
import { applyEdits } from "./applyEdits.ts";
import { indentation } from "./indentation.ts";
import { sameOutput } from "./sameOutput.ts";
import { sameProgram } from "./sameProgram.ts";
import { spacing } from "./spacing.ts";

/**
 * Edits that put blanks in order and change nothing that comes out: what blanks a template prints are part of its output.
 * Lines are indented where the output is JSON, whose value stays; elsewhere only blanks that never print are touched.
 * Each is proven by rendering the samples before and after, and given up where the proof fails.
 */
export function formatTemplate(view: TemplateView, options: FormatOptions): readonly Edit[] {
	const { tree, samples } = view;
	if (tree.problems.length > 0) return [];
	const unit = options.insertSpaces ? " ".repeat(options.tabSize) : "\t";
	const inside = spacing(tree);
	const lines = indentation(tree).flatMap(({ start, textStart, level, free }) => {
		const newText = unit.repeat(level);
		const there = view.text.slice(start, textStart);
		return there === newText ? [] : [{ edit: { start, end: textStart, newText }, free }];
	});
	const all = [...inside, ...lines.map(({ edit }) => edit)];
	const silent = [...inside, ...lines.filter(({ free }) => free).map(({ edit }) => edit)];
	for (const { edits, json } of [
		{ edits: all, json: true },
		{ edits: silent, json: false },
		{ edits: inside, json: false },
	]) {
		const wanted = inOrder(edits.filter((edit) => isWithin(edit, options)));
		if (wanted.length === 0) continue;
		const after = parse(applyEdits(view.text, wanted));
		if (sameProgram(tree, after) && sameOutput(tree, after, samples, { json })) return wanted;
	}
	return [];
}

function isWithin({ start, end }: Edit, { range }: FormatOptions): boolean {
	return range === undefined || (range.start <= end && start <= range.end);
}

/** Sorted, and without an edit that touches one before it. */
function inOrder(edits: readonly Edit[]): readonly Edit[] {
	const result: Edit[] = [];
	for (const edit of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
		if (edit.start >= (result.at(-1)?.end ?? 0)) result.push(edit);
	}
	return result;
}
