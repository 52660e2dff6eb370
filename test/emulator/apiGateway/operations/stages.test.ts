import assert from "node:assert/strict";
import { test } from "node:test";
import { addMethod, createApi, deploy, mock, startMs, testGateway } from "../testGateway.ts";

test("a new stage has AWS's defaults, and patches set its members and methods (test_create_update_stages)", async () => {
	const { operate, restApiId, deploymentId } = await deployed();
	const stageName = "s1";
	const date = new Date(startMs);
	const stage = {
		stageName,
		deploymentId,
		description: "my stage",
		cacheClusterEnabled: false,
		cacheClusterStatus: "NOT_AVAILABLE",
		methodSettings: {},
		tracingEnabled: false,
		createdDate: date,
		lastUpdatedDate: date,
	};
	assert.deepEqual(
		await operate("CreateStage", { restApiId, stageName, deploymentId, description: "my stage" }),
		stage,
	);
	const setting = {
		cacheDataEncrypted: false,
		cacheTtlInSeconds: 300,
		cachingEnabled: true,
		dataTraceEnabled: false,
		metricsEnabled: false,
		requireAuthorizationForCacheControl: true,
		throttlingBurstLimit: 123,
		throttlingRateLimit: 10_000,
		unauthorizedCacheControlHeaderStrategy: "SUCCEED_WITH_RESPONSE_HEADER",
	};
	const patchOperations = [
		{ op: "replace", path: "/*/*/throttling/burstLimit", value: "123" },
		{ op: "replace", path: "/*/*/caching/enabled", value: "true" },
		{ op: "replace", path: "/test/GET/throttling/burstLimit", value: "124" },
		{ op: "replace", path: "/tracingEnabled", value: "true" },
		{ op: "replace", path: "/variables/var1", value: "test" },
	];
	assert.deepEqual(await operate("UpdateStage", { restApiId, stageName, patchOperations }), {
		...stage,
		tracingEnabled: true,
		variables: { var1: "test" },
		methodSettings: { "*/*": setting, "test/GET": { ...setting, throttlingBurstLimit: 124 } },
	});
});

test("a canary comes by patches, is promoted by copies, and goes (test_update_stage_with_copy_ops)", async () => {
	const { operate, restApiId } = await deployed();
	const second = String((await operate("CreateDeployment", { restApiId }))["id"]);
	const update = async (...patchOperations: object[]) =>
		operate("UpdateStage", { restApiId, stageName: "test", patchOperations });
	const { canarySettings } = await update(
		{ op: "replace", path: "/canarySettings/deploymentId", value: second },
		{ op: "replace", path: "/canarySettings/percentTraffic", value: "50" },
		{ op: "replace", path: "/canarySettings/stageVariableOverrides/testVar", value: "override" },
	);
	assert.deepEqual(canarySettings, {
		deploymentId: second,
		percentTraffic: 50,
		useStageCache: false,
		stageVariableOverrides: { testVar: "override" },
	});
	const promoted = await update(
		{ op: "copy", path: "/deploymentId", from: "/canarySettings/deploymentId" },
		{ op: "copy", path: "/variables", from: "/canarySettings/stageVariableOverrides" },
		{ op: "remove", path: "/canarySettings" },
	);
	assert.deepEqual(
		[promoted["deploymentId"], promoted["variables"], promoted["canarySettings"]],
		[second, { testVar: "override" }, undefined],
	);
});

test("a deployment that a stage points to stays (test_create_delete_deployments)", async () => {
	const { operate, restApiId, deploymentId } = await deployed();
	const message = "Active stages pointing to this deployment must be moved or deleted";
	await assert.rejects(operate("DeleteDeployment", { restApiId, deploymentId }), {
		code: "BadRequestException",
		message,
	});
	await operate("DeleteStage", { restApiId, stageName: "test" });
	await operate("DeleteDeployment", { restApiId, deploymentId });
	assert.deepEqual(await operate("GetDeployments", { restApiId }), { items: [] });
});

test("an API without methods, or with one that does nothing, is not deployed", async () => {
	const gateway = await testGateway();
	const restApiId = await createApi(gateway);
	const message = "The REST API doesn't contain any methods";
	await assert.rejects(gateway.operate("CreateDeployment", { restApiId }), { code: "BadRequestException", message });
	const address = await addMethod(gateway, restApiId, {});
	await gateway.operate("DeleteIntegration", address);
	const second = "No integration defined for method";
	await assert.rejects(gateway.operate("CreateDeployment", { restApiId }), {
		code: "BadRequestException",
		message: second,
	});
});

test("what is edited after a deployment does nothing until the next", async () => {
	const gateway = await testGateway();
	const restApiId = await createApi(gateway);
	const address = await addMethod(gateway, restApiId, { integration: mock });
	await deploy(gateway, restApiId);
	await gateway.operate("DeleteMethod", address);
	assert.equal((await gateway.send(restApiId, { path: "/" })).status, 200);
	await addMethod(gateway, restApiId, { method: "POST" });
	await gateway.operate("CreateDeployment", { restApiId, stageName: "test" });
	assert.equal((await gateway.send(restApiId, { path: "/" })).status, 403);
	assert.equal((await gateway.send(restApiId, { method: "POST", path: "/" })).status, 200);
});

const invalidPath =
	/^Invalid method setting path: \/canarySettings\/badPath\. Must be one of: \[\/deploymentId, .*, \/tracingEnabled\]$/;

for (const [name, patchOperation, message] of [
	[
		"an unknown deployment (test_update_stage_canary_deployment_validation)",
		{ op: "replace", path: "/canarySettings/deploymentId", value: "none" },
		"Deployment id does not exist",
	],
	[
		"adding a canary's deployment",
		{ op: "add", path: "/canarySettings/deploymentId", value: "x" },
		"Invalid add operation with path: /canarySettings/deploymentId",
	],
	[
		"removing what is not there",
		{ op: "remove", path: "/canarySettings/stageVariableOverrides" },
		"Cannot remove method setting canarySettings/stageVariableOverrides because there is no method setting for this method ",
	],
	["a member that there is not", { op: "replace", path: "/canarySettings/badPath", value: "x" }, invalidPath],
	[
		"promoting no canary",
		{ op: "copy", path: "/deploymentId", from: "/canarySettings/deploymentId" },
		"Promotion not available. Canary does not exist.",
	],
	[
		"copying what is not a canary's",
		{ op: "copy", path: "/canarySettings/stageVariableOverrides", from: "/variables" },
		"Invalid copy operation with path: /canarySettings/stageVariableOverrides and from /variables. Valid copy:path are [/deploymentId, /variables] and valid copy:from are [/canarySettings/deploymentId, /canarySettings/stageVariableOverrides]",
	],
] as const) {
	test(`refuses ${name}`, async () => {
		const { operate, restApiId } = await deployed();
		const call = operate("UpdateStage", { restApiId, stageName: "test", patchOperations: [patchOperation] });
		await assert.rejects(call, { code: "BadRequestException", message });
	});
}

async function deployed() {
	const gateway = await testGateway();
	const restApiId = await createApi(gateway);
	await addMethod(gateway, restApiId, {});
	const deploymentId = await deploy(gateway, restApiId);
	return { operate: gateway.operate, restApiId, deploymentId };
}
