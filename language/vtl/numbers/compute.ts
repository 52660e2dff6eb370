import { arithmetic } from "../values/javaException.ts";
import { double, integer, long } from "../values/values.ts";
import type { Arithmetic } from "./arithmetic.ts";
import { toBig, toDecimal, toDouble } from "./conversions.ts";
import { computeDecimals } from "./decimals.ts";
import { numberBase } from "./numberBase.ts";
import type { NumberValue } from "./numberValue.ts";

/** Computes as Velocity's MathUtils: in long, widening the result; in BigInteger, float, double or BigDecimal. */
export function compute(operator: Arithmetic, left: NumberValue, right: NumberValue): NumberValue {
	if (typeof left === "number" && typeof right === "number") return computeIntegers(operator, left, right);
	switch (numberBase(left, right)) {
		case "long":
			return computeLongs(operator, left, right);
		case "big":
			return computeBig(operator, toBig(left), toBig(right));
		case "float": {
			const value = computeDoubles(operator, Math.fround(toDouble(left)), Math.fround(toDouble(right)));
			return { type: "Float", value: Math.fround(value) };
		}
		case "double":
			return double(computeDoubles(operator, toDouble(left), toDouble(right)));
		default:
			return computeDecimals(operator, toDecimal(left), toDecimal(right));
	}
}

/** Integers are computed as doubles, which hold all but the largest products. */
function computeIntegers(operator: Arithmetic, left: number, right: number): NumberValue {
	const result = computeDoubles(operator, left, right);
	if (operator === "*" && !Number.isSafeInteger(result)) return integer(BigInt(left) * BigInt(right));
	const whole = operator === "/" ? Math.trunc(result) : result;
	return whole >= -2147483648 && whole <= 2147483647 ? whole | 0 : long(BigInt(whole));
}

function computeLongs(operator: Arithmetic, left: NumberValue, right: NumberValue): NumberValue {
	const result = computeBig(operator, toBig(left), toBig(right), true);
	if (BigInt.asIntN(64, result) !== result) return result;
	return wrap(result, width(left) > width(right) ? left : right);
}

function computeBig(operator: Arithmetic, left: bigint, right: bigint, primitive = false): bigint {
	switch (operator) {
		case "+":
			return left + right;
		case "-":
			return left - right;
		case "*":
			return left * right;
		case "/":
			return left / right;
		default:
			if (primitive) return left % right;
			if (right <= 0n) throw arithmetic("BigInteger: modulus not positive");
			return ((left % right) + right) % right;
	}
}

function computeDoubles(operator: Arithmetic, left: number, right: number): number {
	switch (operator) {
		case "+":
			return left + right;
		case "-":
			return left - right;
		case "*":
			return left * right;
		case "/":
			return left / right;
		default:
			return left % right;
	}
}

function wrap(result: bigint, like: NumberValue): NumberValue {
	const size = width(like);
	if (size === 0 && result >= -128n && result <= 127n) return { type: "Byte", value: Number(result) };
	if (size <= 1 && result >= -32768n && result <= 32767n) return { type: "Short", value: Number(result) };
	if (size <= 2) return integer(result);
	return long(result);
}

function width(value: NumberValue): number {
	if (typeof value === "number") return 2;
	if (typeof value === "bigint") return -1;
	return value.type === "Byte" ? 0 : value.type === "Short" ? 1 : 3;
}
