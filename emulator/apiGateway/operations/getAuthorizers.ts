import { authorizerAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import { findApi } from "../lookup.ts";
import type { Authorizers, GetAuthorizersRequest } from "../model.generated.ts";
import { page } from "../page.ts";
import { ofApi } from "../stores.ts";

export function getAuthorizers(
	needs: Pick<ControlPlane, "apis" | "account" | "authorizers">,
	request: GetAuthorizersRequest,
): Authorizers {
	findApi(needs, request.restApiId);
	const { items, ...rest } = page(ofApi(needs.authorizers, request.restApiId), request);
	return { items: items.map(authorizerAnswer), ...rest };
}
