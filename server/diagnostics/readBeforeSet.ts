import { analysisOf } from "../features/analysisOf.ts";
import type { Rule } from "./rule.ts";

/** A variable that is set only behind the place where it is read. */
export const readBeforeSet: Rule = {
	code: "read-before-set",
	severity: "warning",
	check: (view) => {
		const { uses, definitions } = analysisOf(view);
		return uses.flatMap(({ reference, reaching }) => {
			const { name, nameSpan, escaped } = reference;
			const set = definitions.byName.get(name)?.[0];
			if (escaped || reaching.unset !== "always" || set === undefined) return [];
			const line = view.text.slice(0, set.nameSpan.start).split("\n").length;
			const where =
				set.kind === "set" ? `is set in line ${line}, which does not come before this` : "has no value here";
			return [{ ...nameSpan, message: `$${name} ${where}: it is empty.` }];
		});
	},
};
