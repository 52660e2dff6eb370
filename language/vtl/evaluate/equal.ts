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
	// The reference looks first whether they print as nothing, which renders a block.
	if (left === null || right === null) return printed(left, host) === printed(right, host);
	if (isNumber(left) && isNumber(right)) return compareNumbers(left, right) === 0;
	if (relatedClasses(left, right)) return javaEquals(left, right, host.budget);
	return toJavaString(left, host) === toJavaString(right, host);
}

function printed(value: Value, host: Host): Value | undefined {
	return typeof value === "object" && value?.type === "Block" ? (host.renderBlock(value) ?? null) : value;
}
