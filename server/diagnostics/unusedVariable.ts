import { analysisOf } from "../features/analysisOf.ts";
import type { Rule } from "./rule.ts";

/** A variable that is set and never read. */
export const unusedVariable: Rule = {
	code: "unused-variable",
	severity: "hint",
	check: (view) => {
		// In a text that cannot be read whole, the use may stand where reading failed.
		if (view.tree.problems.length > 0) return [];
		const { uses, definitions } = analysisOf(view);
		const read = new Set(uses.map(({ reference }) => reference.name));
		return definitions.all
			.filter(({ kind, name }) => kind === "set" && !read.has(name) && !name.startsWith("{"))
			.filter(({ node }) => node.kind === "set" && !callsMethod(node.value))
			.map(({ name, nameSpan }) => ({ ...nameSpan, message: `$${name} is never read.`, unnecessary: true }));
	},
};

/** `#set($ignored = $list.add(1))` is how Velocity is told to do something. */
function callsMethod(value: { readonly kind: string; readonly path?: readonly { readonly kind: string }[] }): boolean {
	return value.path?.some(({ kind }) => kind === "method") === true;
}
