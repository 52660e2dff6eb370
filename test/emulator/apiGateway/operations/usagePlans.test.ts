import assert from "node:assert/strict";
import { test } from "node:test";
import { addMethod, createApi, deploy, testGateway } from "../testGateway.ts";

test("a usage plan is made, patched and shown (test_usage_plan_crud)", async () => {
	const { operate, restApiId } = await deployed();
	const apiStages = [{ apiId: restApiId, stage: "test" }];
	const { id, ...made } = await operate("CreateUsagePlan", { name: "plan", description: "d", apiStages });
	assert.deepEqual(made, { name: "plan", description: "d", apiStages });
	const patchOperations = [
		{ op: "replace", path: "/throttle/burstLimit", value: "100" },
		{ op: "replace", path: "/throttle/rateLimit", value: "200" },
		{ op: "replace", path: "/quota/limit", value: "5000" },
		{ op: "replace", path: "/quota/period", value: "MONTH" },
	];
	const throttle = { burstLimit: 100, rateLimit: 200 };
	const quota = { limit: 5000, offset: 0, period: "MONTH" };
	const patched = { ...made, id, throttle, quota, tags: {} };
	assert.deepEqual(await operate("UpdateUsagePlan", { usagePlanId: id, patchOperations }), patched);
	assert.deepEqual(await operate("GetUsagePlan", { usagePlanId: id }), patched);
	const perMethod = [
		{ op: "add", path: `/apiStages/${restApiId}:test/throttle/~1pets/GET/rateLimit`, value: "5" },
		{ op: "remove", path: "/throttle" },
	];
	const third = await operate("UpdateUsagePlan", { usagePlanId: id, patchOperations: perMethod });
	assert.deepEqual(third["apiStages"], [{ ...apiStages[0], throttle: { "/pets/GET": { rateLimit: 5 } } }]);
	assert.equal(third["throttle"], undefined);
});

for (const [name, value, code, message] of [
	["no stage", undefined, "BadRequestException", "Invalid API Stage specified"],
	["a stage that is no pair", "test", "BadRequestException", "Invalid API Stage specified"],
	[
		"a stage of an API that is not there",
		"APIb:test",
		"NotFoundException",
		"Invalid API Stage {api: APIb, stage: test} specified for usageplan PLAN",
	],
	[
		"a stage that is not there",
		"API:fakestagename",
		"NotFoundException",
		"Invalid API Stage {api: API, stage: fakestagename} specified for usageplan PLAN",
	],
] as const) {
	test(`refuses ${name} (test_usage_plan_crud)`, async () => {
		const { operate, restApiId } = await deployed();
		const usagePlanId = String((await operate("CreateUsagePlan", { name: "plan" }))["id"]);
		const patchOperations = [{ op: "add", path: "/apiStages", value: value?.replace("API", restApiId) }];
		const expected = message
			.replace("APIb", "APIb")
			.replace(/API(?=b|,)/, restApiId)
			.replace("PLAN", usagePlanId);
		await assert.rejects(operate("UpdateUsagePlan", { usagePlanId, patchOperations }), { code, message: expected });
	});
}

test("keys are found by the beginning of their name, newest first, without their value (test_get_api_keys)", async () => {
	const { operate } = await testGateway();
	const first = await operate("CreateApiKey", { name: "test-key-one" });
	const second = await operate("CreateApiKey", { name: "test-key-two", enabled: true });
	assert.match(String(first["value"]), /^[A-Za-z0-9]{40}$/);
	assert.deepEqual([first["enabled"], first["stageKeys"], first["tags"]], [false, [], undefined]);
	const names = async (request: object) =>
		((await operate("GetApiKeys", request)) as { items: { name: string; value?: string }[] }).items.map(
			(it) => it.name + (it.value ?? ""),
		);
	assert.deepEqual(await names({}), ["test-key-two", "test-key-one"]);
	assert.deepEqual(await names({ nameQuery: "test-key-o" }), ["test-key-one"]);
	assert.deepEqual(await names({ nameQuery: "Test-key" }), []);
	assert.deepEqual(await names({ nameQuery: "key" }), []);
	assert.deepEqual(await names({ nameQuery: "test-key-o", includeValues: true }), [
		`test-key-one${String(first["value"])}`,
	]);
	const page = await operate("GetApiKeys", { limit: 1 });
	assert.deepEqual(await names({ limit: 1, position: page["position"] }), ["test-key-one"]);
	const patchOperations = [{ op: "replace", path: "/enabled", value: "false" }];
	const disabled = await operate("UpdateApiKey", { apiKey: second["id"], patchOperations });
	assert.deepEqual([disabled["enabled"], disabled["tags"], disabled["value"]], [false, {}, undefined]);
	await assert.rejects(operate("CreateApiKey", { name: "x".repeat(1025) }), {
		code: "BadRequestException",
		message: "Invalid API Key name, can be at most 1024 characters.",
	});
});

async function deployed() {
	const gateway = await testGateway();
	const restApiId = await createApi(gateway);
	await addMethod(gateway, restApiId, {});
	await deploy(gateway, restApiId);
	return { operate: gateway.operate, restApiId };
}
