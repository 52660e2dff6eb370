import { Buffer } from "node:buffer";
import type { GatewayCall, MethodOutput } from "./call.ts";
import { contextOf } from "./context.ts";
import { contextText } from "./contextText.ts";
import type { GatewayResponseDefinition } from "./definitions.ts";
import { type GatewayResponse, gatewayResponseDefaults } from "./gatewayResponse.ts";
import { type HeaderList, headerValue } from "./headerList.ts";
import { mediaType } from "./mediaTypes.ts";
import { requestValue } from "./requestMapping.ts";

/** The one place where a call that ended early becomes an answer, in the form that the API's owner gave it. */
export function renderGatewayResponse(call: GatewayCall, thrown: GatewayResponse, account: string): MethodOutput {
	const defaults = gatewayResponseDefaults[thrown.type];
	const own = call.api.gatewayResponses.get(thrown.type);
	const status = thrown.options.status ?? defaults.status ?? 500;
	const custom = own ?? call.api.gatewayResponses.get(status < 500 ? "DEFAULT_4XX" : "DEFAULT_5XX");
	call.error = {
		message: thrown.options.message ?? defaults.message,
		responseType: thrown.type,
		...(thrown.options.validationError === undefined ? {} : { validationErrorString: thrown.options.validationError }),
	};
	const { contentType, text } = templateFor(custom, call);
	const headers: [string, string][] = [
		["Content-Type", contentType],
		["x-amzn-ErrorType", defaults.errorType],
	];
	for (const [name, value] of customHeaders(call, custom, account)) headers.push([name, value]);
	const body = text === undefined ? defaultBody(call, thrown) : contextText(text, contextOf(call, account), call, "");
	return { status: Number(custom?.statusCode ?? status), headers, body: Buffer.from(body) };
}

/** AWS spells the member `Message` when it refuses somebody whom an authorizer knows. */
function defaultBody(call: GatewayCall, thrown: GatewayResponse): string {
	const member = thrown.type === "ACCESS_DENIED" ? "Message" : "message";
	return JSON.stringify({ [member]: call.error?.message ?? null });
}

const defaultTemplate = '{"message":$context.error.messageString}';

function templateFor(
	custom: GatewayResponseDefinition | undefined,
	call: GatewayCall,
): { contentType: string; text?: string } {
	const templates = custom?.responseTemplates ?? {};
	const accept = mediaType(headerValue(call.headers, "accept"));
	const names = [accept, "application/json", ...Object.keys(templates)];
	const contentType = names.find((it) => it !== undefined && Object.hasOwn(templates, it));
	const text = contentType === undefined ? undefined : templates[contentType];
	if (contentType === undefined || text === undefined || text === defaultTemplate)
		return { contentType: "application/json" };
	return { contentType, text };
}

function customHeaders(call: GatewayCall, custom: GatewayResponseDefinition | undefined, account: string): HeaderList {
	const headers: [string, string][] = [];
	for (const [target, source] of Object.entries(custom?.responseParameters ?? {})) {
		const name = /^gatewayresponse\.header\.(.+)$/.exec(target)?.[1];
		if (name === undefined) continue; // paths and query strings have no place in a response
		for (const value of requestValue(call, account, source)) headers.push([name, value]);
	}
	return headers;
}
