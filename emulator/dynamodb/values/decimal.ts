import { validationError } from "../errors.ts";

/** A number of DynamoDB: coefficient × 10^exponent, the coefficient without trailing zeros; zero has exponent 0. */
export type Decimal = { readonly coefficient: bigint; readonly exponent: number };

/** The one spelling of a number that DynamoDB stores and answers: plain digits, no exponent, no needless zeros. */
export function normalNumber(text: string): string {
	if (plainInteger.test(text)) return text === "-0" ? "0" : text;
	return formatDecimal(parseNumber(text));
}

/** Reads a number as a client wrote it, and refuses what DynamoDB cannot hold. */
export function parseNumber(text: string): Decimal {
	if (text === "") throw validationError("The parameter cannot be converted to a numeric value");
	const match = numberForm.exec(text);
	if (match === null) throw validationError(`The parameter cannot be converted to a numeric value: ${text}`);
	const [, sign = "", whole = "", fraction = "", exponentText = "0"] = match;
	const digits = (whole + fraction).replace(/^0+/, "");
	if (digits === "") return zero;
	const significant = digits.replace(/0+$/, "");
	// An exponent of many digits is far outside the range, whatever its value: Number's rounding does no harm.
	const exponent = Number(exponentText) - fraction.length + (digits.length - significant.length);
	checkRange(significant.length, exponent);
	return { coefficient: BigInt(sign === "-" ? `-${significant}` : significant), exponent };
}

export function add(a: Decimal, b: Decimal): Decimal {
	const [left, right] = aligned(a, b);
	return trimmed(left + right, Math.min(a.exponent, b.exponent));
}

export function negate({ coefficient, exponent }: Decimal): Decimal {
	return { coefficient: -coefficient, exponent };
}

/** Compares two numbers in their normal spelling. */
export function compareNumbers(a: string, b: string): number {
	if (a === b) return 0;
	if (plainInteger.test(a) && plainInteger.test(b)) return Number(a) < Number(b) ? -1 : 1;
	const [left, right] = aligned(parseNumber(a), parseNumber(b));
	return left < right ? -1 : left > right ? 1 : 0;
}

export function formatDecimal({ coefficient, exponent }: Decimal): string {
	const sign = coefficient < 0n ? "-" : "";
	const digits = (coefficient < 0n ? -coefficient : coefficient).toString();
	if (exponent >= 0) return sign + digits + "0".repeat(exponent);
	const point = digits.length + exponent;
	if (point > 0) return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
	return `${sign}0.${"0".repeat(-point)}${digits}`;
}

/**
 * What a number costs in an item's size, as measured on DynamoDB (nubo-db/dynamodb-conformance, captured 2026-08-18): one byte,
 * one for each two significant digits before and after the point counted apart, and one for a minus sign.
 */
export function numberSize(normal: string): number {
	if (normal === "0") return 1;
	const negative = normal.startsWith("-");
	const point = normal.indexOf(".");
	const whole = normal.slice(negative ? 1 : 0, point === -1 ? undefined : point);
	const wholeDigits = point === -1 ? lengthWithoutZeros(whole) : whole === "0" ? 0 : whole.length;
	const fraction = point === -1 ? "" : normal.slice(point + 1);
	const fractionDigits = wholeDigits === 0 ? fraction.replace(/^0+/, "").length : fraction.length;
	return 1 + Math.ceil(wholeDigits / 2) + Math.ceil(fractionDigits / 2) + (negative ? 1 : 0);
}

function lengthWithoutZeros(digits: string): number {
	let length = digits.length;
	while (length > 0 && digits.charCodeAt(length - 1) === zeroDigit) length--;
	return length;
}

const zeroDigit = 0x30;

const plainInteger = /^-?(?:0|[1-9]\d{0,14})$/;
const numberForm = /^([+-]?)(?=\.?\d)(\d*)\.?(\d*)(?:[eE]([+-]?\d+))?$/;
const zero: Decimal = { coefficient: 0n, exponent: 0 };
const maxDigits = 38;
const maxMagnitude = 125;
const minMagnitude = -130;

/** Both coefficients for the smaller of the exponents. */
function aligned(a: Decimal, b: Decimal): readonly [bigint, bigint] {
	const exponent = Math.min(a.exponent, b.exponent);
	return [a.coefficient * 10n ** BigInt(a.exponent - exponent), b.coefficient * 10n ** BigInt(b.exponent - exponent)];
}

function trimmed(coefficient: bigint, exponent: number): Decimal {
	if (coefficient === 0n) return zero;
	const text = coefficient.toString();
	const significant = text.replace(/0+$/, "");
	const trimmedExponent = exponent + (text.length - significant.length);
	checkRange(significant.length - (coefficient < 0n ? 1 : 0), trimmedExponent);
	return { coefficient: BigInt(significant), exponent: trimmedExponent };
}

function checkRange(digits: number, exponent: number): void {
	const magnitude = digits + exponent - 1;
	if (magnitude > maxMagnitude) {
		throw validationError("Number overflow. Attempting to store a number with magnitude larger than supported range");
	}
	if (magnitude < minMagnitude) {
		throw validationError("Number underflow. Attempting to store a number with magnitude smaller than supported range");
	}
	if (digits > maxDigits) throw validationError("Attempting to store more than 38 significant digits in a Number");
}
