import type { ApiSnapshot, IntegrationDefinition, MethodDefinition, MethodResponseDefinition } from "../definitions.ts";
import { type ExportOptions, isAll, unlessEmpty } from "./exportOptions.ts";
import { securityOf } from "./exportSecurity.ts";

/** A method as an operation of a definition. */
export function exportMethod(
	method: MethodDefinition,
	snapshot: ApiSnapshot,
	options: ExportOptions,
): Record<string, unknown> {
	const { operationName, requestModels = {}, methodIntegration } = method;
	const isSwagger = options.format === "swagger";
	const parameters = parametersOf(method, isSwagger);
	const validator = snapshot.validators.find((it) => it.id === method.requestValidatorId)?.name;
	const withIntegration = isAll(options) || options.extensions.has("integrations");
	const all = [...parameters, ...(isSwagger ? bodyParameter(requestModels) : [])];
	return {
		...(operationName === undefined ? {} : { operationId: operationName }),
		...(isSwagger ? mediaTypes(method) : {}),
		...(all.length === 0 ? {} : { parameters: all }),
		...(isSwagger ? {} : requestBody(requestModels)),
		responses: responsesOf(method.methodResponses ?? {}, isSwagger),
		...securityOf(method, snapshot),
		...(isAll(options) && validator !== undefined ? { "x-amazon-apigateway-request-validator": validator } : {}),
		...(withIntegration && methodIntegration !== undefined
			? { "x-amazon-apigateway-integration": integrationOf(methodIntegration) }
			: {}),
	};
}

const places: Readonly<Record<string, string>> = { path: "path", querystring: "query", header: "header" };

function parametersOf({ requestParameters = {} }: MethodDefinition, isSwagger: boolean): readonly object[] {
	const type = isSwagger ? { type: "string" } : { schema: { type: "string" } };
	return Object.entries(requestParameters).flatMap(([source, required]) => {
		const [, place = "", name = ""] = /^method\.request\.([a-z]+)\.(.+)$/.exec(source) ?? [];
		const where = places[place];
		if (where === undefined) return [];
		return [{ name, in: where, ...(required || where === "path" ? { required: true } : {}), ...type }];
	});
}

/** Swagger's body has one schema, whatever its media type. */
function bodyParameter(requestModels: Readonly<Record<string, string>>): readonly object[] {
	const [model] = Object.values(requestModels);
	return model === undefined ? [] : [{ in: "body", name: model, required: true, schema: reference(model, true) }];
}

function requestBody(requestModels: Readonly<Record<string, string>>): Record<string, unknown> {
	const content = contentOf(requestModels);
	return Object.keys(content).length === 0 ? {} : { requestBody: { content, required: true } };
}

function contentOf(models: Readonly<Record<string, string>>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(models).map(([type, model]) => [type, { schema: reference(model, false) }]));
}

const reference = (model: string, isSwagger: boolean) => ({
	$ref: `${isSwagger ? "#/definitions/" : "#/components/schemas/"}${model}`,
});

function mediaTypes({ requestModels = {}, methodResponses = {} }: MethodDefinition): Record<string, unknown> {
	const consumes = Object.keys(requestModels);
	const produces = new Set(Object.values(methodResponses).flatMap((it) => Object.keys(it.responseModels ?? {})));
	return {
		...(consumes.length === 0 ? {} : { consumes }),
		...(produces.size === 0 ? {} : { produces: [...produces] }),
	};
}

function responsesOf(
	responses: Readonly<Record<string, MethodResponseDefinition>>,
	isSwagger: boolean,
): Record<string, unknown> {
	const entries = Object.values(responses).map(({ statusCode, responseParameters = {}, responseModels = {} }) => {
		const type = isSwagger ? { type: "string" } : { schema: { type: "string" } };
		const names = Object.keys(responseParameters).map((it) => it.replace(/^method\.response\.header\./, ""));
		const headers = Object.fromEntries(names.map((name) => [name, type]));
		const [model] = Object.values(responseModels);
		const content = isSwagger
			? model === undefined
				? {}
				: { schema: reference(model, true) }
			: { content: contentOf(responseModels) };
		return [statusCode, { description: `${statusCode} response`, ...unlessEmpty("headers", headers), ...content }];
	});
	return Object.fromEntries(entries);
}

/** Without what is AWS's default anyway. */
function integrationOf(integration: IntegrationDefinition): Record<string, unknown> {
	const { type, httpMethod, uri, connectionType, connectionId, credentials, contentHandling } = integration;
	const { cacheKeyParameters = [], timeoutInMillis, passthroughBehavior, tlsConfig } = integration;
	const { requestParameters = {}, requestTemplates = {}, integrationResponses = {} } = integration;
	const responses = Object.values(integrationResponses).map((it) => {
		const { statusCode, selectionPattern, responseParameters = {}, responseTemplates = {} } = it;
		const response = {
			statusCode,
			...unlessEmpty("responseParameters", responseParameters),
			...unlessEmpty("responseTemplates", responseTemplates),
			...(it.contentHandling === undefined ? {} : { contentHandling: it.contentHandling }),
		};
		return [selectionPattern || "default", response] as const;
	});
	const given = { httpMethod, uri, connectionId, credentials, contentHandling, tlsConfig };
	return {
		type: type.toLowerCase(),
		...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
		...(connectionType === undefined || connectionType === "INTERNET" ? {} : { connectionType }),
		...(responses.length === 0 ? {} : { responses: Object.fromEntries(responses) }),
		...unlessEmpty("requestParameters", requestParameters),
		...unlessEmpty("requestTemplates", requestTemplates),
		passthroughBehavior: passthroughBehavior.toLowerCase(),
		...(timeoutInMillis === 29_000 ? {} : { timeoutInMillis }),
		...(cacheKeyParameters.length === 0 ? {} : { cacheKeyParameters }),
	};
}
