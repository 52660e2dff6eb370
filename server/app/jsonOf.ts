import { isMap, isScalar, isSeq } from "yaml";
import type { JsonObject, JsonValue } from "../../language/vtl/bindings/environment.ts";
import { entriesOf, type HostDocument, itemsOf, resolved } from "../embedded/hostDocument.ts";

/** A part of a document as JSON; what is too deep or too large is left out. */
export function jsonOf(host: HostDocument, node: unknown): JsonValue {
	let left = 20_000;
	const convert = (from: unknown, depth: number): JsonValue => {
		const here = resolved(host, from);
		if (here === undefined || depth > 60 || left-- <= 0) return null;
		if (isSeq(here)) return itemsOf(host, here).map((item) => convert(item, depth + 1));
		if (isMap(here)) {
			const entries = entriesOf(host, here).map(({ key, value }) => [key, convert(value, depth + 1)] as const);
			return Object.fromEntries(entries);
		}
		const value = isScalar(here) ? here.value : null;
		return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : null;
	};
	return convert(node, 0);
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
