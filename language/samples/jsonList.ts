import type { JsonValue } from "../vtl/bindings/environment.ts";

/** The value as an array; undefined for everything else that JSON has. */
export function jsonList(value: JsonValue | undefined): readonly JsonValue[] | undefined {
	return Array.isArray(value) ? value : undefined;
}
