import type { JsonValue } from "../bindings/environment.ts";
import { joinTypes } from "./joinTypes.ts";
import { listOf, mapOf, nothing, plain, type Type, unknown } from "./types.ts";

/** So many items of a list and names of an object are looked at; a sample may be megabytes. */
const itemsMax = 20;
const namesMax = 200;
const depthMax = 20;

/** What a JSON value is in a template, told from an example of it. */
export function typeOfSample(value: JsonValue, depth = 0): Type {
	if (value === null) return nothing;
	if (typeof value === "string") return plain("String");
	if (typeof value === "boolean") return plain("Boolean");
	if (typeof value === "number") return numberType(value);
	if (depth > depthMax) return unknown;
	if (isList(value)) {
		return listOf(joinTypes(value.slice(0, itemsMax).map((item) => typeOfSample(item, depth + 1))), "JSONArray");
	}
	const members = Object.entries(value).slice(0, namesMax);
	return mapOf(
		members.map(([name, member]) => {
			const type = typeOfSample(member, depth + 1);
			return { name, type: () => type };
		}),
	);
}

function numberType(value: number): Type {
	if (!Number.isInteger(value)) return plain("Double");
	return plain(Math.abs(value) < 2 ** 31 ? "Integer" : "Long");
}

function isList(value: JsonValue): value is readonly JsonValue[] {
	return Array.isArray(value);
}
