import { type EndpointResponse, type GatewayCall, integrationOf, type MethodOutput } from "../call.ts";
import type { IntegrationDefinition, IntegrationResponseDefinition } from "../definitions.ts";
import { endpointResponseOf } from "../endpointResponse.ts";
import { type KeptBody, keptBody, shownBody, shownHeaders } from "../frames.ts";
import { configurationError } from "../gatewayResponse.ts";
import { type HeaderList, headerValue, withHeader } from "../headerList.ts";
import { fullMatch } from "../javaRegex.ts";
import { isBinary, mediaType } from "../mediaTypes.ts";
import { responseOverrides } from "../overrides.ts";
import { responseValue } from "../responseMapping.ts";
import { passed, type Shown, type StepNeeds, type StepNote, skipped } from "../step.ts";
import { renderTemplate } from "../templates.ts";

/** Turns the endpoint's answer into the method's: which response, its headers, its body from a template, its status. */
export function integrationResponse(call: GatewayCall, needs: StepNeeds): StepNote {
	const integration = integrationOf(call);
	const endpoint = endpointResponseOf(call);
	if (integration.type === "AWS_PROXY" || integration.type === "HTTP_PROXY") {
		call.response = endpoint;
		return skipped(`${integration.type} answers pass as they are`);
	}
	const { chosen, why } = choose(integration, endpoint);
	const headers = mapHeaders(call, needs.account, chosen, endpoint);
	const converted = convertBody(call, chosen, endpoint);
	const template = templateFor(chosen, call);
	const body = template === undefined ? converted : rendered(call, needs.account, chosen, template, converted);
	const { status, header } = responseOverrides(call);
	let all: HeaderList = template === undefined ? headers : [...withDefaultType(headers, template.contentType)];
	for (const [name, value] of header) all = withHeader(all, name, value);
	call.response = { status: status ?? Number(chosen.statusCode), headers: all, body };
	const property = ["Integration", "IntegrationResponses", chosen.statusCode];
	return passed(
		`${why}${status === undefined ? "" : `, overridden to ${status}`}; ${bodyText(template?.contentType)}`,
		{
			shown: shownResponses(keptOutput(endpoint), keptOutput(call.response)),
			property: template === undefined ? property : [...property, "ResponseTemplates", template.contentType],
		},
	);
}

type KeptOutput = Omit<MethodOutput, "body"> & { readonly body: KeptBody };

function keptOutput({ status, headers, body }: MethodOutput): KeptOutput {
	return { status, headers, body: keptBody(body) };
}

function shownResponses(before: KeptOutput, after: KeptOutput): Shown {
	const shown = ({ status, headers, body }: KeptOutput) => ({
		status,
		headers: shownHeaders(headers),
		body: shownBody(body),
	});
	return () => ({ before: shown(before), after: shown(after) });
}

function rendered(
	call: GatewayCall,
	account: string,
	{ statusCode }: IntegrationResponseDefinition,
	{ contentType, text }: ResponseTemplate,
	body: Buffer,
): Buffer {
	const property = ["Integration", "IntegrationResponses", statusCode, "ResponseTemplates", contentType];
	return Buffer.from(renderTemplate(call, account, text, body.toString("utf8"), property));
}

const bodyText = (contentType: string | undefined) =>
	contentType === undefined ? "the body as it came" : `the body by the template for ${contentType}`;

/** The first response whose pattern is the whole of the status or error message, else the one without a pattern. */
function choose(integration: IntegrationDefinition, endpoint: EndpointResponse) {
	const responses = Object.values(integration.integrationResponses ?? {});
	const selection = endpoint.selection ?? String(endpoint.status);
	const matching = responses.find((it) => it.selectionPattern && fullMatch(it.selectionPattern, selection));
	if (matching !== undefined) {
		return { chosen: matching, why: `${matching.statusCode}: "${selection}" matches "${matching.selectionPattern}"` };
	}
	const fallback = responses.find((it) => !it.selectionPattern);
	if (fallback !== undefined)
		return { chosen: fallback, why: `${fallback.statusCode}: the response without a pattern` };
	throw configurationError(`no integration response matches "${selection}", and none is without a selection pattern`, {
		property: ["Integration", "IntegrationResponses"],
	});
}

function mapHeaders(
	call: GatewayCall,
	account: string,
	chosen: IntegrationResponseDefinition,
	endpoint: EndpointResponse,
): HeaderList {
	const headers: [string, string][] = [];
	for (const [target, source] of Object.entries(chosen.responseParameters ?? {})) {
		const name = target.slice("method.response.header.".length);
		for (const value of responseValue(call, account, source, endpoint)) headers.push([name, value]);
	}
	return headers;
}

type ResponseTemplate = { readonly contentType: string; readonly text: string };

/** By the request's Accept, else application/json, else the first there is: facts section 7 (1), both readings meet here. */
function templateFor(
	{ responseTemplates = {} }: IntegrationResponseDefinition,
	call: GatewayCall,
): ResponseTemplate | undefined {
	const accept = headerValue(call.headers, "accept");
	const names = [accept?.trim(), mediaType(accept), "application/json", ...Object.keys(responseTemplates)];
	const contentType = names.find((it) => it !== undefined && Object.hasOwn(responseTemplates, it));
	const text = contentType === undefined ? undefined : responseTemplates[contentType];
	return contentType === undefined || !text ? undefined : { contentType, text };
}

function withDefaultType(headers: HeaderList, contentType: string): HeaderList {
	if (headerValue(headers, "content-type") !== undefined || contentType === "$default") return headers;
	return [...headers, ["Content-Type", contentType]];
}

/** The table of api-gateway-payload-encodings-workflow, the response's side. */
function convertBody(
	call: GatewayCall,
	{ contentHandling }: IntegrationResponseDefinition,
	endpoint: EndpointResponse,
): Buffer {
	const { binaryMediaTypes = [] } = call.api.definition;
	if (binaryMediaTypes.length === 0) return endpoint.body;
	const payloadIsBinary = isBinary(headerValue(endpoint.headers, "content-type"), binaryMediaTypes);
	const wantsBinary = isBinary(headerValue(call.headers, "accept"), binaryMediaTypes);
	const toText = contentHandling === "CONVERT_TO_TEXT" || (contentHandling === undefined && !wantsBinary);
	if (payloadIsBinary) return toText ? Buffer.from(endpoint.body.toString("base64")) : endpoint.body;
	return toText ? endpoint.body : Buffer.from(endpoint.body.toString("latin1"), "base64");
}
