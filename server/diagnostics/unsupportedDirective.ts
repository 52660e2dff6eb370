import { everyStatement } from "./everyStatement.ts";
import { nearest } from "./nearest.ts";
import { replaceWith } from "./replaceWith.ts";
import type { Finding, Rule } from "./rule.ts";

/** A directive that API Gateway prints as text: one of Velocity's that it lacks, or a misspelt one. */
export const unsupportedDirective: Rule = {
	code: "unsupported-directive",
	severity: "warning",
	check: ({ tree }) =>
		everyStatement(tree.nodes).flatMap((node): Finding[] => {
			if (node.kind !== "directive" || known.has(node.name)) return [];
			const { name, nameSpan } = node;
			if (lacking.has(name))
				return [{ ...nameSpan, message: `API Gateway has no #${name}: it prints as it stands here.` }];
			const meant = nearest(name, [...known, "set", "if", "else", "elseif", "end"]);
			if (meant === undefined) return [];
			const message = `#${name} is no directive: it prints as it stands here. Did you mean #${meant}?`;
			return [
				{ ...nameSpan, message, fixes: replaceWith(nameSpan, nameText(tree.text, nameSpan, name, meant), `#${meant}`) },
			];
		}),
};

/** The span may have the `#` and braces with it. */
function nameText(
	text: string,
	{ start, end }: { readonly start: number; readonly end: number },
	name: string,
	meant: string,
) {
	return text.slice(start, end).replace(name, meant);
}

const known = new Set(["foreach", "define", "break", "stop", "literal"]);
const lacking = new Set(["macro", "evaluate", "parse", "include", "return"]);
