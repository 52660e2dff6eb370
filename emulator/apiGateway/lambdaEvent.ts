import { type GatewayCall, routeOf } from "./call.ts";
import { requestContextOf } from "./context.ts";
import { type HeaderList, headerValue } from "./headerList.ts";
import { isBinary } from "./mediaTypes.ts";

/** The event of a Lambda proxy integration, payload format 1.0 (recorded: test_lambda_aws_proxy_integration). */
export function lambdaEvent(call: GatewayCall, account: string): Record<string, unknown> {
	const { body } = call;
	const { resource, pathParameters } = routeOf(call);
	const binary = isBinary(headerValue(call.headers, "content-type"), call.api.definition.binaryMediaTypes);
	return {
		resource: resource.path,
		path: call.target.path,
		httpMethod: call.request.method,
		headers: single(call.headers),
		multiValueHeaders: multi(call.headers),
		queryStringParameters: single(call.query),
		multiValueQueryStringParameters: multi(call.query),
		pathParameters: orNull(pathParameters),
		stageVariables: orNull(call.stageVariables),
		requestContext: requestContextOf(call, account),
		body: body.length === 0 ? null : body.toString(binary ? "base64" : "utf8"),
		isBase64Encoded: body.length > 0 && binary,
	};
}

/** Written as JSON and not looked up in: unlike `singleValues`, it may have a prototype, and is then written much faster. */
function single(pairs: HeaderList): Record<string, string> | null {
	return pairs.length === 0 ? null : Object.fromEntries(pairs);
}

function multi(pairs: HeaderList): Record<string, string[]> | null {
	if (pairs.length === 0) return null;
	const values = new Map<string, string[]>();
	for (const [name, value] of pairs) {
		const list = values.get(name);
		if (list === undefined) values.set(name, [value]);
		else list.push(value);
	}
	return Object.fromEntries(values);
}

/** AWS sends null where there is nothing. */
function orNull<T extends object>(map: T): T | null {
	return Object.keys(map).length === 0 ? null : map;
}

/** Some names reach the event in one spelling whatever the client's was. */
export const eventSpelling: ReadonlyMap<string, string> = new Map([
	["authorization", "Authorization"],
	["host", "Host"],
	["user-agent", "User-Agent"],
]);
