import type { Schema } from "../../language/models/schema.ts";
import { jsonObject } from "../../language/samples/jsonObject.ts";
import type { JsonValue } from "../../language/vtl/bindings/environment.ts";

/** The schema that a JSON document is as a whole; undefined for one that is something else. */
export function schemaDocument(text: string): Schema | undefined {
	let value: JsonValue;
	try {
		value = JSON.parse(text) as JsonValue; // What JSON.parse gives.
	} catch {
		return undefined;
	}
	const schema = jsonObject(value);
	const { $schema, type, properties } = schema ?? {};
	if (typeof $schema === "string" && $schema.includes("json-schema.org")) return schema;
	return typeof type === "string" && jsonObject(properties) !== undefined ? schema : undefined;
}
