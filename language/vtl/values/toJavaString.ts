import { stackOverflow } from "./javaException.ts";
import type { Printing } from "./printing.ts";
import { toJson } from "./toJson.ts";
import type { BigDecimal, Value } from "./values.ts";

const depthMax = 400;

/** Java's toString of a value. */
export function toJavaString(value: Value, printing: Printing, depth = 0): string {
	if (typeof value === "string") return value;
	if (typeof value === "number") return String(value);
	if (value === null) return "null";
	if (typeof value !== "object") return String(value);
	if (depth > depthMax) throw stackOverflow();
	switch (value.type) {
		case "Long":
		case "Short":
		case "Byte":
			return String(value.value);
		case "Double":
			return javaDouble(value.value, shortestDouble(Math.abs(value.value)));
		case "Float":
			return javaDouble(value.value, shortestFloat(Math.abs(value.value)));
		case "BigDecimal":
			return javaDecimal(value);
		case "Character":
			return value.value;
		case "List":
			if (value.kind === "JSONArray") return toJson(value, true, toJavaString, printing, depth);
			return joined(value.items, printing, depth, "[", "]", value);
		case "Map":
			return `{${[...value.cells.values()].map((cell) => pair(cell, value, printing, depth)).join(", ")}}`;
		case "View": {
			const cells = [...value.map.cells.values()];
			if (value.of === "entries") return `[${cells.map((cell) => pair(cell, null, printing, depth)).join(", ")}]`;
			const items = cells.map((cell) => (value.of === "keys" ? cell.key : cell.value));
			return joined(items, printing, depth, "[", "]", value);
		}
		case "Entry":
			return pair(value.cell, null, printing, depth);
		case "Scope":
			return toJavaString(value.storage, printing, depth);
		case "Block":
			return printing.renderBlock(value) ?? "null";
		case "Bound":
			return value.name;
		case "Class":
			return `class ${value.name}`;
		case "Array":
			return `${arrayPrefix(value.component)}@${identityHash}`;
		case "Iterator":
			return `${value.javaClass}@${identityHash}`;
		case "Stream":
			return `java.util.stream.${value.of === "int" ? "Int" : "Reference"}Pipeline$Head@${identityHash}`;
		case "ScopeInfo": {
			const { line, column } = value.scope.place();
			return `#foreach[type:block line:${line} column:${column}]`;
		}
	}
}

/** Java prints where such an object lies; nobody can depend on it, so it is always the same. */
const identityHash = "1b28cdfa";

function javaDecimal({ unscaled, scale }: BigDecimal): string {
	const sign = unscaled < 0n ? "-" : "";
	const digits = String(unscaled < 0n ? -unscaled : unscaled);
	if (scale === 0) return sign + digits;
	const adjusted = digits.length - 1 - scale;
	if (scale > 0 && adjusted >= -6) {
		if (digits.length > scale) return `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
		return `${sign}0.${digits.padStart(scale, "0")}`;
	}
	const mantissa = digits.length > 1 ? `${digits[0]}.${digits.slice(1)}` : digits;
	return `${sign}${mantissa}${adjusted === 0 ? "" : `E${adjusted > 0 ? "+" : ""}${adjusted}`}`;
}

export function arrayPrefix(component: string): string {
	return component === "char"
		? "[C"
		: component === "byte"
			? "[B"
			: component === "int"
				? "[I"
				: `[Ljava.lang.${component};`;
}

function joined(
	items: readonly Value[],
	printing: Printing,
	depth: number,
	open: string,
	close: string,
	self: Value,
): string {
	let result = open;
	for (let i = 0; i < items.length; i++) {
		const item = items[i] ?? null;
		if (i > 0) result += ", ";
		result += item !== null && item === self ? "(this Collection)" : toJavaString(item, printing, depth + 1);
		printing.budget.spend(1);
		printing.budget.hold(result.length);
	}
	return result + close;
}

function pair(
	{ key, value }: { readonly key: Value; readonly value: Value },
	self: Value,
	printing: Printing,
	depth: number,
): string {
	printing.budget.spend(1);
	const left = self !== null && key === self ? "(this Map)" : toJavaString(key, printing, depth + 1);
	const right = self !== null && value === self ? "(this Map)" : toJavaString(value, printing, depth + 1);
	printing.budget.hold(left.length + right.length);
	return `${left}=${right}`;
}

/** Java's notation for the shortest digits that give the number back. */
function javaDouble(value: number, shortest: string): string {
	if (Number.isNaN(value)) return "NaN";
	const sign = value < 0 || Object.is(value, -0) ? "-" : "";
	const size = Math.abs(value);
	if (size === Number.POSITIVE_INFINITY) return `${sign}Infinity`;
	if (size === 0) return `${sign}0.0`;
	const [mantissa = "", exponentText = "0"] = shortest.split("e");
	const point = mantissa.indexOf(".");
	const whole = point === -1 ? mantissa : mantissa.slice(0, point);
	const allDigits = mantissa.replace(".", "");
	const digits = allDigits.replace(/^0+/, "");
	const leadingZeros = allDigits.length - digits.length;
	// The number is 0.digits times ten to the power of `exponent`.
	const exponent = whole.length - leadingZeros + Number(exponentText);
	const significant = digits.replace(/0+$/, "") || "0";
	if (size >= 1e-3 && size < 1e7) {
		if (exponent <= 0) return `${sign}0.${"0".repeat(-exponent)}${significant}`;
		const padded = significant.padEnd(exponent, "0");
		return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent) || "0"}`;
	}
	return `${sign}${significant[0]}.${significant.slice(1) || "0"}E${exponent - 1}`;
}

/** Java writes two digits at least, and of those that give the number back, the nearest: not 5.0E-324 but 4.9E-324. */
function shortestDouble(value: number): string {
	const shortest = String(value);
	if (!/^\de/.test(shortest)) return shortest;
	const nearest = value.toExponential(1);
	const sameSize = nearest.slice(nearest.indexOf("e")) === shortest.slice(1);
	return sameSize && Number(nearest) === value ? nearest : shortest;
}

function shortestFloat(value: number): string {
	for (let precision = 1; precision < 10; precision++) {
		const text = value.toPrecision(precision);
		if (Math.fround(Number(text)) === value) return String(Number(text));
	}
	return String(value);
}
