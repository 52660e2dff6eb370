import { JavaException } from "../javaException.ts";
import { decimalFromDouble, isNumber, toBig } from "../numbers.ts";
import { toJavaString } from "../toJavaString.ts";
import type { BigDecimal, Value } from "../values.ts";
import { hashCode } from "./hashCode.ts";
import { javaClass } from "./javaClass.ts";
import type { Host } from "./methodTable.ts";

type Specifier = {
	readonly flags: string;
	readonly width: number;
	readonly precision: number | undefined;
	readonly conversion: string;
};

/** String.format, with the root locale. */
export function formatJava(format: string, values: readonly Value[], host: Host): string {
	const pattern = /%(?:(\d+)\$|(<))?([-#+ 0,(]*)(\d+)?(?:\.(\d+))?([a-zA-Z%])/y;
	let result = "";
	let next = 0;
	let last = -1;
	let at = 0;
	while (at < format.length) {
		const percent = format.indexOf("%", at);
		if (percent === -1) break;
		result += format.slice(at, percent);
		pattern.lastIndex = percent;
		const found = pattern.exec(format);
		if (found === null) throw formatError("UnknownFormatConversion", "Conversion = '%'");
		at = pattern.lastIndex;
		const [, explicit, previous, flags = "", width, precision, conversion = ""] = found;
		const specifier: Specifier = {
			flags,
			width: Number(width ?? 0),
			precision: precision === undefined ? undefined : Number(precision),
			conversion,
		};
		refuseFlags(flags, width, found[0]);
		host.budget.hold(result.length + specifier.width + (specifier.precision ?? 0));
		if (conversion === "%" || conversion === "n") {
			result += conversion === "%" ? padded("%", specifier) : "\n";
			continue;
		}
		const index = explicit !== undefined ? Number(explicit) - 1 : previous !== undefined ? last : next++;
		if (index < 0 || index >= values.length) {
			throw formatError("MissingFormatArgument", `Format specifier '${found[0]}'`);
		}
		last = index;
		result += converted(values[index] ?? null, specifier, host);
		host.budget.hold(result.length);
	}
	return result + format.slice(at);
}

function refuseFlags(flags: string, width: string | undefined, specifier: string): void {
	if (/[-0]/.test(flags) && width === undefined) throw formatError("MissingFormatWidth", specifier);
	const clash = (flags.includes("-") && flags.includes("0")) || (flags.includes("+") && flags.includes(" "));
	if (clash) throw formatError("IllegalFormatFlags", `Flags = '${flags}'`);
	if (new Set(flags).size < flags.length) throw formatError("DuplicateFormatFlags", `Flags = '${flags}'`);
}

function formatError(name: string, message: string): JavaException {
	return new JavaException(`java.util.${name}Exception`, message);
}

function converted(value: Value, specifier: Specifier, host: Host): string {
	const lower = specifier.conversion.toLowerCase();
	const text = plain(value, lower, specifier, host);
	return specifier.conversion === lower ? text : text.toUpperCase();
}

function plain(value: Value, conversion: string, specifier: Specifier, host: Host): string {
	switch (conversion) {
		case "s":
			return padded(cut(toJavaString(value, host), specifier), specifier);
		case "b":
			return padded(
				cut(String(value === null ? false : typeof value === "boolean" ? value : true), specifier),
				specifier,
			);
		case "h":
			return padded(
				cut(value === null ? "null" : (hashCode(value, host.budget) >>> 0).toString(16), specifier),
				specifier,
			);
		case "c":
			return padded(characterOf(value, specifier), specifier);
		case "d":
		case "x":
		case "o":
			return value === null ? padded("null", specifier) : whole(value, conversion, specifier);
		case "e":
		case "f":
		case "g":
			return value === null ? padded("null", specifier) : real(value, conversion, specifier);
		default:
			throw formatError("UnknownFormatConversion", `Conversion = '${specifier.conversion}'`);
	}
}

function cut(text: string, { precision }: Specifier): string {
	return precision === undefined ? text : text.slice(0, precision);
}

function padded(text: string, { flags, width }: Specifier): string {
	return flags.includes("-") ? text.padEnd(width) : text.padStart(width);
}

function characterOf(value: Value, specifier: Specifier): string {
	if (value === null) return "null";
	if (typeof value === "object" && value.type === "Character") return value.value;
	if (typeof value === "number" && value >= 0 && value <= 0x10ffff) return String.fromCodePoint(value);
	return mismatch(value, specifier);
}

function mismatch(value: Value, { conversion }: Specifier): never {
	throw formatError("IllegalFormatConversion", `${conversion} != ${javaClass(value)}`);
}

function whole(value: Value, conversion: string, specifier: Specifier): string {
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

function real(value: Value, conversion: string, specifier: Specifier): string {
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

function shortestDecimal(value: number): BigDecimal {
	const text = String(value);
	if (!/^-?[\d.]+(e[+-]?\d+)?$/.test(text)) return decimalFromDouble(value);
	const [digits = "0", exponent = "0"] = text.split("e");
	const point = digits.indexOf(".");
	const fraction = point === -1 ? 0 : digits.length - point - 1;
	return { type: "BigDecimal", unscaled: BigInt(digits.replace(".", "")), scale: fraction - Number(exponent) };
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

function grouped(digits: string, { flags }: Specifier): string {
	if (!flags.includes(",")) return digits;
	const [integer = "", ...rest] = digits.split(".");
	return [integer.replace(/\B(?=(\d{3})+$)/g, ","), ...rest].join(".");
}

function signed(digits: string, negative: boolean, { flags, width }: Specifier): string {
	const parentheses = negative && flags.includes("(");
	const sign = parentheses ? "(" : negative ? "-" : flags.includes("+") ? "+" : flags.includes(" ") ? " " : "";
	const end = parentheses ? ")" : "";
	if (flags.includes("0")) return sign + digits.padStart(width - sign.length - end.length, "0") + end;
	const text = sign + digits + end;
	return flags.includes("-") ? text.padEnd(width) : text.padStart(width);
}
