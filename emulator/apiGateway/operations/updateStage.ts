import { stageAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import type { StageDefinition } from "../definitions.ts";
import { deploymentDoesNotExist, stageNotFound } from "../errors.ts";
import type { Stage, UpdateStageRequest } from "../model.generated.ts";
import { flushAll } from "../stageCache/cacheOf.ts";
import { checkVariables } from "../stageDefaults.ts";
import { patchStage } from "../stagePatch.ts";

/** Recorded: test_create_update_stages, test_create_canary_deployment_by_stage_update, test_update_stage_with_copy_ops. */
export async function updateStage(
	{
		stages,
		deployments,
		clock,
		events,
		stageCache,
	}: Pick<ControlPlane, "stages" | "deployments" | "clock" | "events" | "stageCache">,
	{ restApiId, stageName, patchOperations = [] }: UpdateStageRequest,
): Promise<Stage> {
	const key = `${restApiId}/${stageName}`;
	const stage = stages.get(key);
	if (stage === undefined) throw stageNotFound();
	let patched: StageDefinition = stage;
	for (const operation of patchOperations) patched = patchStage(patched, operation);
	for (const id of [patched.deploymentId, patched.canarySettings?.deploymentId]) {
		if (id !== undefined && deployments.get(`${restApiId}/${id}`) === undefined) throw deploymentDoesNotExist();
	}
	checkVariables(patched.variables ?? {});
	patched = { ...patched, lastUpdatedDate: clock.now() };
	await stages.put(key, patched);
	// Another cluster, or none: what the old one held is gone (docs: api-gateway-caching).
	if (clusterOf(patched) !== clusterOf(stage)) flushAll(stageCache, key);
	events.publish({ type: "state", kind: "stage", id: key, change: "updated" });
	return stageAnswer(patched);
}

const clusterOf = ({ cacheClusterEnabled, cacheClusterSize }: StageDefinition) =>
	cacheClusterEnabled ? cacheClusterSize : undefined;
