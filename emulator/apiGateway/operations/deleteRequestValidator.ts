import type { ControlPlane } from "../controlPlane.ts";
import { validatorNotFound } from "../errors.ts";
import type { DeleteRequestValidatorRequest } from "../model.generated.ts";

export async function deleteRequestValidator(
	{ validators }: Pick<ControlPlane, "validators">,
	{ restApiId, requestValidatorId }: DeleteRequestValidatorRequest,
): Promise<object> {
	if (validators.get(`${restApiId}/${requestValidatorId}`) === undefined) throw validatorNotFound();
	await validators.delete(`${restApiId}/${requestValidatorId}`);
	return {};
}
