import { checkBounds, checkDistinct, checkFunctionTypes, checkOperandCounts, checkOrdered } from "./checkOperands.ts";
import type { Placeholders } from "./placeholders.ts";
import {
	type Condition,
	type ConditionSyntax,
	type DocumentPath,
	type Operand,
	type OperandSyntax,
	type PathSyntax,
} from "./syntax.ts";

/**
 * Puts a request's names and values into a parsed condition, and makes the checks that need them. Each simple condition is
 * checked whole before the next, which decides what is reported when several things are wrong.
 */
export function resolveCondition(
	condition: ConditionSyntax,
	placeholders: Pick<Placeholders, "name" | "value">,
): Condition {
	const operand = (syntax: OperandSyntax) => resolveOperand(syntax, placeholders);
	switch (condition.kind) {
		case "and":
		case "or":
			return { kind: condition.kind, terms: condition.terms.map((term) => resolveCondition(term, placeholders)) };
		case "not":
			return { kind: "not", term: resolveCondition(condition.term, placeholders) };
		case "compare": {
			const { operator } = condition;
			const left = operand(condition.left);
			const right = operand(condition.right);
			for (const side of [left, right]) checkOperandCounts(side);
			checkDistinct(operator, left, [right]);
			for (const side of [left, right]) {
				checkFunctionTypes(side);
				if (operator !== "=" && operator !== "<>") checkOrdered(operator, side);
			}
			return { kind: "compare", operator, left, right };
		}
		case "between": {
			const resolved = {
				kind: "between",
				operand: operand(condition.operand),
				low: operand(condition.low),
				high: operand(condition.high),
			} as const;
			const operands = [resolved.operand, resolved.low, resolved.high];
			operands.forEach(checkOperandCounts);
			checkDistinct("BETWEEN", resolved.operand, [resolved.low, resolved.high]);
			operands.forEach(checkFunctionTypes);
			for (const side of operands) checkOrdered("BETWEEN", side);
			checkBounds(resolved.low, resolved.high);
			return resolved;
		}
		case "in": {
			const resolved = {
				kind: "in",
				operand: operand(condition.operand),
				options: condition.options.map(operand),
			} as const;
			[resolved.operand, ...resolved.options].forEach(checkOperandCounts);
			checkDistinct("IN", resolved.operand, resolved.options);
			[resolved.operand, ...resolved.options].forEach(checkFunctionTypes);
			return resolved;
		}
		case "call": {
			const call = { kind: "call", name: condition.name, args: condition.args.map(operand) } as const;
			checkOperandCounts(call);
			checkDistinct(call.name, call.args[0], call.args.slice(1));
			checkFunctionTypes(call);
			return call;
		}
	}
}

export function resolvePath(
	{ elements }: PathSyntax,
	placeholders: Pick<Placeholders, "name" | "value">,
): DocumentPath {
	return elements.map((element) => {
		switch (element.kind) {
			case "attribute":
				return element.name;
			case "placeholder":
				return placeholders.name(element.name);
			case "index":
				return element.index;
		}
	});
}

export function resolveOperand(syntax: OperandSyntax, placeholders: Pick<Placeholders, "name" | "value">): Operand {
	switch (syntax.kind) {
		case "path":
			return { kind: "path", path: resolvePath(syntax, placeholders) };
		case "value":
			return { kind: "value", value: placeholders.value(syntax.placeholder) };
		case "call":
			return { kind: "call", name: syntax.name, args: syntax.args.map((arg) => resolveOperand(arg, placeholders)) };
	}
}
