import type { JsonValue } from "../bindings/environment.ts";
import { toBig, toDouble } from "../numbers/conversions.ts";
import { isNumber } from "../numbers/numberValue.ts";
import type { Printing } from "./printing.ts";
import { toJavaString } from "./toJavaString.ts";
import { double, integer, list, map, type Value } from "./values.ts";

/** Plain JSON as Java values: lists are ArrayLists, whole numbers the smallest type that holds them. */
export function fromJson(value: JsonValue): Value {
	if (value === null || typeof value === "string" || typeof value === "boolean") return value;
	if (typeof value === "number") return Number.isSafeInteger(value) ? integer(BigInt(value)) : double(value);
	if (isArray(value)) return list(value.map(fromJson));
	const result = map();
	for (const [key, item] of Object.entries(value)) {
		const identity = key.startsWith("\0") ? `\0String\0${key}` : key;
		result.cells.set(identity, { key, value: fromJson(item) });
	}
	return result;
}

/** Java values as plain JSON; what JSON lacks becomes its text. */
export function toPlainJson(value: Value, printing: Printing, depth = 0): JsonValue {
	if (value === null || typeof value === "string" || typeof value === "boolean" || typeof value === "number") {
		return value;
	}
	printing.budget.spend(1);
	if (isNumber(value)) {
		const whole = typeof value === "bigint" || value.type === "Long" || value.type === "Short" || value.type === "Byte";
		return whole ? Number(toBig(value)) : toDouble(value);
	}
	if (depth > 100 || typeof value !== "object") return toJavaString(value, printing);
	if (value.type === "List" || value.type === "Array") {
		return value.items.map((item) => toPlainJson(item, printing, depth + 1));
	}
	if (value.type !== "Map") return toJavaString(value, printing);
	const members: [string, JsonValue][] = [];
	for (const cell of value.cells.values()) {
		members.push([toJavaString(cell.key, printing), toPlainJson(cell.value, printing, depth + 1)]);
	}
	return Object.fromEntries(members);
}

function isArray(value: JsonValue): value is readonly JsonValue[] {
	return Array.isArray(value);
}
