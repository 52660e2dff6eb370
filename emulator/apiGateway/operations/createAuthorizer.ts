import { authorizerAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import type { AuthorizerDefinition } from "../definitions.ts";
import { badRequest, conflict } from "../errors.ts";
import type { Authorizer, CreateAuthorizerRequest } from "../model.generated.ts";
import { ofApi } from "../stores.ts";
import { withoutUndefined } from "../withoutUndefined.ts";

export async function createAuthorizer(
	{ apis, authorizers, ids }: Pick<ControlPlane, "apis" | "authorizers" | "ids">,
	request: CreateAuthorizerRequest,
): Promise<Authorizer> {
	const { restApiId: apiId, type, ...rest } = request;
	// Recorded, strange as it is: test_authorizer_crud_no_api.
	if (apis.get(apiId) === undefined) {
		throw conflict("Unable to complete operation due to concurrent modification. Please try again later.");
	}
	if (ofApi(authorizers, apiId).some((it) => it.name === request.name)) {
		throw badRequest(`Authorizer name must be unique. Authorizer ${request.name} already exists in this RestApi.`);
	}
	check(request);
	const authorizer: AuthorizerDefinition = withoutUndefined({
		...rest,
		apiId,
		type,
		id: ids.text(6),
		authType: request.authType ?? (type === "COGNITO_USER_POOLS" ? "cognito_user_pools" : "custom"),
	});
	await authorizers.put(`${apiId}/${authorizer.id}`, authorizer);
	return authorizerAnswer(authorizer);
}

/** Texts unverified. */
function check({
	type,
	authorizerUri,
	providerARNs,
	identitySource,
	authorizerResultTtlInSeconds = 300,
}: CreateAuthorizerRequest) {
	if (type === "COGNITO_USER_POOLS") {
		if (!providerARNs?.length) throw badRequest("Missing Provider ARNs for a COGNITO_USER_POOLS authorizer");
	} else if (!authorizerUri) {
		throw badRequest("Authorizer URI must be specified for TOKEN and REQUEST authorizers");
	}
	if (type === "TOKEN" && !identitySource) throw badRequest("Identity source must be specified for a TOKEN authorizer");
	if (authorizerResultTtlInSeconds < 0 || authorizerResultTtlInSeconds > 3600) {
		throw badRequest("Authorizer result TTL must be between 0 and 3600 seconds");
	}
}
