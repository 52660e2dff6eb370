import type { JsonObject, JsonValue } from "../../language/vtl/bindings/environment.ts";
import type { DocumentFacts } from "./documentFacts.ts";
import { isObject } from "./jsonOf.ts";
import type { ModelFacts } from "./knowledge.ts";

/** The models of an app, each complete in itself, and what methods call them: their names or logical ids. */
export function modelsOf(documents: readonly DocumentFacts[]): {
	readonly all: readonly ModelFacts[];
	readonly named: ReadonlyMap<string, ModelFacts>;
} {
	const found = documents.flatMap(({ models }) => models);
	const schemas = new Map(found.map(({ name, schema }) => [name, schema]));
	const all = found.map((model) => ({ ...model, schema: complete(model.schema, schemas) }));
	const named = new Map(all.map((model) => [model.name, model]));
	for (const { modelIds } of documents) {
		for (const [id, name] of modelIds) {
			const model = named.get(name);
			if (model !== undefined && !named.has(id)) named.set(id, model);
		}
	}
	return { all, named };
}

/**
 * A schema with the models that it refers to as its own definitions. A reference is the URL of a model, or leads into the
 * OpenAPI document.
 */
function complete(schema: JsonObject, schemas: ReadonlyMap<string, JsonObject>): JsonObject {
	const used = new Map<string, JsonObject>();
	const waiting: string[] = [];
	const rewritten = (value: JsonValue): JsonValue => {
		if (Array.isArray(value)) return value.map((item: JsonValue) => rewritten(item));
		if (!isObject(value)) return value;
		return Object.fromEntries(
			Object.entries(value).map(([key, inner]) => {
				const name = key === "$ref" ? modelName(inner) : undefined;
				if (name === undefined || !schemas.has(name)) return [key, rewritten(inner)];
				waiting.push(name);
				return [key, `#/definitions/${name}`];
			}),
		);
	};
	const root = rewritten(schema);
	for (const name of waiting) {
		if (used.has(name)) continue;
		used.set(name, {});
		const inner = rewritten(schemas.get(name) ?? {});
		if (isObject(inner)) used.set(name, inner);
	}
	if (!isObject(root) || used.size === 0) return schema;
	const own = isObject(root["definitions"]) ? root["definitions"] : {};
	return { ...root, definitions: { ...own, ...Object.fromEntries(used) } };
}

/** The text of a `$ref`, also under Fn::Sub. */
function modelName(ref: JsonValue): string | undefined {
	const text = isObject(ref) ? ref["Fn::Sub"] : ref;
	if (typeof text !== "string") return undefined;
	return /(?:\/models\/|#\/definitions\/|#\/components\/schemas\/)([^/]+)$/.exec(text)?.[1];
}
