import { validationError } from "../errors.ts";
import type { KeyCondition } from "../expressions/keyCondition.ts";
import type { Condition } from "../model.generated.ts";
import { checkedArguments, comparators } from "./conditionTree.ts";

/** `KeyConditions` of a query, the older form of a key condition expression. */
export function legacyKeyConditions(conditions: { readonly [attribute: string]: Condition }): readonly KeyCondition[] {
	return Object.entries(conditions).map(([attribute, { ComparisonOperator, AttributeValueList = [] }]) => {
		const [first, ...others] = checkedArguments(ComparisonOperator, AttributeValueList);
		switch (ComparisonOperator) {
			case "EQ":
			case "LT":
			case "LE":
			case "GT":
			case "GE":
			case "BETWEEN":
			case "BEGINS_WITH": {
				if (first === undefined) throw new Error("The number of arguments has been checked.");
				return { attribute, operator: operators[ComparisonOperator], values: [first, ...others] };
			}
			default:
				throw validationError("Attempted conditional constraint is not an indexable operation");
		}
	});
}

const operators = { ...comparators, BETWEEN: "BETWEEN", BEGINS_WITH: "begins_with" } as const;
