import { modelAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import { findApi } from "../lookup.ts";
import type { GetModelsRequest, Models } from "../model.generated.ts";
import { page } from "../page.ts";
import { ofApi } from "../stores.ts";

export function getModels(needs: Pick<ControlPlane, "apis" | "account" | "models">, request: GetModelsRequest): Models {
	findApi(needs, request.restApiId);
	const { items, ...rest } = page(ofApi(needs.models, request.restApiId), request);
	return { items: items.map(modelAnswer), ...rest };
}
