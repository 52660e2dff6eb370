import type { Buffer } from "node:buffer";
import { render } from "../../language/vtl/render.ts";
import type { GatewayCall } from "./call.ts";
import { contextOf } from "./context.ts";
import { configurationError, GatewayResponse } from "./gatewayResponse.ts";
import { singleValues } from "./headerList.ts";

/** Renders a request template; what it overrides is kept in the call, for the request and for the response. */
export function renderRequest(call: GatewayCall, account: string, text: string, name: string, body: string): string {
	return renderTemplate(call, account, text, body, ["Integration", "RequestTemplates", name]);
}

/** Renders a response template over what the endpoint answered. */
export function renderResponse(
	call: GatewayCall,
	account: string,
	{ contentType, text }: { readonly contentType: string; readonly text: string },
	body: Buffer,
): string {
	return renderTemplate(call, account, text, body.toString("utf8"), ["Integration", "ResponseTemplates", contentType]);
}

function renderTemplate(
	call: GatewayCall,
	account: string,
	text: string,
	body: string,
	property: readonly string[],
): string {
	const result = render(call.api.template(text), {
		input: {
			body,
			headers: singleValues(call.headers),
			path: call.route?.pathParameters ?? {},
			query: singleValues(call.query),
		},
		context: contextOf(call, account),
		stageVariables: call.stageVariables,
		overrides: call.overrides,
	});
	if (!result.ok) throw failure(result, property);
	const { requestOverride, responseOverride } = result.overrides;
	Object.assign(call.overrides.request.header, requestOverride.header);
	Object.assign(call.overrides.request.path, requestOverride.path);
	Object.assign(call.overrides.request.querystring, requestOverride.querystring);
	Object.assign(call.overrides.response.header, responseOverride.header);
	if (isStatus(responseOverride.status)) call.overrides.response.status = responseOverride.status;
	return result.output;
}

/** AWS takes no notice of a status that is not an integer from 100 to 599. */
function isStatus(status: unknown): status is number {
	return typeof status === "number" && Number.isInteger(status) && status >= 100 && status <= 599;
}

type Failure = { readonly message: string; readonly kind: string; readonly line: number; readonly column: number };

function failure({ message, kind, line, column }: Failure, property: readonly string[]): GatewayResponse {
	const reason = `the mapping template fails in line ${line}, column ${column}: ${message}`;
	if (kind !== "body") return configurationError(reason, { property });
	// A body that is not JSON is the client's mistake (ToQoz 2015, LocalStack 2025).
	return new GatewayResponse("BAD_REQUEST_BODY", reason, { property, message: "Could not process payload" });
}
