import type { Host } from "../methods/methodTable.ts";
import { intValue } from "../numbers/conversions.ts";
import { isNumber } from "../numbers/numberValue.ts";
import { list, type Value } from "../values/values.ts";
import { BudgetExceeded } from "./budget.ts";

/** `[first..last]`, up or down; null where an end is no number. */
export function range(first: Value, last: Value, host: Host): Value {
	if (first === null || last === null || !isNumber(first) || !isNumber(last)) return null;
	const from = intValue(first);
	const to = intValue(last);
	const count = Math.abs(from - to) + 1;
	if (count > host.budget.limits.rangeItems) {
		throw new BudgetExceeded(`A range of ${count} items is more than ${host.budget.limits.rangeItems}.`);
	}
	host.budget.spend(count >> 3);
	const step = from >= to ? -1 : 1;
	return list(Array.from({ length: count }, (_, i) => from + i * step));
}
