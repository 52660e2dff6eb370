import { type AnyNode, nodesAt } from "../../../language/vtl/analysis/nodesAt.ts";
import { trimmedSpan } from "../../../language/vtl/analysis/trimmedSpan.ts";
import type { Span, Statement } from "../../../language/vtl/nodes.ts";
import { parse } from "../../../language/vtl/parse/parse.ts";
import { applyEdits } from "../../format/applyEdits.ts";
import { sameOutput } from "../../format/sameOutput.ts";
import type { TemplateView } from "../../templateView.ts";
import { analysisOf } from "../analysisOf.ts";
import type { CodeAction } from "../results.ts";

/** Puts the selected reference or expression into a variable that is set on the line before its statement. */
export function extractVariable(view: TemplateView, range: Span): CodeAction | undefined {
	if (range.start === range.end) return undefined;
	const { text } = view;
	const nodes = nodesAt(view.tree, range.start);
	const at = nodes.findIndex((node) => isExpression(node) && selects(text, node, range));
	const node = nodes[at];
	const statement = nodes.slice(0, at + 1).find((it): it is Statement => "kind" in it && isStatement(it));
	if (node === undefined || statement === undefined) return undefined;
	// Elsewhere than at the top the expression may be for a part of the rounds only, or never be evaluated.
	if (view.tree.problems.length > 0 || dependsOnBlock(nodes, at)) return undefined;
	const name = freeName(view);
	const value = text.slice(range.start, range.end);
	const line = lineStart(text, Math.min(trimmedSpan(text, statement).start, range.start));
	// What stands before it on the line may set what it reads.
	if (/[#$]/.test(text.slice(line, Math.min(trimmedSpan(text, statement).start, range.start)))) return undefined;
	// A line of its own prints nothing: the #set takes the line's end with it.
	const edits = [
		{ start: line, end: line, newText: `#set($${name} = ${value})\n` },
		{ start: range.start, end: range.end, newText: needsBraces(text, range.end) ? `\${${name}}` : `$${name}` },
	];
	const after = parse(applyEdits(text, edits));
	if (after.problems.length > 0 || !sameOutput(view.tree, after, view.samples, { json: false })) return undefined;
	return { title: `Extract to a variable $${name}`, kind: "refactor.extract", edits };
}

/** What stands in a loop, a block or a string that uses something set there cannot move out. */
function dependsOnBlock(nodes: readonly AnyNode[], at: number): boolean {
	return nodes.slice(0, at).some((node) => !("kind" in node) || (node.kind === "directive" && node.body !== undefined));
}

function isExpression(node: AnyNode): boolean {
	if (!("kind" in node)) return false;
	return ["reference", "string", "list", "map", "range", "binary", "group", "not"].includes(node.kind);
}

function isStatement(node: AnyNode): boolean {
	return "kind" in node && ["reference", "set", "if", "directive"].includes(node.kind);
}

function selects(text: string, { start, end }: Span, range: Span): boolean {
	const trimmed = trimmedSpan(text, { start, end });
	return trimmed.start === range.start && trimmed.end === range.end;
}

function freeName(view: TemplateView): string {
	const { definitions, uses } = analysisOf(view);
	const taken = new Set([...definitions.byName.keys(), ...uses.map(({ reference }) => reference.name)]);
	let name = "value";
	for (let i = 2; taken.has(name); i++) name = `value${i}`;
	return name;
}

function lineStart(text: string, offset: number): number {
	return text.lastIndexOf("\n", offset - 1) + 1;
}

/** Where a letter, or what would go on with the reference, follows. */
function needsBraces(text: string, end: number): boolean {
	return /[\w.[(-]/.test(text[end] ?? "");
}
