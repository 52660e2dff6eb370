import assert from "node:assert/strict";
import { test } from "node:test";
import { deployMethod, functionAnswer, lambdaUri, type MethodSetup, testGateway } from "../testGateway.ts";

async function answered(
	payload: unknown,
	responses: NonNullable<MethodSetup["responses"]>,
	headers = {},
	failed = false,
) {
	const gateway = await testGateway({
		invokeFunction: async () => functionAnswer(payload, failed ? { functionError: "Unhandled" } : {}),
	});
	const integration = { type: "AWS", integrationHttpMethod: "POST", uri: lambdaUri("f") };
	const apiId = await deployMethod(gateway, { integration, responses });
	return gateway.send(apiId, { path: "/", headers });
}

const patterns = {
	200: {},
	400: { integration: { selectionPattern: ".*four hundred.*" } },
	500: { integration: { selectionPattern: ".+" } },
};
for (const [name, payload, status] of [
	["success goes to the response without a pattern", { a: 1 }, 200],
	[
		"an error goes to the first pattern that is the whole of its message (test_lambda_selection_patterns)",
		{ errorMessage: "Error: Raising four hundred from within" },
		400,
	],
	["another error goes on to the next pattern", { errorMessage: "Boom" }, 500],
	["the dot stops at a line's end, as Java's does", { errorMessage: "first\nsecond" }, 200],
	["a message that only begins like the pattern does not match", { errorMessage: "" }, 200],
] as const) {
	test(name, async () => {
		const failed = "errorMessage" in payload;
		const answer = await answered(payload, patterns, {}, failed);
		assert.deepEqual([answer.status, answer.body], [status, JSON.stringify(payload)]);
	});
}

test("no match and no default is AWS's 500, and the frame says why", async () => {
	const answer = await answered({ a: 1 }, { 400: { integration: { selectionPattern: "x" } } });
	assert.deepEqual([answer.status, answer.body], [500, '{"message":"Internal server error"}']);
	assert.match(answer.trace?.frames.at(-1)?.summary ?? "", /no integration response matches/);
});

const templates = { "application/json": "json", "application/xml": "xml" };
for (const [accept, responseTemplates, body, contentType] of [
	[undefined, templates, "json", "application/json"],
	["application/xml", templates, "xml", "application/xml"],
	["application/xml;q=0.9, */*", templates, "xml", "application/xml"],
	["text/html", templates, "json", "application/json"],
	["text/html", { "application/xml": "xml" }, "xml", "application/xml"],
	["text/html", {}, '"as it came"', "application/json"],
] as const) {
	const names = Object.keys(responseTemplates).join(" and ") || "no templates";
	test(`Accept ${accept}, ${names}: ${body}`, async () => {
		const headers = accept === undefined ? {} : { Accept: accept };
		const answer = await answered('"as it came"', { 200: { integration: { responseTemplates } } }, headers);
		assert.deepEqual([answer.body, answer.headers["content-type"]], [body, contentType]);
	});
}

test("headers come from what the method declares and the mapping gives", async () => {
	const name = (header: string) => `method.response.header.${header}`;
	const sources = {
		[name("Access-Control-Allow-Origin")]: "'*'",
		[name("x-first")]: "integration.response.body.items[0].id",
		[name("x-type")]: "integration.response.header.Content-Type",
		[name("x-request")]: "context.requestId",
		[name("x-none")]: "integration.response.header.nothing",
	};
	const declared = Object.fromEntries(Object.keys(sources).map((it) => [it, true]));
	const answer = await answered(
		{ items: [{ id: 7 }] },
		{ 200: { method: { responseParameters: declared }, integration: { responseParameters: sources } } },
	);
	assert.equal(answer.headers["access-control-allow-origin"], "*");
	assert.equal(answer.headers["x-first"], "7");
	assert.equal(answer.headers["x-type"], "application/json");
	assert.equal(answer.headers["x-request"], answer.headers["x-amzn-requestid"]);
	assert.equal("x-none" in answer.headers, false);
});
