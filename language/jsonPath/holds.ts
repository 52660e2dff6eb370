import { compareDecimals, decimalFromText } from "../vtl/numbers/decimals.ts";
import { isNumber } from "../vtl/numbers/numberValue.ts";
import { createMatcher } from "../vtl/regex/matchPattern.ts";
import type { Pattern } from "../vtl/regex/pattern.ts";
import { numberFormat } from "../vtl/values/javaException.ts";
import type { Printing } from "../vtl/values/printing.ts";
import { toJavaString } from "../vtl/values/toJavaString.ts";
import type { BigDecimal, Value } from "../vtl/values/values.ts";
import { invalidPath } from "./invalidPath.ts";
import type { Operator } from "./tokens.ts";

/** Compares what was found with what was written. */
export function holds(
	operator: Operator,
	found: Value | Pattern,
	wanted: Value | Pattern,
	printing: Printing,
): boolean {
	if (operator === "=~") return matches(found, wanted, printing);
	if (isPattern(found) || isPattern(wanted)) throw new NotComparable();
	if (operator === "==") return compare(wanted, found, printing) === 0;
	if (operator === "!=") return compare(wanted, found, printing) !== 0;
	if ((wanted === null) !== (found === null)) return false;
	const order = compare(wanted, found, printing);
	if (operator === ">") return order < 0;
	if (operator === ">=") return order <= 0;
	return operator === "<" ? order > 0 : order >= 0;
}

/** Thrown where two values have no order; the condition is then false. */
export class NotComparable extends Error {}

function isPattern(value: Value | Pattern): value is Pattern {
	return typeof value === "object" && value !== null && "root" in value;
}

function matches(found: Value | Pattern, wanted: Value | Pattern, printing: Printing): boolean {
	const pattern = isPattern(found) ? found : wanted;
	const target = isPattern(found) ? wanted : found;
	if (!isPattern(pattern)) throw invalidPath("The right side of =~ is no pattern.");
	if (target === null || isPattern(target)) return false;
	return createMatcher(pattern, toJavaString(target, printing), printing.budget).whole() !== undefined;
}

function compare(left: Value, right: Value, printing: Printing): number {
	const leftNull = left === null || left === "null";
	const rightNull = right === null || right === "null";
	if (leftNull || rightNull) return leftNull && rightNull ? 0 : leftNull ? -1 : 1;
	if (typeof left === "string" && typeof right === "string") {
		const unescaped = left.replaceAll("\\'", "'");
		return unescaped < right ? -1 : unescaped > right ? 1 : 0;
	}
	if (isNumber(right) && (isNumber(left) || typeof left === "string")) {
		return compareDecimals(decimal(toJavaString(left, printing)), decimal(toJavaString(right, printing)));
	}
	if (typeof right === "boolean" && (typeof left === "string" || typeof left === "boolean")) {
		const truth = typeof left === "string" ? left.toLowerCase() === "true" : left;
		return Number(truth) - Number(right);
	}
	throw new NotComparable();
}

function decimal(text: string): BigDecimal {
	if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,6})?$/.test(text)) throw numberFormat(text);
	return decimalFromText(text);
}
