import { modelAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import { modelNotFound } from "../errors.ts";
import type { Model, UpdateModelRequest } from "../model.generated.ts";
import { checkSchema } from "../modelSchema.ts";
import { patch, refuseWithList, replaceable } from "../patch.ts";

/** Recorded: test_update_model. */
export async function updateModel(
	{ models }: Pick<ControlPlane, "models">,
	{ restApiId, modelName, patchOperations }: UpdateModelRequest,
): Promise<Model> {
	const model = models.get(`${restApiId}/${modelName}`);
	if (model === undefined) throw modelNotFound(modelName);
	const patched = patch(model, patchOperations, rules, refuseWithList);
	checkSchema(patched.schema);
	await models.put(`${restApiId}/${modelName}`, patched);
	return modelAnswer(patched);
}

const rules = replaceable("text", "/description", "/schema");
