import type { CreateAuthorizerRequest } from "../model.generated.ts";
import { withoutUndefined } from "../withoutUndefined.ts";
import { isMap, listAt, type Members, mapAt, numberAt, textAt, textsAt } from "./members.ts";
import type { OpenApiDocument } from "./openApiDocument.ts";

/** Who may call, as a definition says it: its authorizers, and what each method's `security` means. */
export type ImportSecurity = {
	readonly authorizers: readonly Omit<CreateAuthorizerRequest, "restApiId">[];
	of(operation: Members): MethodSecurity;
	/** The schemes that an operation names and the definition does not have. */
	unknown(operation: Members): readonly string[];
};

export type MethodSecurity = {
	readonly authorizationType: string;
	readonly authorizer: string | undefined;
	readonly authorizationScopes: readonly string[] | undefined;
	readonly apiKeyRequired: boolean;
};

/** Extensions: https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-authorizer.html. */
export function importSecurity({ version, root }: OpenApiDocument): ImportSecurity {
	const schemes =
		version === "swagger" ? mapAt(root, "securityDefinitions") : mapAt(mapAt(root, "components"), "securitySchemes");
	const authorizers = Object.keys(schemes).flatMap((name) => authorizerOf(name, mapAt(schemes, name)) ?? []);
	const askedOf = (operation: Members) =>
		Object.hasOwn(operation, "security") ? listAt(operation, "security") : listAt(root, "security");
	return {
		authorizers,
		unknown: (operation) =>
			askedOf(operation)
				.filter(isMap)
				.flatMap((it) => Object.keys(it).filter((name) => !Object.hasOwn(schemes, name))),
		of(operation) {
			const own = mapAt(operation, "x-amazon-apigateway-auth");
			const asked = askedOf(operation);
			let security: MethodSecurity = { ...open, authorizationType: textAt(own, "type")?.toUpperCase() ?? "NONE" };
			for (const requirement of asked.filter(isMap)) {
				for (const name of Object.keys(requirement)) {
					security = demand(security, name, mapAt(schemes, name), textsAt(requirement, name));
				}
			}
			return security;
		},
	};
}

const open = {
	authorizer: undefined,
	authorizationScopes: undefined,
	apiKeyRequired: false,
};

function demand(before: MethodSecurity, name: string, scheme: Members, scopes: readonly string[]): MethodSecurity {
	const type = authType(scheme);
	if (type === "awssigv4") return { ...before, authorizationType: "AWS_IAM" };
	const authorizer = mapAt(scheme, "x-amazon-apigateway-authorizer");
	if (Object.keys(authorizer).length > 0) {
		const isCognito = textAt(authorizer, "type")?.toLowerCase() === "cognito_user_pools";
		return {
			...before,
			authorizationType: isCognito ? "COGNITO_USER_POOLS" : "CUSTOM",
			authorizer: name,
			authorizationScopes: scopes.length === 0 ? undefined : scopes,
		};
	}
	// A plain header is the API key; a scheme that AWS knows nothing of protects nothing, there as here.
	return textAt(scheme, "type") === "apiKey" ? { ...before, apiKeyRequired: true } : before;
}

const authType = (scheme: Members) => textAt(scheme, "x-amazon-apigateway-authtype")?.toLowerCase();

function authorizerOf(name: string, scheme: Members): Omit<CreateAuthorizerRequest, "restApiId"> | undefined {
	const authorizer = mapAt(scheme, "x-amazon-apigateway-authorizer");
	const type = textAt(authorizer, "type")?.toUpperCase();
	if (type !== "TOKEN" && type !== "REQUEST" && type !== "COGNITO_USER_POOLS") return undefined;
	const header = textAt(scheme, "name");
	const fromHeader = header === undefined ? undefined : `method.request.header.${header}`;
	const providerARNs = textsAt(authorizer, "providerARNs");
	return withoutUndefined({
		name,
		type,
		authType: textAt(scheme, "x-amazon-apigateway-authtype"),
		authorizerUri: textAt(authorizer, "authorizerUri"),
		authorizerCredentials: textAt(authorizer, "authorizerCredentials"),
		// Recorded (test_import_with_cognito_auth_identity_source): the scheme's header, where the extension names none.
		identitySource: textAt(authorizer, "identitySource") ?? (type === "REQUEST" ? undefined : fromHeader),
		identityValidationExpression: textAt(authorizer, "identityValidationExpression"),
		authorizerResultTtlInSeconds: numberAt(authorizer, "authorizerResultTtlInSeconds"),
		providerARNs: providerARNs.length === 0 ? undefined : providerARNs,
	});
}
