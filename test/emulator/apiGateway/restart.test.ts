import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { diskDocuments } from "../../../emulator/aws/nedbDocuments.ts";
import { deployMethod, testGateway } from "./testGateway.ts";

test("what was deployed answers after a restart, with its keys, plans and stage variables", async (t) => {
	const dir = mkdtempSync(join(tmpdir(), "gatewright-"));
	t.after(() => rmSync(dir, { recursive: true, force: true }));
	const before = await testGateway({}, diskDocuments(dir));
	const apiId = await deployMethod(before, {
		path: ["pets", "{id}"],
		methodOptions: { apiKeyRequired: true },
		responses: {
			200: { integration: { responseTemplates: { "application/json": "$input.params('id') $stageVariables.env" } } },
		},
		stage: { variables: { env: "blue" } },
	});
	const { id, value } = await before.operate("CreateApiKey", { name: "k", enabled: true });
	const plan = await before.operate("CreateUsagePlan", { name: "p", apiStages: [{ apiId, stage: "test" }] });
	await before.operate("CreateUsagePlanKey", { usagePlanId: plan["id"], keyId: id, keyType: "API_KEY" });
	await before.gateway.close();

	const after = await testGateway({}, diskDocuments(dir));
	const answer = await after.send(apiId, { path: "/pets/7", headers: { "x-api-key": String(value) } });
	assert.deepEqual([answer.status, answer.body], [200, "7 blue"]);
	assert.deepEqual(after.gateway.deployedStages(), [{ apiId, apiName: "test", stage: "test" }]);
	assert.deepEqual(
		await after.operate("GetRestApi", { restApiId: apiId }),
		await before.operate("GetRestApi", { restApiId: apiId }),
	);
});

test("operations that change one thing at once lose nothing of each other", async () => {
	const gateway = await testGateway();
	const apiId = await deployMethod(gateway, { responses: {} });
	const { items } = (await gateway.operate("GetResources", { restApiId: apiId })) as { items: { id: string }[] };
	const address = { restApiId: apiId, resourceId: items[0]?.id, httpMethod: "GET" };
	const statuses = ["200", "201", "400", "404", "500"];
	await Promise.all(statuses.map((statusCode) => gateway.operate("PutMethodResponse", { ...address, statusCode })));
	const { methodResponses = {} } = await gateway.operate("GetMethod", address);
	assert.deepEqual(Object.keys(methodResponses as object), statuses);
});
