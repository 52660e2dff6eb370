import assert from "node:assert/strict";
import { test } from "node:test";
import { deployMethod, testGateway } from "../testGateway.ts";

test("a stage with a cache is served without it, and told so once", async () => {
	const gateway = await testGateway();
	const apiId = await deployMethod(gateway, { stage: { cacheClusterEnabled: true } });
	for (let i = 0; i < 3; i++) {
		const answer = await gateway.send(apiId, { path: "/" });
		assert.match(answer.trace?.frames.find((it) => it.step === "cache")?.summary ?? "", /does not cache yet/);
	}
	const warnings = gateway.kernel.events.since(0).filter((it) => it.type === "log" && it.level === "warn");
	assert.equal(warnings.length, 1);
});
