import type { Expression } from "../nodes.ts";

/** The text of a string in which nothing is looked up. A JSONPath in double quotes has a `$` that is only text. */
export function literalText(expression: Expression | undefined): string | undefined {
	if (expression?.kind !== "string") return undefined;
	if (expression.parts === undefined) return expression.value;
	let text = "";
	for (const node of expression.parts.nodes) {
		if (node.kind !== "text") return undefined;
		text += node.output;
	}
	return expression.parts.blank ? text.slice(0, -1) : text;
}
