import { validationError } from "../errors.ts";
import type { Value } from "../values/value.ts";
import type { Comparator, Condition, Operand } from "./syntax.ts";

/** One attribute's part in a query's key condition, the attribute on the left. */
export type KeyCondition = {
	readonly attribute: string;
	readonly operator: KeyOperator;
	/** Two for BETWEEN, else one. */
	readonly values: readonly [Value, ...Value[]];
};
export type KeyOperator = Exclude<Comparator, "<>"> | "BETWEEN" | "begins_with";

/** Takes a key condition expression apart, and refuses in it what only other conditions may have. */
export function keyConditions(condition: Condition): readonly KeyCondition[] {
	const found: KeyCondition[] = [];
	collect(condition, found);
	return found;
}

function collect(condition: Condition, found: KeyCondition[]): void {
	switch (condition.kind) {
		case "and":
			for (const term of condition.terms) collect(term, found);
			return;
		case "or":
			throw invalidOperator("OR");
		case "not":
			throw invalidOperator("NOT");
		case "in":
			throw invalidOperator("IN");
		case "compare": {
			const { operator } = condition;
			if (operator === "<>") throw invalidOperator("<>");
			const reversed = condition.left.kind === "value";
			note(found, reversed ? mirrored[operator] : operator, [condition.left, condition.right]);
			return;
		}
		case "between":
			requireAttributeFirst("BETWEEN", condition.operand);
			note(found, "BETWEEN", [condition.operand, condition.low, condition.high]);
			return;
		case "call":
			if (condition.name !== "begins_with") throw invalidOperator(condition.name);
			requireAttributeFirst("begins_with", condition.args[0]);
			note(found, "begins_with", condition.args);
	}
}

const mirrored = { "=": "=", "<": ">", "<=": ">=", ">": "<", ">=": "<=" } as const;

const invalidOperator = (operator: string) =>
	validationError(`Invalid operator used in KeyConditionExpression: ${operator}`);

function requireAttributeFirst(operator: string, operand: Operand | undefined): void {
	if (operand?.kind === "path") return;
	if (operand?.kind === "call") throw nestedOperations();
	throw validationError(
		`Invalid condition in KeyConditionExpression: ${operator} operator must have the key attribute as its first operand`,
	);
}

const nestedOperations = () => validationError("KeyConditionExpressions cannot contain nested operations");

function note(found: KeyCondition[], operator: KeyOperator, operands: readonly Operand[]): void {
	let attribute: string | undefined;
	const values: Value[] = [];
	for (const operand of operands) {
		if (operand.kind === "call") throw nestedOperations();
		if (operand.kind === "value") {
			values.push(operand.value);
			continue;
		}
		if (attribute !== undefined) {
			throw validationError(
				"Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition",
			);
		}
		if (operand.path.length > 1) {
			throw validationError("KeyConditionExpressions cannot have conditions on nested attributes");
		}
		attribute = String(operand.path[0]);
	}
	const [first, ...others] = values;
	if (attribute === undefined || first === undefined) {
		throw validationError("Invalid condition in KeyConditionExpression: No key attribute specified");
	}
	if (found.some((it) => it.attribute === attribute)) {
		throw validationError("KeyConditionExpressions must only contain one condition per key");
	}
	found.push({ attribute, operator, values: [first, ...others] });
}
