import { compareValues, equalValues } from "../values/compareValues.ts";
import { type Item, typeOf, type Value } from "../values/value.ts";
import { valueAt } from "./documentPath.ts";
import type { Comparator, Condition, Operand } from "./syntax.ts";

/** Whether a condition holds for an item; an item that does not exist is an empty one. */
export function evaluateCondition(condition: Condition, item: Item): boolean {
	switch (condition.kind) {
		case "and":
			return condition.terms.every((term) => evaluateCondition(term, item));
		case "or":
			return condition.terms.some((term) => evaluateCondition(term, item));
		case "not":
			return !evaluateCondition(condition.term, item);
		case "compare":
			return compares(condition.operator, evaluate(condition.left, item), evaluate(condition.right, item));
		case "between": {
			const value = evaluate(condition.operand, item);
			return (
				compares(">=", value, evaluate(condition.low, item)) && compares("<=", value, evaluate(condition.high, item))
			);
		}
		case "in": {
			const value = evaluate(condition.operand, item);
			return condition.options.some((option) => compares("=", value, evaluate(option, item)));
		}
		case "call":
			return calls(condition.name, condition.args, item);
	}
}

/** What is missing equals nothing, not even what is missing too, and has no order. */
function compares(operator: Comparator, left: Value | undefined, right: Value | undefined): boolean {
	if (left === undefined || right === undefined) return operator === "<>";
	if (operator === "=") return equalValues(left, right);
	if (operator === "<>") return !equalValues(left, right);
	const order = compareValues(left, right);
	if (order === undefined) return false;
	switch (operator) {
		case "<":
			return order < 0;
		case "<=":
			return order <= 0;
		case ">":
			return order > 0;
		case ">=":
			return order >= 0;
	}
}

function evaluate(operand: Operand | undefined, item: Item): Value | undefined {
	if (operand === undefined) return undefined;
	switch (operand.kind) {
		case "path":
			return valueAt(item, operand.path);
		case "value":
			return operand.value;
		case "call": {
			// `size` is the only function that has a value; the parser lets no other stand here.
			const size = sizeOf(evaluate(operand.args[0], item));
			return size === undefined ? undefined : { N: String(size) };
		}
	}
}

function calls(name: string, args: readonly Operand[], item: Item): boolean {
	const [first, second] = args;
	const value = evaluate(first, item);
	if (name === "attribute_exists") return value !== undefined;
	if (name === "attribute_not_exists") return value === undefined;
	const other = evaluate(second, item);
	if (value === undefined || other === undefined) return false;
	switch (name) {
		case "attribute_type":
			return "S" in other && typeOf(value) === other.S;
		case "begins_with":
			return beginsWith(value, other);
		case "contains":
			return contains(value, other);
		default:
			throw new Error(`The parser let through a function that has no meaning: ${name}`);
	}
}

function beginsWith(value: Value, prefix: Value): boolean {
	if ("S" in value && "S" in prefix) return value.S.startsWith(prefix.S);
	return "B" in value && "B" in prefix && Buffer.compare(value.B.subarray(0, prefix.B.length), prefix.B) === 0;
}

function contains(value: Value, part: Value): boolean {
	if ("S" in value) return "S" in part && value.S.includes(part.S);
	if ("B" in value) return "B" in part && Buffer.from(value.B).includes(Buffer.from(part.B));
	if ("L" in value) return value.L.some((element) => equalValues(element, part));
	if ("SS" in value) return "S" in part && value.SS.includes(part.S);
	if ("NS" in value) return "N" in part && value.NS.includes(part.N);
	return "BS" in value && value.BS.some((B) => equalValues({ B }, part));
}

function sizeOf(value: Value | undefined): number | undefined {
	if (value === undefined) return undefined;
	if ("S" in value) return value.S.length;
	if ("B" in value) return value.B.length;
	if ("SS" in value) return value.SS.length;
	if ("NS" in value) return value.NS.length;
	if ("BS" in value) return value.BS.length;
	if ("L" in value) return value.L.length;
	return "M" in value ? Object.keys(value.M).length : undefined;
}
