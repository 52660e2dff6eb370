import assert from "node:assert/strict";
import { test } from "node:test";
import { deployMethod, testGateway } from "../testGateway.ts";

for (const [name, method, path] of [
	["an unknown path", "GET", "/nothing"],
	["a wrong method", "POST", "/hello"],
	["a path below a resource", "GET", "/hello/more"],
] as const) {
	test(`${name} is 403 Missing Authentication Token (test_routing_not_found)`, async () => {
		const gateway = await testGateway();
		const apiId = await deployMethod(gateway, { path: ["hello"] });
		const answer = await gateway.send(apiId, { method, path });
		assert.equal(answer.status, 403);
		assert.equal(answer.body, '{"message":"Missing Authentication Token"}');
		assert.equal(answer.headers["x-amzn-errortype"], "MissingAuthenticationTokenException");
		const [frame, ...rest] = answer.trace?.frames ?? [];
		assert.deepEqual([frame?.step, frame?.outcome, rest.length], ["route", "ended", 0]);
		assert.match(frame?.summary ?? "", /hello/);
	});
}

test("an API or stage that is not there is 403 Forbidden", async () => {
	const gateway = await testGateway();
	const apiId = await deployMethod(gateway, {});
	const answer = await gateway.send(apiId, { path: "/", stage: "other" });
	assert.deepEqual([answer.status, answer.body], [403, '{"message":"Forbidden"}']);
});
