import { deploymentAnswer } from "../answers.ts";
import type { ControlPlane } from "../controlPlane.ts";
import type { DeploymentDefinition, StageDefinition } from "../definitions.ts";
import { badRequest, methodWithoutIntegration, noMethods } from "../errors.ts";
import type { CreateDeploymentRequest, Deployment } from "../model.generated.ts";
import { snapshotOf } from "../snapshot.ts";
import { checkStage, newStage } from "../stageDefaults.ts";
import { withoutUndefined } from "../withoutUndefined.ts";

/** Freezes the API as it is now, and points a stage to it when one is named. */
export async function createDeployment(needs: ControlPlane, request: CreateDeploymentRequest): Promise<Deployment> {
	const deployment = newDeployment(needs, request);
	const stage = request.stageName === undefined ? undefined : stageFor(needs, request, request.stageName, deployment);
	await needs.deployments.put(`${deployment.apiId}/${deployment.id}`, deployment);
	if (stage !== undefined) {
		await needs.stages.put(`${stage.apiId}/${stage.stageName}`, stage);
		needs.events.publish({ type: "state", kind: "stage", id: `${stage.apiId}/${stage.stageName}`, change: "updated" });
	}
	return deploymentAnswer(deployment);
}

function newDeployment(needs: ControlPlane, request: CreateDeploymentRequest): DeploymentDefinition {
	const apiId = request.restApiId;
	const snapshot = snapshotOf(needs, apiId);
	const methods = snapshot.resources.flatMap((it) => Object.values(it.methods));
	if (methods.length === 0) throw noMethods();
	if (methods.some((it) => it.methodIntegration === undefined)) throw methodWithoutIntegration();
	return withoutUndefined({
		id: needs.ids.text(6),
		apiId,
		description: request.description,
		createdDate: needs.clock.now(),
		snapshot,
	});
}

function stageFor(
	needs: ControlPlane,
	request: CreateDeploymentRequest,
	stageName: string,
	deployment: DeploymentDefinition,
): StageDefinition {
	const { restApiId: apiId, canarySettings } = request;
	const existing = needs.stages.get(`${apiId}/${stageName}`);
	const now = needs.clock.now();
	if (canarySettings !== undefined) {
		// Recorded: test_create_canary_deployment_with_stage.
		if (existing === undefined) throw badRequest("Deployment id does not exist");
		const canary = withoutUndefined({
			deploymentId: deployment.id,
			percentTraffic: canarySettings.percentTraffic ?? 0,
			stageVariableOverrides: canarySettings.stageVariableOverrides,
			useStageCache: canarySettings.useStageCache ?? false,
		});
		return { ...existing, canarySettings: canary, lastUpdatedDate: now };
	}
	const { cacheClusterEnabled, cacheClusterSize, variables, tracingEnabled, stageDescription } = request;
	const asked = withoutUndefined({
		description: stageDescription,
		cacheClusterEnabled,
		cacheClusterSize,
		variables,
		tracingEnabled,
	});
	if (existing !== undefined) return { ...existing, ...asked, deploymentId: deployment.id, lastUpdatedDate: now };
	const stage = newStage({ ...asked, apiId, stageName, deploymentId: deployment.id }, now);
	checkStage(needs, stage);
	return stage;
}
