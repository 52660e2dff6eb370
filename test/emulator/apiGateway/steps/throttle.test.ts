import assert from "node:assert/strict";
import { test } from "node:test";
import { deployMethod, type TestGateway, testGateway } from "../testGateway.ts";

test("a method's bucket empties by its burst and fills by its rate, on the virtual clock", async () => {
	const gateway = await testGateway();
	const apiId = await deployMethod(gateway, { path: ["pets"] });
	const setting = (path: string, value: string) => ({ op: "replace", path: `/~1pets/GET/throttling/${path}`, value });
	const patchOperations = [setting("burstLimit", "2"), setting("rateLimit", "1")];
	await gateway.operate("UpdateStage", { restApiId: apiId, stageName: "test", patchOperations });
	assert.deepEqual(await statuses(gateway, apiId, 3), [200, 200, 429]);
	gateway.kernel.clock.advance(1000);
	assert.deepEqual(await statuses(gateway, apiId, 2), [200, 429]);
	const answer = await gateway.send(apiId, { path: "/pets" });
	assert.equal(answer.body, '{"message":"Too Many Requests"}');
	assert.equal(answer.headers["x-amzn-errortype"], "TooManyRequestsException");
});

test("a usage plan throttles each of its keys, and its quota ends with the day", async () => {
	const gateway = await testGateway();
	const apiId = await deployMethod(gateway, { path: ["pets"], methodOptions: { apiKeyRequired: true } });
	const plan = await gateway.operate("CreateUsagePlan", {
		name: "p",
		apiStages: [{ apiId, stage: "test" }],
		throttle: { rateLimit: 1, burstLimit: 3 },
		quota: { limit: 4, period: "DAY" },
	});
	const keys: string[] = [];
	for (const name of ["a", "b"]) {
		const { id, value } = await gateway.operate("CreateApiKey", { name, enabled: true });
		await gateway.operate("CreateUsagePlanKey", { usagePlanId: plan["id"], keyId: id, keyType: "API_KEY" });
		keys.push(String(value));
	}
	assert.deepEqual(await statuses(gateway, apiId, 4, keys[0]), [200, 200, 200, 429]);
	assert.deepEqual(await statuses(gateway, apiId, 1, keys[1]), [200]);
	gateway.kernel.clock.advance(10_000);
	assert.deepEqual(await statuses(gateway, apiId, 2, keys[0]), [200, 429]);
	const answer = await gateway.send(apiId, { path: "/pets", headers: { "x-api-key": keys[0] ?? "" } });
	assert.equal(answer.body, '{"message":"Limit Exceeded"}');
	assert.equal(answer.headers["x-amzn-errortype"], "LimitExceededException");
	gateway.kernel.clock.advance(24 * 3600 * 1000);
	assert.deepEqual(await statuses(gateway, apiId, 1, keys[0]), [200]);
});

async function statuses(gateway: TestGateway, apiId: string, count: number, key?: string): Promise<number[]> {
	const result: number[] = [];
	for (let i = 0; i < count; i++) {
		const headers: Record<string, string> = key === undefined ? {} : { "x-api-key": key };
		result.push((await gateway.send(apiId, { path: "/pets", headers })).status);
	}
	return result;
}
