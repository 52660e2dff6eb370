import { validatorAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import { validatorNotFound } from "../errors.ts";
import type { RequestValidator, UpdateRequestValidatorRequest } from "../model.generated.ts";
import { patch, refuseWithList, replaceable } from "../patch.ts";

/** Recorded: test_request_validator_lifecycle. */
export async function updateRequestValidator(
	{ validators }: Pick<ControlPlane, "validators">,
	{ restApiId, requestValidatorId, patchOperations }: UpdateRequestValidatorRequest,
): Promise<RequestValidator> {
	const validator = validators.get(`${restApiId}/${requestValidatorId}`);
	if (validator === undefined) throw validatorNotFound();
	const patched = patch(validator, patchOperations, rules, refuseWithList);
	await validators.put(`${restApiId}/${requestValidatorId}`, patched);
	return validatorAnswer(patched);
}

const rules = [
	...replaceable("text", "/name"),
	...replaceable("boolean", "/validateRequestBody", "/validateRequestParameters"),
];
