import type { Analysis } from "../../language/vtl/analysis/analyze.ts";
import { describeType } from "../../language/vtl/analysis/describeType.ts";
import { keywordsOf } from "../../language/vtl/analysis/keywords.ts";
import { trimmedSpan } from "../../language/vtl/analysis/trimmedSpan.ts";
import type { Directive, IfStatement, SetStatement, Span, Statement } from "../../language/vtl/nodes.ts";
import type { TemplateView } from "../templateView.ts";
import { analysisOf } from "./analysisOf.ts";
import type { Symbol } from "./results.ts";

/** What a template sets, and its conditions, loops and blocks with what they hold. */
export function documentSymbols(view: TemplateView): readonly Symbol[] {
	return symbolsOf(view.text, view.tree.nodes, analysisOf(view), 0);
}

/** Nested deeper, nobody finds anything in an outline. */
const depthMax = 50;

function symbolsOf(text: string, nodes: readonly Statement[], analysis: Analysis, depth: number): readonly Symbol[] {
	if (depth > depthMax) return [];
	const inside = (list: readonly Statement[] = []) => symbolsOf(text, list, analysis, depth + 1);
	return nodes.flatMap((node): readonly Symbol[] => {
		if (node.kind === "set") return [setSymbol(text, node, analysis)];
		if (node.kind === "if") return [ifSymbol(text, node, inside(node.branches.flatMap(({ body }) => body)))];
		if (node.kind !== "directive" || node.body === undefined) return [];
		return [directiveSymbol(text, node, inside(node.body))];
	});
}

function setSymbol(text: string, node: SetStatement, analysis: Analysis): Symbol {
	const { target } = node;
	const property = target.path.length > 0;
	return {
		name: text.slice(target.start, target.end).trim() || "#set",
		detail: describeType(analysis.typeOf(node.value)),
		kind: property ? "property" : "variable",
		...trimmedSpan(text, node),
		selection: within(trimmedSpan(text, node), target),
		children: [],
	};
}

function ifSymbol(text: string, node: IfStatement, children: readonly Symbol[]): Symbol {
	const condition = node.branches[0]?.condition;
	const all = trimmedSpan(text, node);
	const shown = condition === undefined ? "" : text.slice(condition.start, condition.end).trim();
	const selection = within(all, keywordsOf(text, node)[0] ?? all);
	return { name: `#if(${shortened(shown)})`, kind: "condition", ...all, selection, children };
}

function directiveSymbol(text: string, node: Directive, children: readonly Symbol[]): Symbol {
	const first = node.arguments[0];
	const last = node.arguments.at(-1);
	const shown = first === undefined || last === undefined ? "" : text.slice(first.start, last.end).trim();
	const all = trimmedSpan(text, node);
	return {
		name: `#${node.name}(${shortened(shown)})`,
		kind: node.name === "foreach" ? "loop" : "block",
		...all,
		selection: within(all, node.nameSpan),
		children,
	};
}

/** An outline wants the selection inside of the whole. */
function within(outer: Span, { start, end }: Span): Span {
	const from = Math.min(Math.max(start, outer.start), outer.end);
	return { start: from, end: Math.min(Math.max(end, from), outer.end) };
}

function shortened(text: string): string {
	const line = text.replaceAll(/\s+/g, " ");
	return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
