import { validatorAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import { findApi } from "../lookup.ts";
import type { GetRequestValidatorsRequest, RequestValidators } from "../model.generated.ts";
import { page } from "../page.ts";
import { ofApi } from "../stores.ts";

export function getRequestValidators(
	needs: Pick<ControlPlane, "apis" | "account" | "validators">,
	request: GetRequestValidatorsRequest,
): RequestValidators {
	findApi(needs, request.restApiId);
	const { items, ...rest } = page(ofApi(needs.validators, request.restApiId), request);
	return { items: items.map(validatorAnswer), ...rest };
}
