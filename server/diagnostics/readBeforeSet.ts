import { analysisOf } from "../features/analysisOf.ts";
import { findingsMax, type Rule } from "./rule.ts";

/** A variable that is set only behind the place where it is read. */
export const readBeforeSet: Rule = {
	code: "read-before-set",
	severity: "warning",
	check: (view) => {
		const { uses, definitions } = analysisOf(view);
		const empty = uses.filter(({ reaching, reference }) => reaching.unset === "always" && !reference.escaped);
		const early = empty.filter(({ reference }) => definitions.byName.has(reference.name)).slice(0, findingsMax);
		return early.flatMap(({ reference }) => {
			const { name, nameSpan } = reference;
			const set = definitions.byName.get(name)?.[0];
			if (set === undefined) return [];
			const line = view.text.slice(0, set.nameSpan.start).split("\n").length;
			const where =
				set.kind === "set" ? `is set in line ${line}, which does not come before this` : "has no value here";
			return [{ ...nameSpan, message: `$${name} ${where}: it is empty.` }];
		});
	},
};
