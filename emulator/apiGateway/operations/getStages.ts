import { stageAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import { findApi } from "../lookup.ts";
import type { GetStagesRequest, Stages } from "../model.generated.ts";
import { ofApi } from "../stores.ts";

export function getStages(
	needs: Pick<ControlPlane, "apis" | "account" | "stages">,
	{ restApiId, deploymentId }: GetStagesRequest,
): Stages {
	findApi(needs, restApiId);
	const stages = ofApi(needs.stages, restApiId);
	const wanted = deploymentId === undefined ? stages : stages.filter((it) => it.deploymentId === deploymentId);
	return { item: wanted.map(stageAnswer) };
}
