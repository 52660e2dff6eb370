import type { Expression } from "../../language/vtl/nodes.ts";
import { overridesIn } from "./overrides.ts";
import type { Rule } from "./rule.ts";

/** A status that is no whole number from 100 to 599 is ignored. */
export const overrideStatus: Rule = {
	code: "override-status",
	severity: "warning",
	check: (view) =>
		overridesIn(view).flatMap(({ statement, name }) => {
			if (name !== "responseOverride.status") return [];
			const text = literal(statement.value);
			if (text === undefined || /^[1-5]\d\d$/.test(text)) return [];
			const { start, end } = statement.value;
			return [
				{ start, end, message: `${text === "" ? "An empty text" : text} is no HTTP status: API Gateway ignores it.` },
			];
		}),
};

function literal(value: Expression): string | undefined {
	if (value.kind === "integer" || value.kind === "float") return value.digits;
	return value.kind === "string" && value.parts === undefined ? value.value.trim() : undefined;
}
