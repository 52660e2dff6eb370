import { deploymentAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import { deploymentNotFound } from "../errors.ts";
import type { Deployment, UpdateDeploymentRequest } from "../model.generated.ts";
import { patch, refuseWithList, replaceable } from "../patch.ts";

/** Only the description: what was deployed stays as it was. */
export async function updateDeployment(
	{ deployments }: Pick<ControlPlane, "deployments">,
	{ restApiId, deploymentId, patchOperations }: UpdateDeploymentRequest,
): Promise<Deployment> {
	const deployment = deployments.get(`${restApiId}/${deploymentId}`);
	if (deployment === undefined) throw deploymentNotFound();
	const patched = patch(deployment, patchOperations, rules, refuseWithList);
	await deployments.put(`${restApiId}/${deploymentId}`, patched);
	return deploymentAnswer(patched);
}

const rules = replaceable("text", "/description");
