import { invalidParameters, validationError } from "../errors.ts";
import type { Condition } from "../expressions/syntax.ts";
import type { ExpectedAttributeValue, Condition as LegacyFilter } from "../model.generated.ts";
import { readValue } from "../values/readValue.ts";
import { legacyComparison } from "./conditionTree.ts";

type Combination = "AND" | "OR" | undefined;

/** `Expected` of a write, the older form of a condition. */
export function legacyCondition(
	expected: { readonly [attribute: string]: ExpectedAttributeValue } | undefined,
	combination: Combination,
): Condition | undefined {
	return combined(
		Object.entries(expected ?? {}).map(([attribute, it]) => expectation(attribute, it)),
		combination,
		expected !== undefined,
	);
}

/** `QueryFilter` and `ScanFilter`, the older form of a filter. */
export function legacyFilter(
	filter: { readonly [attribute: string]: LegacyFilter } | undefined,
	combination: Combination,
): Condition | undefined {
	return combined(
		Object.entries(filter ?? {}).map(([attribute, { ComparisonOperator, AttributeValueList }]) =>
			legacyComparison(attribute, ComparisonOperator, AttributeValueList),
		),
		combination,
		filter !== undefined,
	);
}

function combined(terms: readonly Condition[], combination: Combination, given: boolean): Condition | undefined {
	if (combination !== undefined && !given) {
		throw validationError("ConditionalOperator cannot be used without Filter or Expected");
	}
	if (combination !== undefined && terms.length < 2) {
		throw validationError("ConditionalOperator can only be used when Filter or Expected has two or more elements");
	}
	if (terms.length < 2) return terms[0];
	return { kind: combination === "OR" ? "or" : "and", terms };
}

function expectation(attribute: string, expected: ExpectedAttributeValue): Condition {
	const { Value, Exists, ComparisonOperator, AttributeValueList } = expected;
	if (Value !== undefined && AttributeValueList !== undefined) {
		throw invalidParameters(`Value and AttributeValueList cannot be used together for Attribute: ${attribute}`);
	}
	if (ComparisonOperator !== undefined) {
		if (Exists !== undefined) {
			throw invalidParameters(`Exists and ComparisonOperator cannot be used together for Attribute: ${attribute}`);
		}
		const takesNone = ComparisonOperator === "NULL" || ComparisonOperator === "NOT_NULL";
		if (!takesNone && Value === undefined && AttributeValueList === undefined) {
			throw invalidParameters(
				`Value or AttributeValueList must be used with ComparisonOperator: ${ComparisonOperator} for Attribute: ${attribute}`,
			);
		}
		return legacyComparison(attribute, ComparisonOperator, AttributeValueList ?? (Value && [Value]));
	}
	if (AttributeValueList !== undefined) {
		throw invalidParameters(
			`AttributeValueList can only be used with a ComparisonOperator for Attribute: ${attribute}`,
		);
	}
	return existence(attribute, Exists, Value);
}

function existence(attribute: string, exists: boolean | undefined, value: ExpectedAttributeValue["Value"]): Condition {
	const path = { kind: "path", path: [attribute] } as const;
	if (exists === false) {
		if (value !== undefined) {
			throw invalidParameters(`Value cannot be used when Exists is false for Attribute: ${attribute}`);
		}
		return { kind: "call", name: "attribute_not_exists", args: [path] };
	}
	if (value === undefined) {
		throw invalidParameters(`Value must be provided when Exists is ${exists ?? "null"} for Attribute: ${attribute}`);
	}
	return { kind: "compare", operator: "=", left: path, right: { kind: "value", value: readValue(value) } };
}
