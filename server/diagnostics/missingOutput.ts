import { jsonList } from "../../language/samples/jsonList.ts";
import { outputMembers, writesName } from "../models/outputMembers.ts";
import type { Rule } from "./rule.ts";

/** The method response's model requires a property that the template never makes. */
export const missingOutput: Rule = {
	code: "missing-output",
	severity: "warning",
	check: (view) => {
		const { output } = view.place;
		const required = (jsonList(output?.schema["required"]) ?? []).filter((it) => typeof it === "string");
		if (output === undefined || required.length === 0) return [];
		const made = outputMembers(view);
		if (made === undefined) return [];
		return required
			.filter((name) => !made.members.has(name) && !writesName(view, name))
			.map((name) => ({
				...made.brace,
				message: `The model ${output.name} of the response requires ${name}, and this template never makes it.`,
			}));
	},
};
