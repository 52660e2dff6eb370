import { toBig, toDecimal, toDouble } from "./conversions.ts";
import { compareDecimals } from "./decimals.ts";
import { numberBase } from "./numberBase.ts";
import type { NumberValue } from "./numberValue.ts";
import { order } from "./order.ts";

/** -1, 0 or 1. Doubles that cannot be ordered are equal, as in the reference. */
export function compareNumbers(left: NumberValue, right: NumberValue): number {
	if (typeof left === "number" && typeof right === "number") return order(left, right);
	switch (numberBase(left, right)) {
		case "long":
		case "big":
			return order(toBig(left), toBig(right));
		case "float":
			return order(Math.fround(toDouble(left)), Math.fround(toDouble(right)));
		case "double":
			return order(toDouble(left), toDouble(right));
		default:
			return compareDecimals(toDecimal(left), toDecimal(right));
	}
}
