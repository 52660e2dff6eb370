import { conditionFailed } from "../errors.ts";
import { evaluateCondition } from "../expressions/evaluateCondition.ts";
import type { Condition } from "../expressions/syntax.ts";
import { type Item, newItem } from "../values/value.ts";

/** Fails when a write's condition does not hold, showing the item if the request asked to see it. */
export function checkCondition(
	condition: Condition | undefined,
	before: Item | undefined,
	showItem: "ALL_OLD" | "NONE" | undefined,
): void {
	if (condition === undefined || evaluateCondition(condition, before ?? newItem())) return;
	throw conditionFailed(showItem === "ALL_OLD" ? before : undefined);
}
