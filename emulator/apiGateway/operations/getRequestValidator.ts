import { validatorAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import { validatorNotFound } from "../errors.ts";
import type { GetRequestValidatorRequest, RequestValidator } from "../model.generated.ts";

export function getRequestValidator(
	{ validators }: Pick<ControlPlane, "validators">,
	{ restApiId, requestValidatorId }: GetRequestValidatorRequest,
): RequestValidator {
	const validator = validators.get(`${restApiId}/${requestValidatorId}`);
	if (validator === undefined) throw validatorNotFound();
	return validatorAnswer(validator);
}
