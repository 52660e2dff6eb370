import type { Expression } from "../nodes.ts";

/** How an expression is written: what `+` joins, and a macro prints, in place of a missing value. */
export function literalOf(expression: Expression): string {
	switch (expression.kind) {
		case "binary":
		case "group":
		case "range":
		case "string":
		case "reference":
			return expression.literal;
		case "word":
			return expression.word;
		default:
			return "";
	}
}
