import { relatedClasses } from "../methods/javaClass.ts";
import type { Host } from "../methods/methodTable.ts";
import { compareNumbers } from "../numbers/compareNumbers.ts";
import { isNumber } from "../numbers/numberValue.ts";
import { javaEquals } from "../values/equality.ts";
import { toJavaString } from "../values/toJavaString.ts";
import type { Value } from "../values/values.ts";

/** Numbers by value, values of related classes by Java's equals, and everything else by how it prints. */
export function equal(left: Value, right: Value, host: Host): boolean {
	if (typeof left === "string" && typeof right === "string") return left === right;
	if (left === null || right === null) return left === right;
	if (isNumber(left) && isNumber(right)) return compareNumbers(left, right) === 0;
	if (relatedClasses(left, right)) return javaEquals(left, right, host.budget);
	return toJavaString(left, host) === toJavaString(right, host);
}
