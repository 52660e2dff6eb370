import { authorizerAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import { authorizerNotFound } from "../errors.ts";
import type { Authorizer, GetAuthorizerRequest } from "../model.generated.ts";

export function getAuthorizer(
	{ authorizers }: Pick<ControlPlane, "authorizers">,
	{ restApiId, authorizerId }: GetAuthorizerRequest,
): Authorizer {
	const authorizer = authorizers.get(`${restApiId}/${authorizerId}`);
	if (authorizer === undefined) throw authorizerNotFound();
	return authorizerAnswer(authorizer);
}
