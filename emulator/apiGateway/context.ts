import type { JsonObject } from "../../language/vtl/bindings/environment.ts";
import { type GatewayCall, routeOf } from "./call.ts";
import { headerValue } from "./headerList.ts";

/** `$context` of a REST API as data, for templates, mappings and gateway responses. */
export function contextOf(call: GatewayCall, account: string): JsonObject {
	const event = requestContextOf(call, account);
	return {
		...event,
		awsEndpointRequestId: call.requestId,
		isCanaryRequest: String(call.isCanary), // text, as recorded: test_invoking_canary_deployment
		...call.overrides,
		...(call.error ? { error: errorOf(call.error) } : {}),
	};
}

/** The `requestContext` of the events that Lambda functions get (recorded: test_lambda_aws_proxy_integration). */
export function requestContextOf(call: GatewayCall, account: string): JsonObject {
	const { target, request } = call;
	const { resource } = call.route ?? {};
	return {
		resourceId: resource?.id ?? "",
		...(call.authorizer ? { authorizer: authorizerOf(call.authorizer) } : {}),
		resourcePath: resource?.path ?? "",
		httpMethod: request.method,
		extendedRequestId: call.extendedRequestId,
		requestTime: requestTime(call.arrivedAt),
		path: `/${target.stage}${target.path}`,
		accountId: account,
		protocol: "HTTP/1.1",
		stage: target.stage,
		domainPrefix: domainPrefixOf(target),
		requestTimeEpoch: call.arrivedAt,
		requestId: call.requestId,
		identity: identityOf(call),
		domainName: target.domainName,
		deploymentId: call.api.deploymentId,
		apiId: target.apiId,
	};
}

/** The first label of the host; where the host is only the emulator's own address, the API's id, as at AWS. */
function domainPrefixOf({ domainName, apiId }: GatewayCall["target"]): string {
	const isOwnAddress = /^(?:localhost|[\d.]+|\[.*\])(?::\d+)?$/.test(domainName);
	return isOwnAddress ? apiId : (domainName.split(".")[0] ?? "");
}

function identityOf(call: GatewayCall): JsonObject {
	const { client, request } = call;
	return {
		cognitoIdentityPoolId: null,
		cognitoIdentityId: null,
		...(client ? { apiKey: client.key.value } : {}),
		principalOrgId: null,
		cognitoAuthenticationType: null,
		userArn: null,
		...(client ? { apiKeyId: client.key.id } : {}),
		userAgent: headerValue(call.headers, "user-agent") ?? null,
		accountId: null,
		caller: null,
		sourceIp: request.remoteAddress,
		accessKey: null,
		cognitoAuthenticationProvider: null,
		user: null,
	};
}

function authorizerOf({ principalId, context }: NonNullable<GatewayCall["authorizer"]>): JsonObject {
	return principalId === undefined ? { ...context } : { principalId, ...context };
}

function errorOf({ message, responseType, validationErrorString }: NonNullable<GatewayCall["error"]>): JsonObject {
	const more = validationErrorString === undefined ? {} : { validationErrorString };
	return { message, messageString: JSON.stringify(message), responseType, ...more };
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The Common Log Format's time: `09/Apr/2015:12:34:56 +0000`. */
function requestTime(ms: number): string {
	const date = new Date(ms);
	const two = (value: number) => String(value).padStart(2, "0");
	const day = `${two(date.getUTCDate())}/${months[date.getUTCMonth()]}/${date.getUTCFullYear()}`;
	return `${day}:${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} +0000`;
}

/** `arn:aws:execute-api:…` of the method, as integrations and authorizers see it. */
export function methodArn(call: GatewayCall, account: string, region: string): string {
	const { apiId, stage, path } = call.target;
	routeOf(call);
	return `arn:aws:execute-api:${region}:${account}:${apiId}/${stage}/${call.request.method}${path}`;
}
