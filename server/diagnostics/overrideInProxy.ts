import { overridesIn } from "./overrides.ts";
import type { Rule } from "./rule.ts";

/** A proxy integration uses no mapping templates, so nothing is overridden. */
export const overrideInProxy: Rule = {
	code: "override-in-proxy",
	severity: "warning",
	check: (view) =>
		view.place.proxy
			? overridesIn(view).map(({ statement, name }) => ({
					start: statement.target.start,
					end: statement.target.end,
					message: `$context.${name} has no effect: the method is a proxy integration, which uses no mapping templates.`,
				}))
			: [],
};
