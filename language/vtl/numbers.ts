import { arithmetic } from "./javaException.ts";
import { type BigDecimal, double, type Floating, integer, type Long, long, type Small, type Value } from "./values.ts";

export type NumberValue = number | bigint | Long | Floating | Small | BigDecimal;

export function isNumber(value: Value): value is NumberValue {
	if (typeof value === "number" || typeof value === "bigint") return true;
	if (typeof value !== "object" || value === null) return false;
	const { type } = value;
	return (
		type === "Double" ||
		type === "Long" ||
		type === "Float" ||
		type === "BigDecimal" ||
		type === "Short" ||
		type === "Byte"
	);
}

export type Arithmetic = "+" | "-" | "*" | "/" | "%";

/** Computes as Velocity's MathUtils: in long, widening the result; in BigInteger, float, double or BigDecimal. */
export function compute(operator: Arithmetic, left: NumberValue, right: NumberValue): NumberValue {
	if (typeof left === "number" && typeof right === "number") return computeIntegers(operator, left, right);
	switch (base(left, right)) {
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

/** -1, 0 or 1. Doubles that cannot be ordered are equal, as in the reference. */
export function compareNumbers(left: NumberValue, right: NumberValue): number {
	if (typeof left === "number" && typeof right === "number") return order(left, right);
	switch (base(left, right)) {
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

export function isZero(value: NumberValue): boolean {
	if (typeof value === "number") return value === 0;
	if (typeof value === "bigint") return value === 0n;
	return value.type === "BigDecimal" ? value.unscaled === 0n : toDouble(value) === 0;
}

export function toDouble(value: NumberValue): number {
	if (typeof value === "number") return value;
	if (typeof value === "bigint") return Number(value);
	if (value.type === "BigDecimal") return Number(`${value.unscaled}e${-value.scale}`);
	return Number(value.value);
}

/** Java's narrowing to an integer: toward zero; doubles saturate at a long, big numbers keep their low bits. */
export function toBig(value: NumberValue): bigint {
	if (typeof value === "number") return BigInt(value);
	if (typeof value === "bigint") return value;
	switch (value.type) {
		case "Long":
			return value.value;
		case "BigDecimal":
			return value.scale >= 0
				? value.unscaled / 10n ** BigInt(value.scale)
				: value.unscaled * 10n ** BigInt(-value.scale);
		default:
			return saturate(value.value, -9223372036854775808n, 9223372036854775807n);
	}
}

export function intValue(value: NumberValue): number {
	if (typeof value === "number") return value;
	if (typeof value === "object" && (value.type === "Double" || value.type === "Float")) {
		return Number(saturate(value.value, -2147483648n, 2147483647n));
	}
	return Number(BigInt.asIntN(32, toBig(value)));
}

export function longValue(value: NumberValue): Long {
	return long(BigInt.asIntN(64, toBig(value)));
}

export function compareDecimals(left: BigDecimal, right: BigDecimal): number {
	const scale = Math.max(left.scale, right.scale);
	return order(rescale(left, scale), rescale(right, scale));
}

/** Reads digits as Java's BigDecimal does, keeping how many stand behind the point. */
export function decimalFromText(text: string): BigDecimal {
	const [digits = "", exponent = "0"] = text.toLowerCase().split("e");
	const point = digits.indexOf(".");
	const fraction = point === -1 ? 0 : digits.length - point - 1;
	const unscaled = digits.replace(".", "").replace(/^\+/, "");
	return { type: "BigDecimal", unscaled: BigInt(unscaled), scale: fraction - Number(exponent) };
}

function saturate(value: number, least: bigint, most: bigint): bigint {
	if (Number.isNaN(value)) return 0n;
	if (!Number.isFinite(value)) return value > 0 ? most : least;
	const whole = BigInt(Math.trunc(value));
	return whole < least ? least : whole > most ? most : whole;
}

function order<T extends number | bigint>(left: T, right: T): number {
	return left < right ? -1 : left > right ? 1 : 0;
}

function base(left: NumberValue, right: NumberValue): "long" | "big" | "float" | "double" | "decimal" {
	const a = rank(left);
	const b = rank(right);
	if (a === "decimal" || b === "decimal") return "decimal";
	const bothWhole = (a === "long" || a === "big") && (b === "long" || b === "big");
	if (a === "big" || b === "big") return bothWhole ? "big" : "decimal";
	if (bothWhole) return "long";
	return a === "double" || b === "double" ? "double" : "float";
}

function rank(value: NumberValue): "long" | "big" | "float" | "double" | "decimal" {
	if (typeof value === "number") return "long";
	if (typeof value === "bigint") return "big";
	switch (value.type) {
		case "Double":
			return "double";
		case "Float":
			return "float";
		case "BigDecimal":
			return "decimal";
		default:
			return "long";
	}
}

function computeIntegers(operator: Arithmetic, left: number, right: number): NumberValue {
	let result: number;
	switch (operator) {
		case "+":
			result = left + right;
			break;
		case "-":
			result = left - right;
			break;
		case "*":
			result = left * right;
			if (!Number.isSafeInteger(result)) return integer(BigInt(left) * BigInt(right));
			break;
		case "/":
			result = Math.trunc(left / right);
			break;
		default:
			result = left % right;
	}
	if (result >= -2147483648 && result <= 2147483647) return result | 0;
	return long(BigInt(result));
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

function computeDecimals(operator: Arithmetic, left: BigDecimal, right: BigDecimal): BigDecimal {
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

function magnitude(value: bigint): bigint {
	return value < 0n ? -value : value;
}

function rescale(value: BigDecimal, scale: number): bigint {
	return value.unscaled * 10n ** BigInt(scale - value.scale);
}

function toDecimal(value: NumberValue): BigDecimal {
	if (typeof value === "object" && value.type === "BigDecimal") return value;
	if (typeof value === "bigint") return { type: "BigDecimal", unscaled: value, scale: 0 };
	return decimalFromDouble(toDouble(value));
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

function width(value: NumberValue): number {
	if (typeof value === "number") return 2;
	if (typeof value === "bigint") return -1;
	return value.type === "Byte" ? 0 : value.type === "Short" ? 1 : 3;
}

function wrap(result: bigint, like: NumberValue): NumberValue {
	const size = width(like);
	if (size === 0 && result >= -128n && result <= 127n) return { type: "Byte", value: Number(result) };
	if (size <= 1 && result >= -32768n && result <= 32767n) return { type: "Short", value: Number(result) };
	if (size <= 2) return integer(result);
	return long(result);
}
