import { describeType } from "../../language/vtl/analysis/describeType.ts";
import { nodesAt } from "../../language/vtl/analysis/nodesAt.ts";
import type { Reference, Span } from "../../language/vtl/nodes.ts";
import type { TemplateView } from "../templateView.ts";
import { analysisOf } from "./analysisOf.ts";
import { extractVariable } from "./codeActions/extractVariable.ts";
import type { CodeAction } from "./results.ts";

/** What can be done with the reference or expression at the range. Fixes of what is wrong come with the diagnostics. */
export function codeActions(view: TemplateView, range: Span): readonly CodeAction[] {
	const nodes = nodesAt(view.tree, range.start);
	const printed = nodes.find((node): node is Reference => "kind" in node && node.kind === "reference");
	const found: CodeAction[] = [];
	const statement = printed !== undefined && isPrinted(nodes, printed) ? printed : undefined;
	if (statement !== undefined && statement.end >= range.end) found.push(...ofPrinted(view, statement));
	const extracted = extractVariable(view, range);
	if (extracted !== undefined) found.push(extracted);
	return found;
}

/** A reference that prints by itself, not one in an expression. */
function isPrinted(nodes: ReturnType<typeof nodesAt>, reference: Reference): boolean {
	const parent = nodes[nodes.indexOf(reference) - 1];
	if (parent === undefined || !("kind" in parent)) return true;
	return parent.kind === "string" || (parent.kind === "directive" && parent.body?.includes(reference) === true);
}

function ofPrinted(view: TemplateView, reference: Reference): readonly CodeAction[] {
	const { text } = view;
	const { nameSpan, form, end, name, path, escaped } = reference;
	const start = text.lastIndexOf("$", nameSpan.start);
	if (escaped || start < reference.start) return [];
	const found: CodeAction[] = [];
	if (form === "plain" || form === "formal") {
		const edits = [{ start: start + 1, end: start + 1, newText: "!" }];
		found.push({ title: "Make the reference quiet", kind: "refactor.rewrite", edits });
	}
	const first = path[0];
	const escapes = name === "util" && first?.kind === "method" && first.name === "escapeJavaScript";
	const type = describeType(analysisOf(view).typeOfReference(reference));
	// What is JSON already would be spoilt.
	const json = name === "input" && first?.kind === "method" && first.name === "json";
	if (escapes || json || !(type.includes("String") || type === "Object")) return found;
	const inside = `$${text.slice(nameSpan.start, form === "plain" ? end : endOfName(text, reference))}`;
	// `escapeJavaScript` writes \' for ', which JSON does not allow.
	const newText = `$util.escapeJavaScript(${inside}).replaceAll("\\\\'", "'")`;
	const title = "Escape for a JSON string with $util.escapeJavaScript";
	return [...found, { title, kind: "refactor.rewrite", edits: [{ start, end, newText }] }];
}

/** A reference in braces ends before the brace. */
function endOfName(text: string, { end }: Reference): number {
	return text[end - 1] === "}" ? end - 1 : end;
}
