import type { ControlPlane } from "../controlPlane.ts";
import { conflict, modelNotFound } from "../errors.ts";
import type { DeleteModelRequest } from "../model.generated.ts";
import { ofApi } from "../stores.ts";

/** Removes a model that no method and no other model uses (recorded: test_put_method_model). */
export async function deleteModel(
	{ models, resources }: Pick<ControlPlane, "models" | "resources">,
	{ restApiId, modelName }: DeleteModelRequest,
): Promise<object> {
	if (models.get(`${restApiId}/${modelName}`) === undefined) throw modelNotFound(modelName);
	for (const resource of ofApi(resources, restApiId)) {
		for (const method of Object.values(resource.methods)) {
			if (!Object.values(method.requestModels ?? {}).includes(modelName)) continue;
			const place = `${resource.path}/${method.httpMethod}`;
			throw conflict(`Cannot delete model '${modelName}', is referenced in method request: ${place}`);
		}
	}
	const user = ofApi(models, restApiId).find((it) => it.schema?.includes(`/models/${modelName}"`));
	if (user !== undefined)
		throw conflict(`Cannot delete model '${modelName}', is referenced by other model: ${user.name}`);
	await models.delete(`${restApiId}/${modelName}`);
	return {};
}
