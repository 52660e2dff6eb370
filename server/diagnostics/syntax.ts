import type { Problem, Span, Template } from "../../language/vtl/nodes.ts";
import { everyStatement } from "./everyStatement.ts";
import type { Rule } from "./rule.ts";

/** What API Gateway refuses to read: the method then answers 500. */
export const syntax: Rule = {
	code: "syntax",
	severity: "error",
	check: ({ tree }) =>
		tree.problems.map((problem) => {
			const { message, start } = problem;
			if (start < tree.text.length) return { ...placeOf(tree.text, problem), message };
			return openBlock(tree) ?? { start, end: start, message };
		}),
};

/** What cannot stand there: from the place that the reference names. */
function placeOf(text: string, { start, end, line, column }: Problem): Span {
	const at = offsetAt(text, line, column);
	return start <= at && at < end ? { start: at, end } : { start, end };
}

/** At the end of the text, the block that was not closed is what to look at. */
function openBlock({ text, nodes }: Template): (Span & { readonly message: string }) | undefined {
	const toTheEnd = everyStatement(nodes).filter(
		(node) =>
			node.end === text.length && (node.kind === "if" || (node.kind === "directive" && node.body !== undefined)),
	);
	// An #end at the very end is that of the innermost.
	const open = toTheEnd.at(/#(?:end|\{end\})\s{0,100}$/.test(text.slice(-120)) ? -2 : -1);
	if (open === undefined) return undefined;
	const start = text.indexOf("#", open.start);
	const lineEnd = text.indexOf("\n", start);
	const name = open.kind === "directive" ? open.name : "if";
	return { start, end: lineEnd === -1 ? text.length : lineEnd, message: `This #${name} has no #end.` };
}

/** Columns count from 1, and a tab goes to the next multiple of 8. */
function offsetAt(text: string, line: number, column: number): number {
	let offset = 0;
	for (let i = 1; i < line; i++) offset = text.indexOf("\n", offset) + 1;
	for (let at = 0; offset < text.length; offset++) {
		at = text[offset] === "\t" ? at + 8 - (at % 8) : at + 1;
		if (at >= column) return offset;
	}
	return offset;
}
