import { Buffer } from "node:buffer";
import { type GatewayCall, type IntegrationRequest, integrationOf } from "../call.ts";
import type { IntegrationDefinition } from "../definitions.ts";
import { type KeptBody, keptBody, shownBody, shownHeaders } from "../frames.ts";
import { configurationError, GatewayResponse } from "../gatewayResponse.ts";
import { type HeaderList, headerValue, withHeader, withoutHeader } from "../headerList.ts";
import { isBinary, mediaType } from "../mediaTypes.ts";
import { requestOverrides } from "../overrides.ts";
import { requestValue } from "../requestMapping.ts";
import { withStageVariables } from "../stageVariableText.ts";
import { passed, type Shown, type StepNeeds, type StepNote } from "../step.ts";
import { renderTemplate } from "../templates.ts";

/** Makes the request that the endpoint gets: parameters mapped, the body from a template, or as it came. */
export function integrationRequest(call: GatewayCall, needs: StepNeeds): StepNote {
	const integration = integrationOf(call);
	const mapped = mapParameters(call, needs.account, integration);
	const isProxy = integration.type === "AWS_PROXY" || integration.type === "HTTP_PROXY";
	const body = isProxy ? { body: call.body, how: "the body as it came" } : mapBody(call, needs.account, integration);
	if (!isProxy) override(call, integration, mapped);

	const request: IntegrationRequest = {
		method: integrationMethod(call, integration),
		uri: withPathParameters(withStageVariables(integration.uri ?? "", call.stageVariables), mapped.path),
		headers: isProxy ? call.headers : withContentType(mapped.headers, call),
		query: isProxy ? [...call.query, ...mapped.query] : mapped.query,
		body: body.body,
	};
	call.integrationRequest = integration.type === "HTTP_PROXY" ? withMappedHeaders(request, mapped.headers) : request;
	const { method, uri } = request;
	return passed(`${integration.type} ${integration.type === "MOCK" ? "" : `${method} ${uri} `}with ${body.how}`, {
		shown: shownRequests(call.headers, keptBody(call.body), {
			...call.integrationRequest,
			body: keptBody(request.body),
		}),
		property: body.template === undefined ? ["Integration"] : ["Integration", "RequestTemplates", body.template],
	});
}

function shownRequests(
	clientHeaders: HeaderList,
	clientBody: KeptBody,
	{ method, uri, headers, query, body }: Omit<IntegrationRequest, "body"> & { readonly body: KeptBody },
): Shown {
	return () => ({
		before: { headers: shownHeaders(clientHeaders), body: shownBody(clientBody) },
		after: { method, uri, headers: shownHeaders(headers), query: shownHeaders(query), body: shownBody(body) },
	});
}

type Mapped = { headers: HeaderList; query: HeaderList; path: Record<string, string> };

function mapParameters(call: GatewayCall, account: string, integration: IntegrationDefinition): Mapped {
	const mapped: Mapped = {
		headers: [],
		query: [],
		path: { ...(integration.type === "HTTP_PROXY" ? call.route?.pathParameters : {}) },
	};
	for (const [target, source] of Object.entries(integration.requestParameters ?? {})) {
		const [, , place, ...rest] = target.split(".");
		const name = rest.join(".");
		const values = requestValue(call, account, source);
		if (place === "header") {
			refuseReserved(integration, name, target);
			for (const value of values) mapped.headers = [...mapped.headers, [name, value]];
		} else if (place === "querystring") {
			for (const value of values) mapped.query = [...mapped.query, [name, value]];
		} else if (values[0] !== undefined) {
			mapped.path[name] = values[0];
		}
	}
	return mapped;
}

/** What the template overrides goes over what was mapped, after the whole template has run. */
function override(call: GatewayCall, integration: IntegrationDefinition, mapped: Mapped): void {
	const { header, path, querystring } = requestOverrides(call);
	for (const [name, value] of header) {
		refuseReserved(integration, name, name);
		mapped.headers = withHeader(mapped.headers, name, value);
	}
	for (const [name, value] of querystring) mapped.query = withHeader(mapped.query, name, value);
	Object.assign(mapped.path, Object.fromEntries(path));
}

/** AWS answers 500 when a mapping sets a header that is its own to set (recorded: test_apigateway_header_remapping_*). */
function refuseReserved({ type }: IntegrationDefinition, name: string, target: string): void {
	const lower = name.toLowerCase();
	if (!reserved.has(lower) && !(type === "AWS" && reservedForAws.has(lower))) return;
	throw configurationError(`the mapping sets the header ${name}, which API Gateway keeps for itself`, {
		property: ["Integration", "RequestParameters", target],
	});
}

const reserved = new Set(["content-length", "transfer-encoding"]);
const reservedForAws = new Set(["authorization", "connection", "expect", "proxy-authenticate", "te"]);

type MappedBody = { readonly body: Buffer; readonly how: string; readonly template?: string };

function mapBody(call: GatewayCall, account: string, integration: IntegrationDefinition): MappedBody {
	const templates = integration.requestTemplates ?? {};
	const header = headerValue(call.headers, "content-type");
	const contentType = mediaType(header) ?? "application/json";
	const name = [header?.trim() ?? "", contentType, "$default"].find((it) => Object.hasOwn(templates, it));
	const text = name === undefined ? undefined : templates[name];
	const body = convertBody(call, integration);
	if (name !== undefined && text !== undefined) {
		return {
			body: Buffer.from(
				renderTemplate(call, account, text, body.toString("utf8"), ["Integration", "RequestTemplates", name]),
			),
			how: `the template for ${name}`,
			template: name,
		};
	}
	// The table of integration-passthrough-behaviors.
	const { passthroughBehavior } = integration;
	const hasTemplates = Object.keys(templates).length > 0;
	if (passthroughBehavior === "NEVER" || (passthroughBehavior === "WHEN_NO_TEMPLATES" && hasTemplates)) {
		const have = hasTemplates
			? `there are templates for ${Object.keys(templates).join(", ")}`
			: "there are no templates";
		throw new GatewayResponse(
			"UNSUPPORTED_MEDIA_TYPE",
			`no request template for ${contentType}, and PassthroughBehavior is ${passthroughBehavior}: ${have}`,
			{ property: ["Integration", "PassthroughBehavior"] },
		);
	}
	return { body, how: `the body as it came: no template for ${contentType}` };
}

/** The table of api-gateway-payload-encodings-workflow, the request's side. */
function convertBody(call: GatewayCall, { contentHandling }: IntegrationDefinition): Buffer {
	const { body } = call;
	const binary = isBinary(headerValue(call.headers, "content-type"), call.api.definition.binaryMediaTypes);
	if (binary) return contentHandling === "CONVERT_TO_TEXT" ? Buffer.from(body.toString("base64")) : body;
	return contentHandling === "CONVERT_TO_BINARY" ? Buffer.from(body.toString("latin1"), "base64") : body;
}

function withContentType(headers: HeaderList, call: GatewayCall): HeaderList {
	if (headerValue(headers, "content-type") !== undefined) return headers;
	return [...headers, ["Content-Type", mediaType(headerValue(call.headers, "content-type")) ?? "application/json"]];
}

function withMappedHeaders(request: IntegrationRequest, mapped: HeaderList): IntegrationRequest {
	let headers = request.headers;
	for (const [name] of mapped) headers = withoutHeader(headers, name);
	return { ...request, headers: [...headers, ...mapped] };
}

function integrationMethod(call: GatewayCall, { httpMethod }: IntegrationDefinition): string {
	return httpMethod === undefined || httpMethod === "ANY" ? call.request.method : httpMethod;
}

function withPathParameters(uri: string, path: Readonly<Record<string, string>>): string {
	if (!uri.includes("{")) return uri;
	return uri.replace(/\{([A-Za-z0-9._$-]+)\+?\}/g, (whole, name: string) =>
		Object.hasOwn(path, name) ? (path[name] ?? "") : whole,
	);
}
