import { bindingNames } from "../../language/vtl/analysis/variableStates.ts";
import { analysisOf } from "../features/analysisOf.ts";
import type { TemplateView } from "../templateView.ts";
import { everyStatement } from "./everyStatement.ts";
import { didYouMean, nearest } from "./nearest.ts";
import { replaceWith } from "./replaceWith.ts";
import { findingsMax, type Rule } from "./rule.ts";

/** A variable that nothing in the template sets. */
export const undefinedVariable: Rule = {
	code: "undefined-variable",
	severity: "warning",
	check: (view) => {
		const { uses, definitions } = analysisOf(view);
		const names = [...bindingNames, ...definitions.byName.keys()].slice(0, namesMax);
		const unread = unreadText(view);
		const empty = uses.filter(({ reaching, reference }) => reaching.unset === "always" && !reference.escaped);
		const never = empty.filter(({ reference }) => !definitions.byName.has(reference.name)).slice(0, findingsMax);
		return never.flatMap(({ reference, tested }) => {
			const { name, nameSpan } = reference;
			// It may be set where reading failed, which is said already.
			if (unread !== "" && unread.includes(name)) return [];
			const meant = nearest(name, names);
			// In API Gateway a variable without a value is an empty string, which holds as a condition.
			const effect = tested ? "a condition with it always holds" : "it is empty in API Gateway";
			const message = `$${name} is never set: ${effect}.${didYouMean(meant === undefined ? undefined : `$${meant}`)}`;
			return [{ ...nameSpan, message, fixes: replaceWith(nameSpan, meant) }];
		});
	},
};

/** Of so many, one that is meant is found. */
const namesMax = 500;

function unreadText({ text, tree }: TemplateView): string {
	if (tree.problems.length === 0) return "";
	const broken = everyStatement(tree.nodes).filter(({ kind }) => kind === "broken");
	return broken.map(({ start, end }) => text.slice(start, end)).join("\n");
}
