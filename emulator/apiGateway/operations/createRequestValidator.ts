import { validatorAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import { badRequest } from "../errors.ts";
import type { CreateRequestValidatorRequest, RequestValidator } from "../model.generated.ts";
import { withoutUndefined } from "../withoutUndefined.ts";

export async function createRequestValidator(
	{ apis, validators, ids }: Pick<ControlPlane, "apis" | "validators" | "ids">,
	{
		restApiId: apiId,
		name,
		validateRequestBody = false,
		validateRequestParameters = false,
	}: CreateRequestValidatorRequest,
): Promise<RequestValidator> {
	// Recorded: test_create_request_validator_invalid_api_id.
	if (apis.get(apiId) === undefined) throw badRequest("Invalid REST API identifier specified");
	const validator = withoutUndefined({ id: ids.text(6), apiId, name, validateRequestBody, validateRequestParameters });
	await validators.put(`${apiId}/${validator.id}`, validator);
	return validatorAnswer(validator);
}
