import { stageAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import { deploymentDoesNotExist, stageExists } from "../errors.ts";
import { findApi } from "../lookup.ts";
import type { CreateStageRequest, Stage } from "../model.generated.ts";
import { checkStage, newStage } from "../stageDefaults.ts";
import { withoutUndefined } from "../withoutUndefined.ts";

export async function createStage(
	needs: Pick<ControlPlane, "apis" | "account" | "stages" | "deployments" | "clock" | "events">,
	request: CreateStageRequest,
): Promise<Stage> {
	const { restApiId: apiId, canarySettings, ...asked } = request;
	findApi(needs, apiId);
	if (needs.deployments.get(`${apiId}/${request.deploymentId}`) === undefined) throw deploymentDoesNotExist();
	const canary = canarySettings && {
		...canarySettings,
		deploymentId: canarySettings.deploymentId ?? request.deploymentId,
		percentTraffic: canarySettings.percentTraffic ?? 0,
		useStageCache: canarySettings.useStageCache ?? false,
	};
	if (canary && needs.deployments.get(`${apiId}/${canary.deploymentId}`) === undefined) throw deploymentDoesNotExist();
	const stage = newStage(withoutUndefined({ ...asked, apiId, canarySettings: canary }), needs.clock.now());
	if (needs.stages.get(`${apiId}/${stage.stageName}`) !== undefined) throw stageExists();
	checkStage(needs, stage);
	await needs.stages.put(`${apiId}/${stage.stageName}`, stage);
	needs.events.publish({ type: "state", kind: "stage", id: `${apiId}/${stage.stageName}`, change: "created" });
	return stageAnswer(stage);
}
