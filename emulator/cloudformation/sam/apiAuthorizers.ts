import { names } from "../names.ts";
import { child, childText, type Draft, type Entry, type Mapping, type Node } from "../node.ts";
import type { Resource } from "../template.ts";
import { alphanumeric, made, ref } from "./made.ts";
import { checkProperties } from "./properties.ts";
import type { ApiRoute, Report } from "./transformed.ts";

/**
 * `Auth.Authorizers` of an API: for each that is a Lambda function, the authorizer and the right to invoke it. Others are
 * told to be missing, and their methods stay open.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-apiauth.html
 */
export function authorizerResources(resource: Resource, report: Report): readonly Resource[] {
	const authorizers = [...lambdaAuthorizers(resource, report)].map(([name, properties]) =>
		made(resource, authorizerId(resource, name), "AWS::ApiGateway::Authorizer", {
			RestApiId: ref(resource.logicalId),
			Name: name,
			...properties,
		}),
	);
	return [...authorizers, ...authorizerPermissions(resource)];
}

/** The properties of each Lambda authorizer, by its name. */
export function lambdaAuthorizers(resource: Resource, report: Report): ReadonlyMap<string, Record<string, Draft>> {
	const result = new Map<string, Record<string, Draft>>();
	for (const [name, { value, keyAt }] of authorizersOf(resource)) {
		if (value.kind !== "map") continue;
		const functionArn = child(value, "FunctionArn");
		if (functionArn === undefined) {
			const message = `The authorizer ${name} of ${resource.logicalId} is not a Lambda function: it is not run yet, and the methods that name it are open here.`;
			report({ severity: "warning", code: "missing-authorizer", message, at: keyAt });
			continue;
		}
		checkProperties(
			value,
			{ owner: `The authorizer ${name}`, known, missing: ["DisableFunctionDefaultPermissions"] },
			report,
		);
		result.set(name, lambdaAuthorizer(value, functionArn));
	}
	return result;
}

/** The right of an API to invoke its authorizers. */
export function authorizerPermissions(resource: Resource): readonly Resource[] {
	return authorizersOf(resource).flatMap(([name, { value }]) => {
		const functionArn = child(value, "FunctionArn");
		return functionArn === undefined ? [] : [permission(resource, name, functionArn)];
	});
}

function authorizersOf(resource: Resource): readonly (readonly [string, Entry])[] {
	const authorizers = child(child(resource.properties, "Auth"), "Authorizers");
	return authorizers?.kind === "map" ? [...authorizers.entries] : [];
}

const known = names(
	"AuthorizationScopes DisableFunctionDefaultPermissions FunctionArn FunctionInvokeRole FunctionPayloadType Identity",
);

/** A method's own authorizer, else the API's default; preflights ask for the default too unless told not to. */
export function authorizationOf(
	resource: Resource,
	route: ApiRoute,
	report: Report,
): Readonly<Record<"AuthorizationType" | "AuthorizerId", Draft>> {
	const auth = child(resource.properties, "Auth");
	const own = child(route.auth, "Authorizer");
	const isPreflight = route.method === "OPTIONS" && route.auth === undefined;
	if (isPreflight && childText(auth, "AddDefaultAuthorizerToCorsPreflight") === "false") return open;
	const asked = own ?? child(auth, "DefaultAuthorizer");
	if (asked?.kind !== "scalar" || asked.text === "NONE") return open;
	const authorizer = child(child(auth, "Authorizers"), asked.text);
	if (authorizer === undefined) {
		report(asked.text === "AWS_IAM" ? iamIsLater(asked) : unknown(resource, route, asked));
		return open;
	}
	if (child(authorizer, "FunctionArn") === undefined) return open;
	return { AuthorizationType: "CUSTOM", AuthorizerId: ref(authorizerId(resource, asked.text)) };
}

const open = { AuthorizationType: "NONE", AuthorizerId: undefined };

const authorizerId = ({ logicalId }: Resource, name: string) => `${logicalId} authorizer ${name}`;

function iamIsLater({ at }: Node) {
	const message = "AWS_IAM is not asked yet: the methods that it protects are open here.";
	return { severity: "warning", code: "missing-authorizer", message, at } as const;
}

function unknown(resource: Resource, { method, path }: ApiRoute, { text, at }: Node & { readonly kind: "scalar" }) {
	const message = `Unable to set Authorizer [${text}] on API method [${method.toLowerCase()}] for path [${path}] because the authorizer wasn't defined in the API's Authorizers: ${resource.logicalId} has none of that name.`;
	return { severity: "error", code: "unresolved-reference", message, at } as const;
}

function lambdaAuthorizer(authorizer: Mapping, functionArn: Node): Record<string, Draft> {
	const identity = child(authorizer, "Identity");
	const type = childText(authorizer, "FunctionPayloadType") === "REQUEST" ? "REQUEST" : "TOKEN";
	return {
		Type: type,
		AuthorizerUri: {
			"Fn::Sub": [
				"arn:${AWS::Partition}:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${__FunctionArn__}/invocations",
				{ __FunctionArn__: functionArn },
			],
		},
		AuthorizerCredentials: child(authorizer, "FunctionInvokeRole"),
		AuthorizerResultTtlInSeconds: child(identity, "ReauthorizeEvery"),
		IdentitySource: type === "TOKEN" ? tokenSource(identity) : requestSources(identity),
		IdentityValidationExpression: type === "TOKEN" ? child(identity, "ValidationExpression") : undefined,
	};
}

const tokenSource = (identity: Node | undefined) =>
	`method.request.header.${childText(identity, "Header") ?? "Authorization"}`;

function requestSources(identity: Node | undefined): string | undefined {
	const sources = Object.entries(requestPlaces).flatMap(([member, prefix]) => {
		const list = child(identity, member);
		return list?.kind === "list" ? list.items.flatMap((it) => (it.kind === "scalar" ? `${prefix}${it.text}` : [])) : [];
	});
	return sources.length === 0 ? undefined : sources.join(",");
}

const requestPlaces = {
	Headers: "method.request.header.",
	QueryStrings: "method.request.querystring.",
	StageVariables: "stageVariables.",
	Context: "context.",
};

function permission(resource: Resource, name: string, functionArn: Node): Resource {
	const arn = "arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${__ApiId__}/authorizers/*";
	return made(
		resource,
		`${resource.logicalId}${alphanumeric(name)}AuthorizerPermission`,
		"AWS::Lambda::Permission",
		{
			Action: "lambda:InvokeFunction",
			FunctionName: functionArn,
			Principal: "apigateway.amazonaws.com",
			SourceArn: { "Fn::Sub": [arn, { __ApiId__: ref(resource.logicalId) }] },
		},
		functionArn.at,
	);
}
