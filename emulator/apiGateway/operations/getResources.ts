import { resourceAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import { findApi } from "../lookup.ts";
import type { GetResourcesRequest, Resources } from "../model.generated.ts";
import { page } from "../page.ts";
import { ofApi } from "../stores.ts";

export function getResources(
	needs: Pick<ControlPlane, "apis" | "resources" | "account">,
	request: GetResourcesRequest,
): Resources {
	findApi(needs, request.restApiId);
	const { items, ...rest } = page(ofApi(needs.resources, request.restApiId), request);
	return { items: items.map((it) => resourceAnswer(it, request.embed)), ...rest };
}
