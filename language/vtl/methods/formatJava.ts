import { toJavaString } from "../values/toJavaString.ts";
import type { Value } from "../values/values.ts";
import { formatReal, formatWhole } from "./formatNumber.ts";
import { type FormatSpecifier, formatError, mismatch, padded } from "./formatSpecifier.ts";
import { hashCode } from "./hashCode.ts";
import type { Host } from "./methodTable.ts";

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
		const specifier: FormatSpecifier = {
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

function converted(value: Value, specifier: FormatSpecifier, host: Host): string {
	const lower = specifier.conversion.toLowerCase();
	const text = plain(value, lower, specifier, host);
	return specifier.conversion === lower ? text : text.toUpperCase();
}

function plain(value: Value, conversion: string, specifier: FormatSpecifier, host: Host): string {
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
			return value === null ? padded("null", specifier) : formatWhole(value, conversion, specifier);
		case "e":
		case "f":
		case "g":
			return value === null ? padded("null", specifier) : formatReal(value, conversion, specifier);
		default:
			throw formatError("UnknownFormatConversion", `Conversion = '${specifier.conversion}'`);
	}
}

function cut(text: string, { precision }: FormatSpecifier): string {
	return precision === undefined ? text : text.slice(0, precision);
}

function characterOf(value: Value, specifier: FormatSpecifier): string {
	if (value === null) return "null";
	if (typeof value === "object" && value.type === "Character") return value.value;
	if (typeof value === "number" && value >= 0 && value <= 0x10ffff) return String.fromCodePoint(value);
	return mismatch(value, specifier);
}
