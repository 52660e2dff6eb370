import type { ApiSnapshot, GatewayResponseDefinition, ModelDefinition } from "../definitions.ts";
import { exportMethod } from "./exportMethod.ts";
import { type ExportOptions, isAll, unlessEmpty } from "./exportOptions.ts";
import { exportSecurity } from "./exportSecurity.ts";

/** What was deployed, as an OpenAPI definition (recorded: test_export_swagger_openapi, test_export_oas30_openapi). */
export function exportApi(snapshot: ApiSnapshot, options: ExportOptions): Record<string, unknown> {
	const { api, models } = snapshot;
	const { format, host, stageName } = options;
	const info = { title: api.name, description: api.description, version: options.version };
	const schemas = Object.fromEntries(models.map((it) => [it.name, schemaOf(it, format)]));
	const security = exportSecurity(snapshot, options);
	const common = { paths: pathsOf(snapshot, options) };
	const own = isAll(options) ? ownMembers(snapshot) : {};
	if (format === "swagger") {
		return {
			swagger: "2.0",
			info,
			host,
			basePath: `/${stageName}`,
			schemes: ["https"],
			...common,
			...unlessEmpty("securityDefinitions", security),
			...unlessEmpty("definitions", schemas),
			...own,
		};
	}
	return {
		openapi: "3.0.1",
		info,
		servers: [{ url: `https://${host}/{basePath}`, variables: { basePath: { default: stageName } } }],
		...common,
		components: { ...unlessEmpty("schemas", schemas), ...unlessEmpty("securitySchemes", security) },
		...own,
	};
}

function pathsOf(snapshot: ApiSnapshot, options: ExportOptions): Record<string, unknown> {
	const entries = snapshot.resources.flatMap(({ path, methods }) => {
		const operations = Object.entries(methods).map(([httpMethod, method]) => [
			httpMethod === "ANY" ? "x-amazon-apigateway-any-method" : httpMethod.toLowerCase(),
			exportMethod(method, snapshot, options),
		]);
		return operations.length === 0 ? [] : [[path, Object.fromEntries(operations)] as const];
	});
	return Object.fromEntries(entries);
}

/** Other models by their place in the definition. */
function schemaOf({ schema = "{}" }: ModelDefinition, format: ExportOptions["format"]): unknown {
	const place = format === "swagger" ? "#/definitions/" : "#/components/schemas/";
	const value: unknown = JSON.parse(schema, (key, it: unknown) =>
		key === "$ref" && typeof it === "string"
			? it.replace(/^https:\/\/apigateway\.amazonaws\.com\/restapis\/[^/]+\/models\//, place)
			: it,
	);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).filter(([name]) => name !== "$schema"));
}

function ownMembers({ api, validators, gatewayResponses }: ApiSnapshot): Record<string, unknown> {
	const { binaryMediaTypes, minimumCompressionSize, policy, apiKeySource } = api;
	return {
		...(policy ? { "x-amazon-apigateway-policy": JSON.parse(policy) as unknown } : {}),
		...(binaryMediaTypes === undefined ? {} : { "x-amazon-apigateway-binary-media-types": binaryMediaTypes }),
		...(minimumCompressionSize === undefined
			? {}
			: { "x-amazon-apigateway-minimum-compression-size": minimumCompressionSize }),
		...(apiKeySource === "AUTHORIZER" ? { "x-amazon-apigateway-api-key-source": apiKeySource } : {}),
		...unlessEmpty(
			"x-amazon-apigateway-request-validators",
			Object.fromEntries(
				validators.map(({ name = "", validateRequestBody, validateRequestParameters }) => [
					name,
					{ validateRequestBody, validateRequestParameters },
				]),
			),
		),
		...unlessEmpty(
			"x-amazon-apigateway-gateway-responses",
			Object.fromEntries(gatewayResponses.map((it) => [it.responseType, gatewayResponseOf(it)])),
		),
	};
}

function gatewayResponseOf({ statusCode, responseParameters = {}, responseTemplates = {} }: GatewayResponseDefinition) {
	return {
		...(statusCode === undefined ? {} : { statusCode: Number(statusCode) }),
		...unlessEmpty("responseParameters", responseParameters),
		...unlessEmpty("responseTemplates", responseTemplates),
	};
}
