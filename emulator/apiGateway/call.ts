import { ok } from "node:assert/strict";
import type { JsonObject, Overrides } from "../../language/vtl/bindings/environment.ts";
import type { WireRequest } from "../aws/wire.ts";
import type {
	ApiKeyDefinition,
	MethodDefinition,
	ResourceDefinition,
	StageDefinition,
	UsagePlanDefinition,
} from "./definitions.ts";
import type { DeployedApi } from "./deployedApi.ts";
import type { HeaderList } from "./headerList.ts";
import type { CacheKey } from "./stageCache/cacheKey.ts";

/** One request on its way through the steps: each step reads what the ones before it left, and leaves its own part. */
export type GatewayCall = {
	readonly request: WireRequest;
	readonly target: CallTarget;
	readonly api: DeployedApi;
	readonly stage: StageDefinition;
	readonly stageVariables: Readonly<Record<string, string>>;
	readonly isCanary: boolean;
	readonly requestId: string;
	readonly extendedRequestId: string;
	readonly traceId: string;
	/** The virtual clock's time of arrival. */
	readonly arrivedAt: number;
	/** Without those that AWS never lets through, with those it adds. */
	readonly headers: HeaderList;
	/** Decoded names and values, in the client's order. */
	readonly query: HeaderList;
	/** As it came, or unpacked where the API compresses. */
	body: Buffer;

	/** What templates put into `$context.requestOverride` and `$context.responseOverride`. */
	overrides: Overrides;
	route?: Route;
	authorizer?: AuthorizerResult;
	client?: { readonly key: ApiKeyDefinition; readonly plan: UsagePlanDefinition };
	/** Set where the stage's cache has no answer: what the method answers is kept under this key. */
	caching?: { readonly key: CacheKey; readonly ttlSeconds: number; readonly warning: HeaderList };
	integrationRequest?: IntegrationRequest;
	endpointResponse?: EndpointResponse;
	/** How long the endpoint took. */
	integrationMs?: number;
	response?: MethodOutput;
	/** Filled by a gateway response: `$context.error`. */
	error?: ContextError;
};

export type CallTarget = {
	readonly apiId: string;
	readonly stage: string;
	/** Behind the stage, still encoded, starting with a slash. */
	readonly path: string;
	readonly domainName: string;
};

export type Route = {
	readonly resource: ResourceDefinition;
	readonly method: MethodDefinition;
	/** Still percent-encoded, as AWS hands them on (recorded: test_lambda_aws_proxy_integration, path-encoded-email). */
	readonly pathParameters: Readonly<Record<string, string>>;
};

export type AuthorizerResult = {
	readonly principalId?: string;
	readonly context: JsonObject;
	readonly usageIdentifierKey?: string;
};

export type IntegrationRequest = {
	readonly method: string;
	readonly uri: string;
	readonly headers: HeaderList;
	readonly query: HeaderList;
	readonly body: Buffer;
};

/** What the endpoint answered, before any mapping. */
export type EndpointResponse = {
	readonly status: number;
	readonly headers: HeaderList;
	readonly body: Buffer;
	/** What selection patterns are matched with, where it is not the status: a Lambda function's error message. */
	readonly selection?: string;
};

export type MethodOutput = { readonly status: number; readonly headers: HeaderList; readonly body: Buffer };

export type ContextError = {
	readonly message: string | null;
	readonly responseType: string;
	readonly validationErrorString?: string;
};

/** What the route step found; the steps behind it may count on it. */
export function routeOf(call: GatewayCall): Route {
	ok(call.route, "a step ran before the route was found");
	return call.route;
}

export function integrationOf(call: GatewayCall) {
	const integration = routeOf(call).method.methodIntegration;
	ok(integration, "a deployment holds a method without integration");
	return integration;
}
