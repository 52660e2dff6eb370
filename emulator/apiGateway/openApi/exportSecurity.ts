import type { ApiSnapshot, AuthorizerDefinition, MethodDefinition } from "../definitions.ts";
import { type ExportOptions, isAll } from "./exportOptions.ts";

/** The security schemes that an API's methods name. */
export function exportSecurity(snapshot: ApiSnapshot, options: ExportOptions): Record<string, unknown> {
	const methods = snapshot.resources.flatMap((it) => Object.values(it.methods));
	const shown = isAll(options) || options.extensions.has("authorizers");
	return {
		...(methods.some((it) => it.apiKeyRequired) ? { [keyScheme]: header("x-api-key") } : {}),
		...(methods.some((it) => it.authorizationType === "AWS_IAM")
			? { [iamScheme]: { ...header("Authorization"), "x-amazon-apigateway-authtype": "awsSigv4" } }
			: {}),
		...Object.fromEntries(snapshot.authorizers.map((it) => [it.name, schemeOf(it, shown)])),
	};
}

/** What an operation asks of its callers. */
export function securityOf(
	{ apiKeyRequired, authorizationType, authorizerId, authorizationScopes = [] }: MethodDefinition,
	{ authorizers }: ApiSnapshot,
): Record<string, unknown> {
	const name = authorizers.find((it) => it.id === authorizerId)?.name;
	const security: Record<string, readonly string[]> = {
		...(authorizationType === "AWS_IAM" ? { [iamScheme]: [] } : {}),
		...(name === undefined ? {} : { [name]: authorizationScopes }),
		...(apiKeyRequired ? { [keyScheme]: [] } : {}),
	};
	if (Object.keys(security).length === 0) return {};
	return { security: Object.entries(security).map(([scheme, scopes]) => ({ [scheme]: scopes })) };
}

const keyScheme = "api_key";
const iamScheme = "sigv4";

const header = (name: string) => ({ type: "apiKey", name, in: "header" });

function schemeOf(authorizer: AuthorizerDefinition, shown: boolean): Record<string, unknown> {
	const { type, authType, identitySource, authorizerUri, authorizerCredentials, providerARNs } = authorizer;
	const { identityValidationExpression, authorizerResultTtlInSeconds } = authorizer;
	const name = /^method\.request\.header\.([^,]+)$/.exec(identitySource ?? "")?.[1];
	const scheme = { ...header(name ?? "Unused"), "x-amazon-apigateway-authtype": authType };
	if (!shown) return scheme;
	const members = {
		type: type?.toLowerCase(),
		authorizerUri,
		authorizerCredentials,
		// A TOKEN authorizer's source is the scheme's own header.
		identitySource: type === "REQUEST" ? identitySource : undefined,
		identityValidationExpression,
		authorizerResultTtlInSeconds,
		providerARNs,
	};
	const given = Object.entries(members).filter(([, value]) => value !== undefined);
	return { ...scheme, "x-amazon-apigateway-authorizer": Object.fromEntries(given) };
}
