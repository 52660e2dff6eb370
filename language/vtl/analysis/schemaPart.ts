import type { JsonObject, JsonValue } from "../bindings/environment.ts";

/** A model by name, and how to find others that it refers to. */
export type SchemaSource = {
	readonly name: string;
	readonly schema: JsonObject;
	find(name: string): SchemaSource | undefined;
};

/** A part of a schema and where it stands. */
export type SchemaPart = {
	readonly source: SchemaSource;
	readonly schema: JsonValue;
	readonly pointer: string;
	/** References followed and alternatives entered without going down to a member. */
	readonly depth: number;
};

/** What a `$ref` leads to: a place in the same schema, or another model by its URL. */
export function resolve(part: SchemaPart, reference: string): SchemaPart | undefined {
	const hash = reference.indexOf("#");
	const url = hash === -1 ? reference : reference.slice(0, hash);
	const pointer = hash === -1 ? "" : reference.slice(hash + 1);
	// https://apigateway.amazonaws.com/restapis/{id}/models/{name}
	const source = url === "" ? part.source : part.source.find(url.slice(url.lastIndexOf("/") + 1));
	if (source === undefined) return undefined;
	let schema: JsonValue | undefined = source.schema;
	for (const token of pointer.split("/").slice(1)) {
		const key = token.replaceAll("~1", "/").replaceAll("~0", "~");
		schema =
			isObject(schema) && Object.hasOwn(schema, key) ? schema[key] : isList(schema) ? schema[Number(key)] : undefined;
	}
	return schema === undefined ? undefined : { source, schema, pointer, depth: part.depth + 1 };
}

/** A part of a part. */
export function step(part: SchemaPart, schema: JsonValue, path: string): SchemaPart {
	return { ...part, schema, pointer: part.pointer + path, depth: part.depth + 1 };
}

/** A name in a JSON pointer. */
export function escaped(name: string): string {
	return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
	return Array.isArray(value);
}
