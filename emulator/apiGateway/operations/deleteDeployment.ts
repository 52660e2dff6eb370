import type { ControlPlane } from "../controlPlane.ts";
import { deploymentInUse, deploymentNotFound } from "../errors.ts";
import type { DeleteDeploymentRequest } from "../model.generated.ts";
import { ofApi } from "../stores.ts";

/** Recorded: test_create_delete_deployments. */
export async function deleteDeployment(
	{ deployments, stages }: Pick<ControlPlane, "deployments" | "stages">,
	{ restApiId, deploymentId }: DeleteDeploymentRequest,
): Promise<object> {
	if (deployments.get(`${restApiId}/${deploymentId}`) === undefined) throw deploymentNotFound();
	const inUse = ofApi(stages, restApiId).some(
		(it) => it.deploymentId === deploymentId || it.canarySettings?.deploymentId === deploymentId,
	);
	if (inUse) throw deploymentInUse();
	await deployments.delete(`${restApiId}/${deploymentId}`);
	return {};
}
