import { jsonList } from "../samples/jsonList.ts";
import type { JsonValue } from "../vtl/bindings/environment.ts";
import type { Schema } from "./schema.ts";

export type TypeName = "object" | "array" | "string" | "integer" | "number" | "boolean" | "null";

const typeNames: ReadonlySet<string> = new Set([
	"object",
	"array",
	"string",
	"integer",
	"number",
	"boolean",
	"null",
] satisfies TypeName[]);

export function isTypeName(value: unknown): value is TypeName {
	return typeof value === "string" && typeNames.has(value);
}

/** The types that a schema allows: as it says, or else as its keywords suggest; none where it says nothing at all. */
export function schemaTypes(schema: Schema): readonly TypeName[] {
	const { type } = schema;
	const said = (jsonList(type) ?? [type]).filter(isTypeName);
	if (said.length > 0) return said;
	const values = jsonList(schema["enum"]);
	if (values !== undefined) return [...new Set(values.map(typeOfValue))];
	for (const [name, keywords] of suggests) if (keywords.some((it) => it in schema)) return [name];
	return [];
}

/** The narrowest type of a value. */
export function typeOfValue(value: JsonValue): TypeName {
	if (value === null) return "null";
	if (jsonList(value) !== undefined) return "array";
	if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
	if (typeof value === "string") return "string";
	return typeof value === "boolean" ? "boolean" : "object";
}

const suggests: readonly (readonly [TypeName, readonly string[]])[] = [
	["object", ["properties", "required", "additionalProperties", "patternProperties", "minProperties", "maxProperties"]],
	["array", ["items", "minItems", "maxItems", "uniqueItems"]],
	["string", ["pattern", "minLength", "maxLength", "format"]],
	["number", ["minimum", "maximum", "multipleOf"]],
];
