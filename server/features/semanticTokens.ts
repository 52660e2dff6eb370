import { directiveRole } from "../../language/vtl/analysis/directiveRole.ts";
import { eachChild, insideOf } from "../../language/vtl/analysis/eachChild.ts";
import { keywordsOf } from "../../language/vtl/analysis/keywords.ts";
import { trimmedSpan } from "../../language/vtl/analysis/trimmedSpan.ts";
import type { Expression, Reference, Span, Statement } from "../../language/vtl/nodes.ts";
import type { TemplateView } from "../templateView.ts";
import { analysisOf } from "./analysisOf.ts";
import { fixedNames } from "./prepareRename.ts";
import type { Token } from "./results.ts";

/** What each word of a template is, in the order of the text. */
export function semanticTokens(view: TemplateView): readonly Token[] {
	const { text, tree } = view;
	const { definitions } = analysisOf(view);
	const parameters = new Set(
		definitions.all.filter(({ kind }) => kind === "parameter").map(({ name, node }) => `${node.start} ${name}`),
	);
	const tokens: Token[] = [];
	let macro = -1;
	statements(tree.nodes);
	return inOrder(tokens);

	function statements(nodes: readonly Statement[]): void {
		for (const node of nodes) statement(node);
	}

	function statement(node: Statement): void {
		if (node.kind === "comment") comment(trimmedSpan(text, node));
		for (const word of keywordsOf(text, node)) if (isDirective(node)) add("keyword", word);
		if (node.kind === "reference") reference(node, false);
		else if (node.kind === "set") {
			reference(node.target, node.target.path.length === 0);
			expression(node.value);
		} else if (node.kind === "if") {
			for (const { condition, body } of node.branches) {
				if (condition !== undefined) expression(condition);
				statements(body);
			}
		} else if (node.kind === "directive") {
			if (!isDirective(node)) return;
			const outer = macro;
			if (node.name === "macro") macro = node.start;
			for (const [i, argument] of node.arguments.entries()) {
				const named = i === 0 || node.name === "macro";
				if (named && argument.kind === "reference") reference(argument, true);
				else if (argument.kind === "word") add(argument.word === "in" ? "keyword" : "method", argument);
				else expression(argument);
			}
			statements(node.body ?? []);
			macro = outer;
		}
	}

	/** A line comment at the end of the text comes in two statements. */
	function comment(span: Span): void {
		const last = tokens.at(-1);
		if (last?.type === "comment" && /^[ \t]*$/.test(text.slice(last.end, span.start))) {
			tokens[tokens.length - 1] = { ...last, end: span.end };
		} else add("comment", span);
	}

	function isDirective(node: Statement): boolean {
		return node.kind !== "directive" || node.name === "literal" || directiveRole(node) !== "text";
	}

	function expression(of: Expression): void {
		if (of.kind === "reference") return reference(of, false);
		if (of.kind === "string") {
			if (of.parts === undefined) add("string", of);
			else statements(insideOf(of));
		} else if (of.kind === "integer" || of.kind === "float") add("number", of);
		else if (of.kind === "boolean") add("keyword", of);
		eachChild(of, expression);
	}

	function reference(of: Reference, written: boolean): void {
		const { name, nameSpan } = of;
		const parameter = parameters.has(`${macro} ${name}`);
		const modifiers = written ? ["modification" as const] : fixedNames.has(name) ? ["defaultLibrary" as const] : [];
		add(parameter ? "parameter" : "variable", nameSpan, modifiers);
		for (const segment of of.path) {
			if (segment.kind === "index") continue;
			const end = segment.start + segment.name.length;
			add(segment.kind === "method" ? "method" : "property", { start: segment.start, end });
		}
		eachChild(of, expression);
	}

	function add(type: Token["type"], { start, end }: Span, modifiers: Token["modifiers"] = []): void {
		if (start < end && end <= text.length) tokens.push({ start, end, type, modifiers });
	}
}

/** Sorted, and without what an escape in a string has put over another. */
function inOrder(tokens: readonly Token[]): readonly Token[] {
	const result: Token[] = [];
	let end = 0;
	for (const token of tokens.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
		if (token.start < end) continue;
		result.push(token);
		({ end } = token);
	}
	return result;
}
