import { modelAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import { badRequest, modelNotFound } from "../errors.ts";
import type { GetModelRequest, Model } from "../model.generated.ts";

export function getModel(
	{ models }: Pick<ControlPlane, "models">,
	{ restApiId, modelName, flatten }: GetModelRequest,
): Model {
	const model = models.get(`${restApiId}/${modelName}`);
	if (model === undefined) throw modelNotFound(modelName);
	if (flatten) throw badRequest("Flattened models are not available in Gatewright yet");
	return modelAnswer(model);
}
