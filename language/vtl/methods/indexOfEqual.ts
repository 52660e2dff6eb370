import { javaEquals } from "../values/equality.ts";
import type { Value } from "../values/values.ts";
import type { Host } from "./methodTable.ts";

/** Where the first item stands that is equal by Java's equals, or -1. */
export function indexOfEqual(items: readonly Value[], wanted: Value, { budget }: Host): number {
	budget.spend(items.length >> 3);
	return items.findIndex((item) => javaEquals(item, wanted, budget));
}
