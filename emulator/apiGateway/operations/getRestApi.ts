import { apiAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import { findApi } from "../lookup.ts";
import type { GetRestApiRequest, RestApi } from "../model.generated.ts";

export function getRestApi(needs: Pick<ControlPlane, "apis" | "account">, request: GetRestApiRequest): RestApi {
	return apiAnswer(findApi(needs, request.restApiId), "shown");
}
