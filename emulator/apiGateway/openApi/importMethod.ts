import { withoutUndefined } from "../withoutUndefined.ts";
import type { ImportedMethod } from "./importedApi.ts";
import { type ImportedIntegration, importIntegration, type Place } from "./importIntegration.ts";
import type { ImportModels } from "./importModels.ts";
import type { ImportSecurity } from "./importSecurity.ts";
import { flagAt, listAt, type Members, mapAt, textAt, textsAt } from "./members.ts";
import type { OpenApiDocument } from "./openApiDocument.ts";

export type ImportMethodNeeds = {
	readonly document: OpenApiDocument;
	readonly models: ImportModels;
	readonly security: ImportSecurity;
	readonly warnings: string[];
};

/** One operation of a path, with the parameters that all of the path's operations share. */
export function importMethod(
	needs: ImportMethodNeeds,
	place: Place,
	operation: Members,
	shared: readonly unknown[],
): ImportedMethod {
	const { document, security, warnings } = needs;
	const parameters = [...shared, ...listAt(operation, "parameters")].map((it) => document.resolve(it));
	const { authorizer, ...authorization } = security.of(operation);
	const validator =
		textAt(operation, "x-amazon-apigateway-request-validator") ??
		textAt(document.root, "x-amazon-apigateway-request-validator");
	if (
		validator !== undefined &&
		!Object.hasOwn(mapAt(document.root, "x-amazon-apigateway-request-validators"), validator)
	) {
		warnings.push(`There is no request validator '${validator}': ${where(place)} is not validated`);
	}
	for (const scheme of security.unknown(operation)) {
		warnings.push(`There is no security scheme '${scheme}': ${where(place)} is not protected by it`);
	}
	const extension = document.resolve(operation["x-amazon-apigateway-integration"]);
	const integration: ImportedIntegration = importIntegration(extension, place, warnings);
	return {
		...place,
		method: withoutUndefined({
			...authorization,
			operationName: textAt(operation, "operationId"),
			requestParameters: requestParameters(parameters),
			requestModels: requestModels(needs, operation, parameters),
		}),
		authorizer,
		validator,
		responses: responses(needs, operation),
		...integration,
	};
}

const where = ({ path, httpMethod }: Place) => `method '${httpMethod}' of resource '${path}'`;

const places: Readonly<Record<string, string>> = { path: "path", query: "querystring", header: "header" };

/** A path parameter is always required. */
function requestParameters(parameters: readonly Members[]): Record<string, boolean> {
	const result: Record<string, boolean> = {};
	for (const parameter of parameters) {
		const place = places[textAt(parameter, "in") ?? ""];
		const name = textAt(parameter, "name");
		if (place === undefined || name === undefined) continue;
		result[`method.request.${place}.${name}`] = place === "path" || (flagAt(parameter, "required") ?? false);
	}
	return result;
}

function requestModels(
	{ document, models }: ImportMethodNeeds,
	operation: Members,
	parameters: readonly Members[],
): Record<string, string> {
	if (document.version === "openapi") return modelsByType(models, document.resolve(operation["requestBody"]));
	const body = parameters.find((it) => textAt(it, "in") === "body");
	const model = models.nameOf(body?.["schema"]);
	if (model === undefined) return {};
	return Object.fromEntries(mediaTypes(document, operation, "consumes").map((type) => [type, model]));
}

function responses({ document, models }: ImportMethodNeeds, operation: Members): ImportedMethod["responses"] {
	// AWS knows no default among a method's responses: they are declared by status.
	const declared = Object.entries(mapAt(operation, "responses")).filter(([status]) => /^[1-5]\d\d$/.test(status));
	return declared.map(([statusCode, value]) => {
		const response = document.resolve(value);
		const names = Object.keys(mapAt(response, "headers"));
		const byType =
			document.version === "openapi"
				? modelsByType(models, response)
				: modelOfAll(models.nameOf(response["schema"]), mediaTypes(document, operation, "produces"));
		return withoutUndefined({
			statusCode,
			responseParameters:
				names.length === 0
					? undefined
					: Object.fromEntries(names.map((name) => [`method.response.header.${name}`, false])),
			responseModels: Object.keys(byType).length === 0 ? undefined : byType,
		});
	});
}

/** OpenAPI's `content`: a schema for each media type. */
function modelsByType(models: ImportModels, holder: Members): Record<string, string> {
	const content = mapAt(holder, "content");
	return Object.fromEntries(
		Object.keys(content).flatMap((type) => {
			const model = models.nameOf(mapAt(content, type)["schema"]);
			return model === undefined ? [] : [[type, model]];
		}),
	);
}

function modelOfAll(model: string | undefined, types: readonly string[]): Record<string, string> {
	return model === undefined ? {} : Object.fromEntries(types.map((type) => [type, model]));
}

/** Swagger's media types: the operation's own, or those of the whole definition. */
function mediaTypes({ root }: OpenApiDocument, operation: Members, member: "consumes" | "produces"): readonly string[] {
	const own = textsAt(operation, member);
	if (own.length > 0) return own;
	const all = textsAt(root, member);
	return all.length > 0 ? all : ["application/json"];
}
