import type { Template } from "../../language/vtl/nodes.ts";

/** Whether two templates read alike: the same statements and expressions, whatever the blanks between them. */
export function sameProgram(left: Template, right: Template): boolean {
	if (left.problems.length > 0 || right.problems.length > 0) return false;
	try {
		return form(left) === form(right);
	} catch (error) {
		// A chain of operators may be longer than the call stack.
		if (error instanceof RangeError) return false;
		throw error;
	}
}

/** Where something stands, and how it is written, is not what it is. */
const places = new Set(["start", "end", "nameSpan", "literal", "image", "bodyLiteral", "problems", "text"]);

function form({ nodes }: Template): string {
	return JSON.stringify(nodes, (key: string, value: unknown) => {
		if (places.has(key)) return undefined;
		if (key === "output" && typeof value === "string") return value.replaceAll(/[ \t]+/g, "");
		// Blanks alone are a statement too, which comes and goes.
		return Array.isArray(value) ? value.filter((it) => !isBlank(it)) : value;
	});
}

function isBlank(node: unknown): boolean {
	if (typeof node !== "object" || node === null || !("output" in node) || !("kind" in node)) return false;
	return node.kind === "text" && typeof node.output === "string" && /^[ \t]*$/.test(node.output);
}
