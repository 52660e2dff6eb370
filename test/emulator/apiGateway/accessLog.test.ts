import assert from "node:assert/strict";
import { test } from "node:test";
import { deployMethod, testGateway } from "./testGateway.ts";

test("a stage's access log has a line for each call in its own format (A12, $context for access logs)", async () => {
	const gateway = await testGateway();
	const apiId = await deployMethod(gateway, { path: ["pets"] });
	const format =
		'$context.identity.sourceIp [$context.requestTime] "$context.httpMethod $context.path $context.protocol" $context.status $context.responseLength $context.integration.status $context.error.responseType $context.nothing';
	await gateway.operate("UpdateStage", {
		restApiId: apiId,
		stageName: "test",
		patchOperations: [{ op: "replace", path: "/accessLogSettings/format", value: format }],
	});
	await gateway.send(apiId, { path: "/pets" });
	await gateway.send(apiId, { path: "/none" });
	const lines = gateway.kernel.events
		.since(0)
		.flatMap((it) => (it.type === "log" && it.level === "info" ? it.text : []));
	assert.deepEqual(lines, [
		'192.0.2.1 [02/Jan/2026:03:04:05 +0000] "GET /test/pets HTTP/1.1" 200 0 200 - -',
		'192.0.2.1 [02/Jan/2026:03:04:05 +0000] "GET /test/none HTTP/1.1" 403 42 - MISSING_AUTHENTICATION_TOKEN -',
	]);
});
