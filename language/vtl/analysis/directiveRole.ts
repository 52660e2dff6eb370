import type { Directive } from "../nodes.ts";

/**
 * How a directive treats what stands in it. `text` prints as it stands, so that no reference in it is ever looked up: a
 * `#word` that is no directive, and #literal.
 */
export type DirectiveRole = "foreach" | "define" | "macro" | "ends" | "text";

export function directiveRole({ name }: Directive): DirectiveRole {
	switch (name) {
		case "foreach":
		case "define":
		case "macro":
			return name;
		case "stop":
		case "break":
			return "ends";
		default:
			return "text";
	}
}
