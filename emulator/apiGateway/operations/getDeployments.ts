import { deploymentAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import { findApi } from "../lookup.ts";
import type { Deployments, GetDeploymentsRequest } from "../model.generated.ts";
import { page } from "../page.ts";
import { ofApi } from "../stores.ts";

export function getDeployments(
	needs: Pick<ControlPlane, "apis" | "account" | "deployments">,
	request: GetDeploymentsRequest,
): Deployments {
	findApi(needs, request.restApiId);
	const { items, ...rest } = page(ofApi(needs.deployments, request.restApiId), request);
	return { items: items.map((it) => deploymentAnswer(it)), ...rest };
}
