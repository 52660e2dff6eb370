import { toBig } from "../numbers/conversions.ts";
import { decimalFromDouble, decimalFromText } from "../numbers/decimals.ts";
import { isNumber } from "../numbers/numberValue.ts";
import type { BigDecimal, Value } from "../values/values.ts";
import { type FormatSpecifier, mismatch, padded } from "./formatSpecifier.ts";

/** `%d`, `%x` and `%o` */
export function formatWhole(value: Value, conversion: string, specifier: FormatSpecifier): string {
	if (!isNumber(value)) return mismatch(value, specifier);
	if (typeof value === "object" && (value.type === "Double" || value.type === "Float" || value.type === "BigDecimal")) {
		return mismatch(value, specifier);
	}
	const number = toBig(value);
	if (conversion !== "d") {
		const bits = typeof value === "number" ? 32 : 64;
		const unsigned = number < 0n && typeof value !== "bigint" ? BigInt.asUintN(bits, number) : number;
		const digits = unsigned.toString(conversion === "x" ? 16 : 8);
		const prefix = specifier.flags.includes("#") ? (conversion === "x" ? "0x" : "0") : "";
		return signed(prefix + digits, false, { ...specifier, flags: specifier.flags.replace(/[+ ,(]/g, "") });
	}
	return signed(grouped(String(number < 0n ? -number : number), specifier), number < 0n, specifier);
}

/** `%e`, `%f` and `%g` */
export function formatReal(value: Value, conversion: string, specifier: FormatSpecifier): string {
	if (!isNumber(value) || typeof value === "number" || typeof value === "bigint") return mismatch(value, specifier);
	if (value.type !== "Double" && value.type !== "Float" && value.type !== "BigDecimal")
		return mismatch(value, specifier);
	if (value.type !== "BigDecimal" && !Number.isFinite(value.value)) {
		const text = Number.isNaN(value.value) ? "NaN" : "Infinity";
		return signed(text, value.value < 0, { ...specifier, flags: specifier.flags.replace("0", "") });
	}
	// Java rounds the digits it would print, not the binary value.
	const decimal = value.type === "BigDecimal" ? value : shortestDecimal(value.value);
	const negative = decimal.unscaled < 0n || (value.type !== "BigDecimal" && Object.is(value.value, -0));
	const size = { ...decimal, unscaled: decimal.unscaled < 0n ? -decimal.unscaled : decimal.unscaled };
	const precision = specifier.precision ?? 6;
	return signed(grouped(realDigits(size, conversion, precision), specifier), negative, specifier);
}

function realDigits(size: BigDecimal, conversion: string, precision: number): string {
	if (conversion === "f") return fixed(size, precision);
	if (conversion === "e") return scientific(size, precision);
	const significant = precision === 0 ? 1 : precision;
	const rounded = scientific(size, significant - 1);
	const exponent = Number(rounded.slice(rounded.indexOf("e") + 1));
	if (size.unscaled === 0n) return fixed(size, significant - 1);
	return exponent >= -4 && exponent < significant ? fixed(size, significant - 1 - exponent) : rounded;
}

/** The digits that Java prints for the double, which are as few as tell it from its neighbours. */
function shortestDecimal(value: number): BigDecimal {
	const text = String(value);
	return /^-?[\d.]+(e[+-]?\d+)?$/.test(text) ? decimalFromText(text) : decimalFromDouble(value);
}

/** The digits with so many behind the point, half rounded up. */
function fixed({ unscaled, scale }: BigDecimal, precision: number): string {
	const shift = scale - precision;
	let rounded: bigint;
	if (shift <= 0) rounded = unscaled * 10n ** BigInt(-shift);
	else {
		const unit = 10n ** BigInt(shift);
		rounded = (unscaled + unit / 2n) / unit;
	}
	const digits = String(rounded).padStart(precision + 1, "0");
	return precision === 0 ? digits : `${digits.slice(0, -precision)}.${digits.slice(-precision)}`;
}

function scientific(size: BigDecimal, precision: number): string {
	if (size.unscaled === 0n) return `${fixed(size, precision)}e+00`;
	let exponent = String(size.unscaled).length - 1 - size.scale;
	let text = fixed({ ...size, scale: size.scale + exponent }, precision);
	if (text.startsWith("10")) {
		exponent++;
		text = fixed({ ...size, scale: size.scale + exponent }, precision);
	}
	return `${text}e${exponent < 0 ? "-" : "+"}${String(Math.abs(exponent)).padStart(2, "0")}`;
}

function grouped(digits: string, { flags }: FormatSpecifier): string {
	if (!flags.includes(",")) return digits;
	const [integer = "", ...rest] = digits.split(".");
	return [integer.replace(/\B(?=(\d{3})+$)/g, ","), ...rest].join(".");
}

function signed(digits: string, negative: boolean, { flags, width }: FormatSpecifier): string {
	const parentheses = negative && flags.includes("(");
	const sign = parentheses ? "(" : negative ? "-" : flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
	const end = parentheses ? ")" : "";
	if (flags.includes("0")) return sign + digits.padStart(width - sign.length - end.length, "0") + end;
	return padded(sign + digits + end, { flags, width });
}
