import { deploymentAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import { deploymentNotFound } from "../errors.ts";
import type { Deployment, GetDeploymentRequest } from "../model.generated.ts";

export function getDeployment(
	{ deployments }: Pick<ControlPlane, "deployments">,
	{ restApiId, deploymentId, embed }: GetDeploymentRequest,
): Deployment {
	const deployment = deployments.get(`${restApiId}/${deploymentId}`);
	if (deployment === undefined) throw deploymentNotFound();
	return deploymentAnswer(deployment, embed);
}
