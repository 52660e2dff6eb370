import { invalidParameters, validationError } from "../errors.ts";
import type { Condition, Operand } from "../expressions/syntax.ts";
import type { AttributeValue, Condition as LegacyCondition } from "../model.generated.ts";
import { compareValues } from "../values/compareValues.ts";
import { readValue } from "../values/readValue.ts";
import { typeOf, type Value, type ValueType } from "../values/value.ts";

export type LegacyOperator = LegacyCondition["ComparisonOperator"];

/** A comparison of the older interface, checked and put as a condition on the attribute. */
export function legacyComparison(
	attribute: string,
	operator: LegacyOperator,
	sent: readonly AttributeValue[] | undefined,
): Condition {
	const values = checkedArguments(operator, sent ?? []);
	const path: Operand = { kind: "path", path: [attribute] };
	const operands = values.map((value): Operand => ({ kind: "value", value }));
	const [first = path, second = path] = operands;
	switch (operator) {
		case "NOT_NULL":
			return { kind: "call", name: "attribute_exists", args: [path] };
		case "NULL":
			return { kind: "call", name: "attribute_not_exists", args: [path] };
		case "CONTAINS":
			return { kind: "call", name: "contains", args: [path, first] };
		case "NOT_CONTAINS":
			// An attribute that is missing does not "not contain".
			return {
				kind: "and",
				terms: [
					{ kind: "call", name: "attribute_exists", args: [path] },
					{ kind: "not", term: { kind: "call", name: "contains", args: [path, first] } },
				],
			};
		case "BEGINS_WITH":
			return { kind: "call", name: "begins_with", args: [path, first] };
		case "IN":
			return { kind: "in", operand: path, options: operands };
		case "BETWEEN":
			return { kind: "between", operand: path, low: first, high: second };
		default:
			return { kind: "compare", operator: comparators[operator], left: path, right: first };
	}
}

/** Reads a comparison's values; refuses the wrong number of them, mixed types, and types that it does not compare. */
export function checkedArguments(operator: LegacyOperator, sent: readonly AttributeValue[]): readonly Value[] {
	const values = sent.map((value) => readValue(value));
	const [min, max] = argumentCounts[operator];
	if (values.length < min || values.length > max) {
		throw invalidParameters(`Invalid number of argument(s) for the ${operator} ComparisonOperator`);
	}
	const types = argumentTypes[operator];
	const wrong = types && values.find((value) => !types.includes(typeOf(value)));
	if (wrong) {
		throw invalidParameters(`ComparisonOperator ${operator} is not valid for ${typeOf(wrong)} AttributeValue type`);
	}
	const [first, second] = values;
	if (first !== undefined && values.some((value) => typeOf(value) !== typeOf(first))) {
		throw invalidParameters("AttributeValues inside AttributeValueList must be of same type");
	}
	if (operator === "BETWEEN" && first && second && (compareValues(first, second) ?? 0) > 0) {
		throw validationError(
			"The BETWEEN condition was provided a range where the lower bound is greater than the upper bound",
		);
	}
	return values;
}

export const comparators = { EQ: "=", NE: "<>", LT: "<", LE: "<=", GT: ">", GE: ">=" } as const;

const one = [1, 1] as const;
const argumentCounts: Readonly<Record<LegacyOperator, readonly [min: number, max: number]>> = {
	NULL: [0, 0],
	NOT_NULL: [0, 0],
	EQ: one,
	NE: one,
	LE: one,
	LT: one,
	GE: one,
	GT: one,
	CONTAINS: one,
	NOT_CONTAINS: one,
	BEGINS_WITH: one,
	IN: [1, Number.POSITIVE_INFINITY],
	BETWEEN: [2, 2],
};

const scalars: readonly ValueType[] = ["S", "N", "B"];
const argumentTypes: Readonly<Partial<Record<LegacyOperator, readonly ValueType[]>>> = {
	LE: scalars,
	LT: scalars,
	GE: scalars,
	GT: scalars,
	CONTAINS: [...scalars, "BOOL", "NULL"],
	NOT_CONTAINS: [...scalars, "BOOL", "NULL"],
	BEGINS_WITH: ["S", "B"],
	IN: scalars,
	BETWEEN: scalars,
};
