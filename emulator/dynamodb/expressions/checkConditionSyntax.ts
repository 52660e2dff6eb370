import { checkReserved } from "./checkReserved.ts";
import { ExpressionError } from "./expressionError.ts";
import type { ConditionSyntax, OperandSyntax } from "./syntax.ts";

/** What can be checked without names and values: unknown functions, functions in the wrong place, then reserved words. */
export function checkConditionSyntax(condition: ConditionSyntax): void {
	const calls: { readonly name: string; readonly asCondition: boolean }[] = [];
	const attributes: string[] = [];
	visit(condition, (operand, asCondition) => {
		if (operand.kind === "call") calls.push({ name: operand.name, asCondition });
		if (operand.kind !== "path") return;
		for (const element of operand.elements) if (element.kind === "attribute") attributes.push(element.name);
	});
	const strange = calls.find(({ name }) => !conditionFunctions.has(name));
	if (strange !== undefined) {
		const what = updateFunctions.has(strange.name)
			? "The function is not allowed in a condition expression"
			: "Invalid function name";
		throw new ExpressionError(`${what}; function: ${strange.name}`);
	}
	const misused = calls.find(({ name, asCondition }) => (name === "size") === asCondition);
	if (misused !== undefined) {
		throw new ExpressionError(
			`The function is not allowed to be used this way in an expression; function: ${misused.name}`,
		);
	}
	checkReserved(attributes);
}

export const conditionFunctions: ReadonlySet<string> = new Set([
	"attribute_exists",
	"attribute_not_exists",
	"attribute_type",
	"begins_with",
	"contains",
	"size",
]);

export const updateFunctions: ReadonlySet<string> = new Set(["if_not_exists", "list_append"]);

/** Every operand from left to right, and whether it stands where a condition belongs. */
function visit(condition: ConditionSyntax, seen: (operand: OperandSyntax, asCondition: boolean) => void): void {
	const operand = (syntax: OperandSyntax) => {
		seen(syntax, false);
		if (syntax.kind === "call") syntax.args.forEach(operand);
	};
	switch (condition.kind) {
		case "and":
		case "or":
			for (const term of condition.terms) visit(term, seen);
			return;
		case "not":
			visit(condition.term, seen);
			return;
		case "compare":
			operand(condition.left);
			operand(condition.right);
			return;
		case "between":
			operand(condition.operand);
			operand(condition.low);
			operand(condition.high);
			return;
		case "in":
			operand(condition.operand);
			condition.options.forEach(operand);
			return;
		case "call":
			seen(condition, true);
			condition.args.forEach(operand);
	}
}
