import type { GatewayResponseType } from "../definitions.ts";
import { gatewayResponseDefaults } from "../gatewayResponse.ts";
import { withoutUndefined } from "../withoutUndefined.ts";
import { basePath } from "./basePath.ts";
import type { ImportedApi, ImportedMethod, ImportedSettings } from "./importedApi.ts";
import { type ImportMethodNeeds, importMethod } from "./importMethod.ts";
import { importModels } from "./importModels.ts";
import { importSecurity } from "./importSecurity.ts";
import { flagAt, isMap, listAt, mapAt, numberAt, textAt, textMapAt, textsAt } from "./members.ts";
import type { OpenApiDocument } from "./openApiDocument.ts";

export type ImportOptions = {
	/** `ignore` (AWS's default), `prepend` or `split`. */
	readonly basePathMode: string | undefined;
	/** A name for a schema that has none. */
	readonly newModelName: () => string;
};

/** What a definition says of a REST API. It refuses nothing: what cannot be is found when it is built. */
export function importApi(document: OpenApiDocument, options: ImportOptions): ImportedApi {
	const models = importModels(document, options.newModelName);
	const security = importSecurity(document);
	const warnings: string[] = [];
	const base = basePath(document, options.basePathMode);
	const { paths, methods } = importPaths({ document, models, security, warnings }, base);
	return {
		settings: importSettings(document),
		models: models.models,
		validators: importValidators(document),
		authorizers: security.authorizers,
		gatewayResponses: importGatewayResponses(document),
		paths,
		methods,
		warnings,
	};
}

function importPaths(needs: ImportMethodNeeds, base: string): { paths: string[]; methods: ImportedMethod[] } {
	const paths: string[] = [];
	const methods: ImportedMethod[] = [];
	for (const [key, value] of Object.entries(mapAt(needs.document.root, "paths"))) {
		if (!key.startsWith("/")) {
			if (!key.startsWith("x-")) needs.warnings.push(`A path starts with a slash: '${key}' is ignored`);
			continue;
		}
		const path = `${base}${key}`.replace(/(?<=.)\/$/, "");
		paths.push(path);
		const item = needs.document.resolve(value);
		for (const [name, operation] of Object.entries(item)) {
			const httpMethod = httpMethods[name.toLowerCase()];
			if (httpMethod === undefined && !pathMembers.has(name) && !name.startsWith("x-")) {
				needs.warnings.push(`No HTTP method is called '${name}': it is ignored at resource '${path}'`);
			}
			if (httpMethod === undefined || !isMap(operation)) continue;
			methods.push(importMethod(needs, { path, httpMethod }, operation, listAt(item, "parameters")));
		}
	}
	return { paths, methods };
}

/** What else a path may have. */
const pathMembers = new Set(["parameters", "summary", "description", "servers", "$ref"]);

const httpMethods: Readonly<Record<string, string>> = {
	get: "GET",
	put: "PUT",
	post: "POST",
	delete: "DELETE",
	options: "OPTIONS",
	head: "HEAD",
	patch: "PATCH",
	"x-amazon-apigateway-any-method": "ANY",
};

function importSettings({ root }: OpenApiDocument): ImportedSettings {
	const info = mapAt(root, "info");
	const endpoint = mapAt(root, "x-amazon-apigateway-endpoint-configuration");
	const policy = mapAt(root, "x-amazon-apigateway-policy");
	const apiKeySource = textAt(root, "x-amazon-apigateway-api-key-source")?.toUpperCase();
	return {
		name: textAt(info, "title") ?? "",
		description: textAt(info, "description"),
		version: textAt(info, "version"),
		binaryMediaTypes: textsAt(root, "x-amazon-apigateway-binary-media-types"),
		apiKeySource: apiKeySource === "HEADER" || apiKeySource === "AUTHORIZER" ? apiKeySource : undefined,
		minimumCompressionSize: numberAt(root, "x-amazon-apigateway-minimum-compression-size"),
		policy: Object.keys(policy).length === 0 ? undefined : JSON.stringify(policy),
		disableExecuteApiEndpoint: flagAt(endpoint, "disableExecuteApiEndpoint"),
		vpcEndpointIds: textsAt(endpoint, "vpcEndpointIds"),
	};
}

function importValidators({ root }: OpenApiDocument): ImportedApi["validators"] {
	const validators = mapAt(root, "x-amazon-apigateway-request-validators");
	return Object.keys(validators).map((name) => ({
		name,
		validateRequestBody: flagAt(mapAt(validators, name), "validateRequestBody") ?? false,
		validateRequestParameters: flagAt(mapAt(validators, name), "validateRequestParameters") ?? false,
	}));
}

function importGatewayResponses({ root }: OpenApiDocument): ImportedApi["gatewayResponses"] {
	const responses = mapAt(root, "x-amazon-apigateway-gateway-responses");
	return Object.keys(responses)
		.filter(isGatewayResponseType)
		.map((responseType) => {
			const response = mapAt(responses, responseType);
			const templates = textMapAt(response, "responseTemplates");
			return withoutUndefined({
				responseType,
				statusCode: textAt(response, "statusCode"),
				responseParameters: textMapAt(response, "responseParameters"),
				responseTemplates: Object.keys(templates).length === 0 ? undefined : templates,
			});
		});
}

const isGatewayResponseType = (name: string): name is GatewayResponseType =>
	Object.hasOwn(gatewayResponseDefaults, name);
