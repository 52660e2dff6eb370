import type { JsonObject, JsonValue } from "../vtl/bindings/environment.ts";

/** The value as an object; undefined for everything else that JSON has. */
export function jsonObject(value: JsonValue | undefined): JsonObject | undefined {
	return typeof value === "object" && value !== null && !isArray(value) ? value : undefined;
}

function isArray(value: JsonValue): value is readonly JsonValue[] {
	return Array.isArray(value);
}
