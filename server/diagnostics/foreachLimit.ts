import type { Expression } from "../../language/vtl/nodes.ts";
import { everyStatement } from "./everyStatement.ts";
import type { Rule } from "./rule.ts";

const roundsMax = 1000;

/** A loop over more than API Gateway goes through. */
export const foreachLimit: Rule = {
	code: "foreach-limit",
	severity: "warning",
	check: ({ tree }) =>
		everyStatement(tree.nodes).flatMap((statement) => {
			const list = statement.kind === "directive" && statement.name === "foreach" ? statement.arguments[2] : undefined;
			const rounds =
				list?.kind === "range" ? lengthOf(list.first, list.last) : list?.kind === "list" ? list.items.length : 0;
			if (list === undefined || rounds <= roundsMax) return [];
			const message = `This loop would go round ${rounds} times: API Gateway ends a #foreach after ${roundsMax}.`;
			return [{ start: list.start, end: list.end, message }];
		}),
};

function lengthOf(first: Expression, last: Expression): number {
	if (first.kind !== "integer" || last.kind !== "integer") return 0;
	return Math.abs(Number(last.digits) - Number(first.digits)) + 1;
}
