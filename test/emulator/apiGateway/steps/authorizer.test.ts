import assert from "node:assert/strict";
import { test } from "node:test";
import { deployMethod, testGateway } from "../testGateway.ts";

test("a method that asks for IAM is refused, loudly, as long as nobody can look at the signature", async () => {
	const gateway = await testGateway();
	const apiId = await deployMethod(gateway, { methodOptions: { authorizationType: "AWS_IAM" } });
	const answer = await gateway.send(apiId, { path: "/" });
	assert.deepEqual([answer.status, answer.body], [500, '{"message":null}']);
	assert.match(answer.trace?.frames.at(-1)?.summary ?? "", /does not run AWS_IAM authorizers yet/);
	const logs = gateway.kernel.events
		.since(0)
		.flatMap((it) => (it.type === "log" && it.level === "error" ? it.text : []));
	assert.ok(logs.some((it) => it.includes("does not run AWS_IAM authorizers yet")));
});
