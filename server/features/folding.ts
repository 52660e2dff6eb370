import { keywordsOf } from "../../language/vtl/analysis/keywords.ts";
import type { Span, Statement } from "../../language/vtl/nodes.ts";
import type { TemplateView } from "../templateView.ts";
import type { Fold } from "./results.ts";

/** Blocks of directives up to the line before their #else or #end, comments over several lines, and JSON's brackets. */
export function folding({ text, tree }: TemplateView): readonly Fold[] {
	const folds: Fold[] = [...bracketFolds(text, tree.nodes)];
	const open: (readonly Statement[])[] = [tree.nodes];
	for (let nodes = open.pop(); nodes !== undefined; nodes = open.pop()) {
		folds.push(...commentRuns(text, nodes));
		for (const node of nodes) {
			if (node.kind === "comment" || node.kind === "textblock") {
				add(folds, text, { start: node.start, end: node.end }, node.kind === "comment" ? "comment" : "region");
			}
			if (node.kind !== "if" && node.kind !== "directive") continue;
			const words = keywordsOf(text, node);
			for (const [i, word] of words.entries()) {
				const next = words[i + 1];
				const end = next === undefined ? node.end : lineStart(text, next.start) - 1;
				if (next !== undefined || i === 0) add(folds, text, { start: word.start, end }, "region");
			}
			if (node.kind === "directive") open.push(node.body ?? []);
			else for (const branch of node.branches) open.push(branch.body);
		}
	}
	return folds.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** `##` comments on lines behind each other fold together. */
function commentRuns(text: string, nodes: readonly Statement[]): readonly Fold[] {
	const folds: Fold[] = [];
	let start = -1;
	let end = -1;
	for (const node of nodes) {
		const line = node.kind === "comment" && text.slice(node.start, node.end).includes("##");
		if (line && end === node.start) end = node.end;
		else {
			if (start !== -1) add(folds, text, { start, end: end - 1 }, "comment");
			start = line ? node.start : -1;
			end = line ? node.end : -1;
		}
	}
	if (start !== -1) add(folds, text, { start, end: end - 1 }, "comment");
	return folds;
}

/** Brackets of the text that the template prints, as far as they close again. */
function bracketFolds(text: string, nodes: readonly Statement[]): readonly Fold[] {
	const folds: Fold[] = [];
	const open: number[] = [];
	for (const { start, end } of plainTexts(nodes)) {
		for (let i = start; i < end; i++) {
			const c = text[i];
			if (c === "{" || c === "[") open.push(i);
			else if (c === "}" || c === "]") {
				const from = open.pop();
				if (from !== undefined) add(folds, text, { start: from, end: lineStart(text, i) - 1 }, "region");
			}
		}
	}
	return folds;
}

function plainTexts(nodes: readonly Statement[]): readonly Span[] {
	return nodes.flatMap((node): readonly Span[] => {
		if (node.kind === "text") return [node];
		if (node.kind === "if") return node.branches.flatMap(({ body }) => plainTexts(body));
		return node.kind === "directive" ? plainTexts(node.body ?? []) : [];
	});
}

function add(folds: Fold[], text: string, { start, end }: Span, kind: Fold["kind"]): void {
	const last = Math.min(end, text.length);
	if (last > start && text.slice(start, last).trimEnd().includes("\n")) folds.push({ start, end: last, kind });
}

function lineStart(text: string, offset: number): number {
	return text.lastIndexOf("\n", offset - 1) + 1;
}
