import type { Problem, Span } from "../../language/vtl/nodes.ts";
import type { Rule } from "./rule.ts";

/** What API Gateway refuses to read: the method then answers 500. */
export const syntax: Rule = {
	code: "syntax",
	severity: "error",
	check: ({ tree }) => tree.problems.map((problem) => ({ ...placeOf(tree.text, problem), message: problem.message })),
};

/** What cannot stand there; at the end of the text, the line of what was not closed. */
function placeOf(text: string, { start, end, line, column }: Problem): Span {
	const at = offsetAt(text, line, column);
	if (start <= at && at < end) return { start: at, end };
	const lineEnd = text.indexOf("\n", start);
	return { start, end: Math.max(start, Math.min(end, lineEnd === -1 ? text.length : lineEnd)) };
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
