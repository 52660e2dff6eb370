import type { JsonObject, JsonValue } from "../bindings/environment.ts";
import { joinTypes } from "./joinTypes.ts";
import { listOf, type Member, type Members, noMembers, nothing, plain, type Type, unknown } from "./types.ts";

/** A model by name, and how to find others that it refers to. */
export type SchemaSource = {
	readonly name: string;
	readonly schema: JsonObject;
	find(name: string): SchemaSource | undefined;
};

/** What a JSON value that a model describes is in a template. Made member by member, since a model may contain itself. */
export function typeOfSchema(source: SchemaSource): Type {
	return typeAt({ source, schema: source.schema, pointer: "", depth: 0 });
}

/** A part of a schema and where it stands. */
type Part = {
	readonly source: SchemaSource;
	readonly schema: JsonValue;
	readonly pointer: string;
	/** References followed and alternatives entered without going down to a member. */
	readonly depth: number;
};

const depthMax = 20;

function typeAt(part: Part): Type {
	const { schema } = part;
	if (!isObject(schema) || part.depth > depthMax) return unknown;
	const reference = schema["$ref"];
	if (typeof reference === "string") {
		const target = resolve(part, reference);
		return target === undefined ? unknown : typeAt(target);
	}
	const types: Type[] = [];
	for (const keyword of ["allOf", "anyOf", "oneOf"]) {
		const list = schema[keyword];
		if (!isList(list)) continue;
		for (const [i, item] of list.slice(0, 10).entries()) types.push(typeAt(step(part, item, `/${keyword}/${i}`)));
	}
	const own = ownType(part, schema);
	// What says nothing adds nothing to its alternatives.
	if (own.kind !== "unknown" || types.length === 0) types.push(own);
	return joinTypes(types);
}

function ownType(part: Part, schema: JsonObject): Type {
	const { type } = schema;
	if (isList(type)) return joinTypes(type.map((it) => typeNamed(it, part, schema)));
	if (typeof type === "string") return typeNamed(type, part, schema);
	if (isList(schema["enum"])) return joinTypes(schema["enum"].map(typeOfScalar));
	if (isObject(schema["properties"])) return objectType(part, schema);
	return schema["items"] === undefined ? unknown : arrayType(part, schema);
}

function typeNamed(name: JsonValue, part: Part, schema: JsonObject): Type {
	switch (name) {
		case "string":
			return plain("String");
		case "integer":
			return plain("Integer");
		case "number":
			return plain("Number");
		case "boolean":
			return plain("Boolean");
		case "null":
			return nothing;
		case "array":
			return arrayType(part, schema);
		case "object":
			return objectType(part, schema);
		default:
			return unknown;
	}
}

function arrayType(part: Part, schema: JsonObject): Type {
	const { items } = schema;
	if (!isObject(items)) return listOf(unknown, "JSONArray");
	let item: Type | undefined;
	const type = {
		kind: "List",
		list: "JSONArray",
		get item(): Type {
			item ??= typeAt({ ...part, schema: items, pointer: `${part.pointer}/items`, depth: 0 });
			return item;
		},
	} as const;
	return type;
}

function objectType(part: Part, schema: JsonObject): Type {
	const { properties, additionalProperties, required } = schema;
	const value = isObject(additionalProperties)
		? typeAt(step(part, additionalProperties, "/additionalProperties"))
		: unknown;
	if (!isObject(properties)) return { kind: "Map", members: noMembers, value };
	const known = new Map<string, Member>();
	const names = Object.keys(properties);
	const wanted = isList(required) ? new Set(required) : new Set<JsonValue>();
	const members: Members = {
		names,
		complete: additionalProperties === false,
		get: (name) => {
			const found = known.get(name);
			if (found !== undefined || !Object.hasOwn(properties, name)) return found;
			const made = memberOf(part, name, properties[name] ?? null, wanted.has(name));
			known.set(name, made);
			return made;
		},
	};
	return { kind: "Map", members, value };
}

function memberOf(part: Part, name: string, schema: JsonValue, required: boolean): Member {
	const pointer = `${part.pointer}/properties/${escaped(name)}`;
	let type: Type | undefined;
	return {
		name,
		type: () => {
			type ??= typeAt({ ...part, schema, pointer, depth: 0 });
			return type;
		},
		documentation: documentationOf(schema, required),
		origin: { model: part.source.name, pointer },
	};
}

function documentationOf(schema: JsonValue, required: boolean): string {
	const description = isObject(schema) ? (schema["description"] ?? schema["title"]) : undefined;
	const lines = [typeof description === "string" ? description : "", required ? "Required." : ""];
	if (isObject(schema) && isList(schema["enum"])) {
		lines.push(`One of ${schema["enum"].map((it) => `\`${JSON.stringify(it)}\``).join(", ")}.`);
	}
	return lines.filter((line) => line !== "").join("\n\n");
}

function resolve(part: Part, reference: string): Part | undefined {
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

function step(part: Part, schema: JsonValue, path: string): Part {
	return { ...part, schema, pointer: part.pointer + path, depth: part.depth + 1 };
}

function typeOfScalar(value: JsonValue): Type {
	if (typeof value === "string") return plain("String");
	if (typeof value === "boolean") return plain("Boolean");
	return typeof value === "number" ? plain(Number.isInteger(value) ? "Integer" : "Double") : unknown;
}

function escaped(name: string): string {
	return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

function isObject(value: JsonValue | undefined): value is JsonObject {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
	return Array.isArray(value);
}
