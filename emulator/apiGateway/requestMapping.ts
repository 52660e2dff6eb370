import type { GatewayCall } from "./call.ts";
import { contextOf } from "./context.ts";
import { GatewayResponse } from "./gatewayResponse.ts";
import { headerValue, headerValues } from "./headerList.ts";
import { textOf, valueAt } from "./simplePath.ts";

/** The value of a mapping expression on the request's side: one, or several for a multi-value one, or none. */
export function requestValue(call: GatewayCall, account: string, expression: string): readonly string[] {
	const literal = /^'(.*)'$/s.exec(expression);
	if (literal !== null) return [literal[1] ?? ""];
	const parameter = /^method\.request\.(path|querystring|header|multivaluequerystring|multivalueheader)\.(.+)$/s.exec(
		expression,
	);
	if (parameter !== null) return parameterValue(call, parameter[1] ?? "", parameter[2] ?? "");
	if (expression === "method.request.body") return [call.body.toString("utf8")];
	const body = /^method\.request\.body\.(?:\$\.?)?(.*)$/s.exec(expression);
	if (body !== null) return one(textOf(valueAt(jsonBody(call), body[1] ?? "")));
	return sharedValue(call, account, expression);
}

/** What both sides' mappings may name. */
export function sharedValue(call: GatewayCall, account: string, expression: string): readonly string[] {
	if (expression.startsWith("stageVariables.")) {
		const name = expression.slice("stageVariables.".length);
		return one(Object.hasOwn(call.stageVariables, name) ? call.stageVariables[name] : undefined);
	}
	if (!expression.startsWith("context.")) return [];
	return one(textOf(valueAt(contextOf(call, account), expression.slice("context.".length))));
}

function parameterValue(call: GatewayCall, place: string, name: string): readonly string[] {
	switch (place) {
		case "path": {
			const parameters = call.route?.pathParameters ?? {};
			return one(Object.hasOwn(parameters, name) ? parameters[name] : undefined);
		}
		case "header":
			return one(headerValue(call.headers, name));
		case "multivalueheader": {
			const values = headerValues(call.headers, name);
			return values.length === 0 ? [] : [values.join(",")];
		}
		case "querystring":
			return one(call.query.filter(([it]) => it === name).at(-1)?.[1]);
		default:
			return call.query.filter(([it]) => it === name).map(([, value]) => value);
	}
}

/** AWS parses only what starts like JSON (LocalStack's source); what then is not JSON is the client's mistake. */
function jsonBody(call: GatewayCall): unknown {
	const text = call.body.toString("utf8").trim();
	if (!/^[{["']/.test(text)) return {};
	try {
		return JSON.parse(text);
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		throw new GatewayResponse("DEFAULT_4XX", `a mapping reads the body, which is not JSON: ${reason}`, {
			status: 400,
			message: "Invalid JSON in request body",
		});
	}
}

const one = (value: string | undefined): readonly string[] => (value === undefined ? [] : [value]);
