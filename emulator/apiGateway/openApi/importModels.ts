import type { ImportedModel } from "./importedApi.ts";
import { isMap, type Members, mapAt, textAt } from "./members.ts";
import type { OpenApiDocument } from "./openApiDocument.ts";

/** The schemas that a definition names, and those that it writes out where they are used, which get a name of their own. */
export type ImportModels = {
	readonly models: readonly ImportedModel[];
	/** The model that a schema is or stands for; undefined for no schema. */
	nameOf(schema: unknown): string | undefined;
};

export function importModels({ version, root }: OpenApiDocument, newName: () => string): ImportModels {
	const schemas = version === "swagger" ? mapAt(root, "definitions") : mapAt(mapAt(root, "components"), "schemas");
	const models = Object.entries(schemas).flatMap(([name, schema]) => (isMap(schema) ? [modelOf(name, schema)] : []));
	return {
		models,
		nameOf(schema) {
			if (!isMap(schema) || Object.keys(schema).length === 0) return undefined;
			const reference = textAt(schema, "$ref");
			if (reference !== undefined) return reference.slice(reference.lastIndexOf("/") + 1);
			const model = modelOf(newName(), schema);
			models.push(model);
			return model.name;
		},
	};
}

function modelOf(name: string, schema: Members): ImportedModel {
	return { name, description: textAt(schema, "description"), schema };
}

/** A schema as API Gateway keeps it: other models by their address at AWS (recorded: test_import_with_circular_models). */
export function schemaText(schema: Members, apiId: string): string {
	return JSON.stringify(schema, (key, value: unknown) => {
		if (key !== "$ref" || typeof value !== "string") return value;
		const name = /^#\/(?:definitions|components\/schemas)\/([^/]+)$/.exec(value)?.[1];
		return name === undefined ? value : `https://apigateway.amazonaws.com/restapis/${apiId}/models/${name}`;
	});
}
