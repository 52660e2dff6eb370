import { arithmetic } from "../values/javaException.ts";
import type { BigDecimal } from "../values/values.ts";
import type { Arithmetic } from "./arithmetic.ts";
import { order } from "./order.ts";

/** Reads digits as Java's BigDecimal does, keeping how many stand behind the point. */
export function decimalFromText(text: string): BigDecimal {
	const [digits = "", exponent = "0"] = text.toLowerCase().split("e");
	const point = digits.indexOf(".");
	const fraction = point === -1 ? 0 : digits.length - point - 1;
	const unscaled = digits.replace(".", "").replace(/^\+/, "");
	return { type: "BigDecimal", unscaled: BigInt(unscaled), scale: fraction - Number(exponent) };
}

/** The exact value of a double, as `new BigDecimal(double)` gives it. */
export function decimalFromDouble(value: number): BigDecimal {
	if (!Number.isFinite(value)) throw arithmetic("Infinite or NaN");
	if (Number.isInteger(value)) return { type: "BigDecimal", unscaled: BigInt(value), scale: 0 };
	let scale = 0;
	let scaled = value;
	// A double is a whole number over a power of two, and 10^n has n twos.
	while (!Number.isInteger(scaled)) {
		scaled *= 2;
		scale++;
	}
	return { type: "BigDecimal", unscaled: BigInt(scaled) * 5n ** BigInt(scale), scale };
}

export function compareDecimals(left: BigDecimal, right: BigDecimal): number {
	const scale = Math.max(left.scale, right.scale);
	return order(rescale(left, scale), rescale(right, scale));
}

export function computeDecimals(operator: Arithmetic, left: BigDecimal, right: BigDecimal): BigDecimal {
	const scale = Math.max(left.scale, right.scale);
	switch (operator) {
		case "+":
			return { type: "BigDecimal", unscaled: rescale(left, scale) + rescale(right, scale), scale };
		case "-":
			return { type: "BigDecimal", unscaled: rescale(left, scale) - rescale(right, scale), scale };
		case "*":
			return { type: "BigDecimal", unscaled: left.unscaled * right.unscaled, scale: left.scale + right.scale };
		case "/":
			return divideDecimals(left, right);
		default:
			throw arithmetic("Cannot calculate the modulo of BigDecimals.");
	}
}

/** To the scale of the dividend, half rounded toward zero. */
function divideDecimals(left: BigDecimal, right: BigDecimal): BigDecimal {
	const shift = right.scale;
	const dividend = shift >= 0 ? left.unscaled * 10n ** BigInt(shift) : left.unscaled;
	const divisor = shift >= 0 ? right.unscaled : right.unscaled * 10n ** BigInt(-shift);
	const quotient = dividend / divisor;
	const rest = dividend % divisor;
	const up = 2n * magnitude(rest) > magnitude(divisor);
	const away = dividend < 0n !== divisor < 0n ? -1n : 1n;
	return { type: "BigDecimal", unscaled: up ? quotient + away : quotient, scale: left.scale };
}

function rescale(value: BigDecimal, scale: number): bigint {
	return value.unscaled * 10n ** BigInt(scale - value.scale);
}

function magnitude(value: bigint): bigint {
	return value < 0n ? -value : value;
}
