import { base64Bytes } from "../vtl/bindings/base64.ts";
import type { JsonObject, JsonValue, MappingEnvironment } from "../vtl/bindings/environment.ts";
import { utf8Text } from "../vtl/methods/utf8.ts";
import { jsonObject } from "./jsonObject.ts";
import { textMap } from "./textMap.ts";

/** Whether this is the event that API Gateway hands to a proxy function. */
export function isProxyEvent(value: JsonValue): value is JsonObject {
	const event = jsonObject(value);
	return (
		event !== undefined && typeof event["httpMethod"] === "string" && jsonObject(event["requestContext"]) !== undefined
	);
}

/** The call behind a proxy event: what the same request would bring to a mapping template. */
export function proxyEventSample(event: JsonObject): MappingEnvironment | string {
	const { body = null } = event;
	if (body !== null && typeof body !== "string") return 'The event\'s "body" is a text or null.';
	const headers = textMap(event["headers"]);
	const path = textMap(event["pathParameters"]);
	const query = textMap(event["queryStringParameters"]);
	const stageVariables = textMap(event["stageVariables"]);
	if (headers === undefined || path === undefined || query === undefined || stageVariables === undefined) {
		return 'The event\'s "headers", "pathParameters", "queryStringParameters" and "stageVariables" are objects of names and texts, or null.';
	}
	const text = event["isBase64Encoded"] === true ? utf8Text(base64Bytes(body ?? "")) : (body ?? "");
	return {
		input: { body: text, headers, path, query },
		context: jsonObject(event["requestContext"]) ?? {},
		stageVariables,
	};
}
