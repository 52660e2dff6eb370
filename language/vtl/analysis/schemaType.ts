import type { JsonObject, JsonValue } from "../bindings/environment.ts";
import { joinTypes } from "./joinTypes.ts";
import { escaped, isList, isObject, resolve, type SchemaPart, type SchemaSource, step } from "./schemaPart.ts";
import { listOf, type Member, type Members, noMembers, nothing, plain, type Type, unknown } from "./types.ts";

/** What a JSON value that a model describes is in a template. Made member by member, since a model may contain itself. */
export function typeOfSchema(source: SchemaSource): Type {
	return typeAt({ source, schema: source.schema, pointer: "", depth: 0 });
}

const depthMax = 20;

function typeAt(part: SchemaPart): Type {
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

function ownType(part: SchemaPart, schema: JsonObject): Type {
	const { type } = schema;
	if (isList(type)) return joinTypes(type.map((it) => typeNamed(it, part, schema)));
	if (typeof type === "string") return typeNamed(type, part, schema);
	if (isList(schema["enum"])) return joinTypes(schema["enum"].map(typeOfScalar));
	if (isObject(schema["properties"])) return objectType(part, schema);
	return schema["items"] === undefined ? unknown : arrayType(part, schema);
}

function typeNamed(name: JsonValue, part: SchemaPart, schema: JsonObject): Type {
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

function arrayType(part: SchemaPart, schema: JsonObject): Type {
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

function objectType(part: SchemaPart, schema: JsonObject): Type {
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

function memberOf(part: SchemaPart, name: string, schema: JsonValue, required: boolean): Member {
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

function typeOfScalar(value: JsonValue): Type {
	if (typeof value === "string") return plain("String");
	if (typeof value === "boolean") return plain("Boolean");
	return typeof value === "number" ? plain(Number.isInteger(value) ? "Integer" : "Double") : unknown;
}
