import { jsonList } from "../samples/jsonList.ts";
import { jsonObject } from "../samples/jsonObject.ts";
import type { JsonObject, JsonValue } from "../vtl/bindings/environment.ts";
import type { Schema } from "./schema.ts";
import { typeOfValue } from "./schemaTypes.ts";

/**
 * The schema that all samples meet: types are the union of those seen, required is what every object had. Values are
 * never taken for the only ones allowed: a few samples tell nothing about an enum.
 */
export function schemaOfSamples(samples: readonly JsonValue[]): Schema {
	return { $schema: "http://json-schema.org/draft-04/schema#", ...describe(samples, 0) };
}

/** Deeper than API Gateway's own limit nothing is described. */
const depthMax = 100;

function describe(samples: readonly JsonValue[], depth: number): Schema {
	if (depth > depthMax) return {};
	const types = [...new Set(samples.map(typeOfValue))];
	// A whole number is a number too.
	const kept = types.includes("number") ? types.filter((it) => it !== "integer") : types;
	const [only] = kept;
	const result: Record<string, JsonValue> = {};
	if (only !== undefined) result["type"] = kept.length === 1 ? only : kept.toSorted();
	const objects = samples.map(jsonObject).filter((it) => it !== undefined);
	if (objects.length > 0) Object.assign(result, describeObjects(objects, depth));
	const arrays = samples.map(jsonList).filter((it) => it !== undefined);
	const items = arrays.flat();
	if (items.length > 0) result["items"] = describe(items, depth + 1);
	return result;
}

function describeObjects(objects: readonly JsonObject[], depth: number): Schema {
	const names = [...new Set(objects.flatMap((it) => Object.keys(it)))];
	const required = names.filter((name) => objects.every((it) => Object.hasOwn(it, name)));
	const properties = names.map((name) => [
		name,
		describe(
			objects.flatMap((it) => (Object.hasOwn(it, name) ? [it[name] ?? null] : [])),
			depth + 1,
		),
	]);
	// Draft 4 does not allow an empty list.
	return { properties: Object.fromEntries(properties), ...(required.length > 0 ? { required } : {}) };
}
