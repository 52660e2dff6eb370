import { modelAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import { badRequest, modelExists } from "../errors.ts";
import { findApi } from "../lookup.ts";
import type { CreateModelRequest, Model } from "../model.generated.ts";
import { checkSchema } from "../modelSchema.ts";
import { withoutUndefined } from "../withoutUndefined.ts";

/** Recorded: test_model_validation. */
export async function createModel(
	needs: Pick<ControlPlane, "apis" | "account" | "models" | "ids">,
	request: CreateModelRequest,
): Promise<Model> {
	const { restApiId: apiId, ...rest } = request;
	if (request.name === "") throw badRequest("Model name must be non-empty");
	findApi(needs, apiId);
	if (!/^[A-Za-z0-9]+$/.test(request.name)) throw badRequest("Model name must be alphanumeric"); // text in part unverified
	checkSchema(request.schema);
	if (needs.models.get(`${apiId}/${request.name}`) !== undefined) throw modelExists();
	const model = withoutUndefined({ ...rest, apiId, id: needs.ids.text(6) });
	await needs.models.put(`${apiId}/${model.name}`, model);
	return modelAnswer(model);
}
