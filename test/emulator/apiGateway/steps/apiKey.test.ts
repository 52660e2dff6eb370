import assert from "node:assert/strict";
import { test } from "node:test";
import { deployMethod, testGateway } from "../testGateway.ts";

for (const [name, { enabled, planned, header }, status] of [
	["no key", { enabled: true, planned: true, header: undefined }, 403],
	["an unknown key", { enabled: true, planned: true, header: "nobody-has-this-key-here" }, 403],
	["a disabled key", { enabled: false, planned: true, header: "own" }, 403],
	["a key in no usage plan of the stage", { enabled: true, planned: false, header: "own" }, 403],
	["an enabled key in a usage plan of the stage", { enabled: true, planned: true, header: "own" }, 200],
] as const) {
	test(`${name} is answered ${status}`, async () => {
		const gateway = await testGateway();
		const apiId = await deployMethod(gateway, { methodOptions: { apiKeyRequired: true } });
		const key = await gateway.operate("CreateApiKey", { name: "k", enabled });
		const apiStages = planned ? [{ apiId, stage: "test" }] : [];
		const plan = await gateway.operate("CreateUsagePlan", { name: "p", apiStages });
		await gateway.operate("CreateUsagePlanKey", { usagePlanId: plan["id"], keyId: key["id"], keyType: "API_KEY" });
		const value = header === "own" ? String(key["value"]) : header;
		const answer = await gateway.send(apiId, { path: "/", ...(value ? { headers: { "X-Api-Key": value } } : {}) });
		assert.equal(answer.status, status);
		if (status === 403) {
			assert.equal(answer.body, '{"message":"Forbidden"}');
			assert.equal(answer.headers["x-amzn-errortype"], "ForbiddenException");
		}
	});
}
