import { type GatewayCall, routeOf } from "./call.ts";
import { requestContextOf } from "./context.ts";
import { type HeaderList, headerValue, multiValues, singleValues } from "./headerList.ts";
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
		headers: orNull(singleValues(call.headers)),
		multiValueHeaders: orNull(multiValues(call.headers)),
		queryStringParameters: orNull(singleValues(call.query)),
		multiValueQueryStringParameters: orNull(multiValues(call.query)),
		pathParameters: orNull(pathParameters),
		stageVariables: orNull(call.stageVariables),
		requestContext: requestContextOf(call, account),
		body: body.length === 0 ? null : body.toString(binary ? "base64" : "utf8"),
		isBase64Encoded: body.length > 0 && binary,
	};
}

/** AWS sends null where there is nothing. */
function orNull<T extends object>(map: T): T | null {
	return Object.keys(map).length === 0 ? null : map;
}

/** Some names reach the event in one spelling whatever the client's was. */
export function withEventSpelling(headers: HeaderList): HeaderList {
	return headers.map(([name, value]) => [spelling.get(name.toLowerCase()) ?? name, value]);
}

const spelling: ReadonlyMap<string, string> = new Map([
	["authorization", "Authorization"],
	["host", "Host"],
	["user-agent", "User-Agent"],
]);
