import { jsonList } from "../samples/jsonList.ts";
import { jsonObject } from "../samples/jsonObject.ts";
import type { JsonValue } from "../vtl/bindings/environment.ts";
import { type Model, partOf, resolved, type Schema } from "./schema.ts";

/** A model without `$ref` at its top and with its `allOf` taken into it, as far as that can be said in one schema. */
export function merged(model: Model, depth = 0): Model {
	const plain = resolved(model);
	const parts = jsonList(plain.schema["allOf"]);
	if (parts === undefined || depth > depthMax) return plain;
	const { allOf: _, ...own } = plain.schema;
	let result: Schema = own;
	for (const part of parts) result = both(result, merged(partOf(plain, part), depth + 1).schema);
	return { ...plain, schema: result, root: plain.root ?? plain.schema };
}

const depthMax = 10;

function both(a: Schema, b: Schema): Schema {
	const result: Record<string, JsonValue> = { ...a, ...b };
	const properties = { ...jsonObject(a["properties"]) };
	for (const [name, value] of Object.entries(jsonObject(b["properties"]) ?? {})) {
		const old = properties[name];
		properties[name] = old === undefined ? value : { allOf: [old, value] };
	}
	if ("properties" in result) result["properties"] = properties;
	const required = [...(jsonList(a["required"]) ?? []), ...(jsonList(b["required"]) ?? [])];
	if (required.length > 0) result["required"] = [...new Set(required)];
	for (const [keyword, choose] of tighter) {
		const [left, right] = [a[keyword], b[keyword]];
		if (typeof left === "number" && typeof right === "number") result[keyword] = choose(left, right);
	}
	return result;
}

const tighter: readonly (readonly [string, (a: number, b: number) => number])[] = [
	["minimum", Math.max],
	["minLength", Math.max],
	["minItems", Math.max],
	["maximum", Math.min],
	["maxLength", Math.min],
	["maxItems", Math.min],
];
