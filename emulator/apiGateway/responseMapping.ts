import type { EndpointResponse, GatewayCall } from "./call.ts";
import { headerValue, headerValues } from "./headerList.ts";
import { sharedValue } from "./requestMapping.ts";
import { textOf, valueAt } from "./simplePath.ts";

/** The value of a mapping expression on the response's side. */
export function responseValue(
	call: GatewayCall,
	account: string,
	expression: string,
	endpoint: EndpointResponse,
): readonly string[] {
	const literal = /^'(.*)'$/s.exec(expression);
	if (literal !== null) return [literal[1] ?? ""];
	const header = /^integration\.response\.(header|multivalueheader)\.(.+)$/s.exec(expression);
	if (header !== null) {
		const [, place, name = ""] = header;
		if (place === "multivalueheader") return headerValues(endpoint.headers, name);
		const value = headerValue(endpoint.headers, name);
		return value === undefined ? [] : [value];
	}
	if (expression === "integration.response.body") return [endpoint.body.toString("utf8")];
	const body = /^integration\.response\.body\.(?:\$\.?)?(.*)$/s.exec(expression);
	if (body === null) return sharedValue(call, account, expression);
	const value = textOf(valueAt(json(endpoint.body), body[1] ?? ""));
	return value === undefined ? [] : [value];
}

/** A body that is not JSON has no members: the header is then left out. */
function json(body: Buffer): unknown {
	try {
		return JSON.parse(body.toString("utf8"));
	} catch {
		return undefined;
	}
}
