import assert from "node:assert/strict";
import { test } from "node:test";
import { wireHeaders } from "../../../emulator/apiGateway/wireHeaders.ts";
import { deployMethod, functionAnswer, lambdaUri, testGateway } from "./testGateway.ts";

for (const [name, list, expected] of [
	[
		"repeated names become a list",
		[
			["a", "1"],
			["a", "2"],
		],
		{ a: ["1", "2"] },
	],
	["a line break becomes a blank", [["a", "1\r\nSet-Cookie: x"]], { a: "1  Set-Cookie: x" }],
	["another alphabet goes out as UTF-8", [["a", "é"]], { a: "\u00c3\u00a9" }],
	[
		"a name that is none is left out",
		[
			["a b", "1"],
			["", "2"],
			["ok", "3"],
		],
		{ ok: "3" },
	],
	["a dangerous name is a name like any other", [["__proto__", "1"]], { ["__proto__"]: "1" }],
] as const) {
	test(name, () => assert.deepEqual({ ...wireHeaders(list) }, expected));
}

test("a status that only announces an answer is the function's mistake", async () => {
	const gateway = await testGateway({ invokeFunction: async () => functionAnswer({ statusCode: 100 }) });
	const integration = { type: "AWS_PROXY", integrationHttpMethod: "POST", uri: lambdaUri("f") };
	const apiId = await deployMethod(gateway, { integration });
	assert.equal((await gateway.send(apiId, { path: "/" })).status, 500);
});

test("a template that fails in a file of its own is shown at the failing line", async () => {
	const gateway = await testGateway();
	const requestTemplates = { "application/json": "line one\n#if($x" };
	const apiId = await deployMethod(gateway, { integration: { type: "MOCK", requestTemplates } });
	const { items } = (await gateway.operate("GetResources", { restApiId: apiId })) as { items: { id: string }[] };
	gateway.kernel.sources.set(`apis/${apiId}/resources/${items[0]?.id}/methods/GET`, (path) => ({
		file: path.includes("RequestTemplates") ? "/app/request.vtl" : "/app/template.yaml",
		line: 1,
		column: 1,
	}));
	const answer = await gateway.send(apiId, { path: "/" });
	const frame = answer.trace?.frames.at(-1);
	assert.deepEqual([answer.status, frame?.step, frame?.outcome], [500, "integrationRequest", "failed"]);
	assert.deepEqual([frame?.source?.file, frame?.source?.line], ["/app/request.vtl", 2]);
});
