import assert from "node:assert/strict";
import { test } from "node:test";
import type { WireRequest } from "../../../../emulator/aws/wire.ts";
import { deployMethod, type MethodSetup, type SentRequest, testGateway } from "../testGateway.ts";

/** An integration with a service, whose request a test can look at. */
async function sent(setup: MethodSetup, request: SentRequest, stage: object = {}) {
	const requests: WireRequest[] = [];
	const gateway = await testGateway({
		async callAws(_, wire) {
			requests.push(wire);
			return { status: 200, headers: {}, body: "{}" };
		},
	});
	const integration = {
		type: "AWS",
		integrationHttpMethod: "POST",
		credentials: "arn:aws:iam::000000000000:role/any",
		uri: "arn:aws:apigateway:eu-central-1:s3:path/bucket/{key}",
		...setup.integration,
	};
	const apiId = await deployMethod(gateway, { method: "POST", ...setup, integration, stage });
	const answer = await gateway.send(apiId, { method: "POST", ...request });
	return { answer, wire: requests[0] };
}

const json = { "application/json": "from-template" };
for (const [behaviour, templates, contentType, expected] of [
	["WHEN_NO_MATCH", {}, "application/json", "as it came"],
	["WHEN_NO_MATCH", json, "application/json", "from-template"],
	["WHEN_NO_MATCH", json, "text/plain", "as it came"],
	["WHEN_NO_TEMPLATES", {}, "text/plain", "as it came"],
	["WHEN_NO_TEMPLATES", json, "application/json", "from-template"],
	["WHEN_NO_TEMPLATES", json, "text/plain", 415],
	["NEVER", {}, "application/json", 415],
	["NEVER", json, "application/json", "from-template"],
	["NEVER", json, "text/plain", 415],
	["NEVER", json, undefined, "from-template"],
	["NEVER", json, "application/json; charset=utf-8", "from-template"],
	["NEVER", { $default: "by default" }, "text/plain", "by default"],
] as const) {
	const names = Object.keys(templates).join(", ") || "no templates";
	test(`${behaviour}, ${names}, ${contentType ?? "no content type"}: ${expected}`, async () => {
		const { answer, wire } = await sent(
			{ integration: { passthroughBehavior: behaviour, requestTemplates: templates } },
			{ path: "/", body: "as it came", ...(contentType ? { headers: { "Content-Type": contentType } } : {}) },
		);
		if (expected !== 415) return assert.equal(wire?.body.toString(), expected);
		assert.equal(answer.status, 415);
		assert.equal(answer.body, '{"message":"Unsupported Media Type"}');
	});
}

const everything = {
	"method.request.path.id": true,
	"method.request.querystring.q": true,
	"method.request.header.X-Own": true,
};
for (const [source, expected] of [
	["'static text'", "static text"],
	["method.request.path.id", "a%20b"],
	["method.request.querystring.q", "two"],
	["method.request.multivaluequerystring.q", "one, two"],
	["method.request.header.X-Own", "own"],
	["method.request.body", '{"user":{"names":["Ada"]}}'],
	["method.request.body.user.names[0]", "Ada"],
	["method.request.body.$.user", '{"names":["Ada"]}'],
	["method.request.body.nothing", undefined],
	["context.stage", "test"],
	["context.identity.sourceIp", "192.0.2.1"],
	["stageVariables.env", "blue"],
	["stageVariables.none", undefined],
] as const) {
	test(`maps ${source} to ${expected}`, async () => {
		const { wire } = await sent(
			{
				path: ["{id}"],
				methodOptions: { requestParameters: everything },
				integration: { requestParameters: { "integration.request.header.x-mapped": source } },
			},
			{ path: "/a%20b?q=one&q=two", headers: { "x-own": "own" }, body: '{"user":{"names":["Ada"]}}' },
			{ variables: { env: "blue" } },
		);
		assert.equal(wire?.headers["x-mapped"], expected);
	});
}

test("path parameters and stage variables fill the URI, query strings are appended", async () => {
	const { wire } = await sent(
		{
			path: ["{id}"],
			methodOptions: { requestParameters: everything },
			integration: {
				uri: "arn:aws:apigateway:eu-central-1:s3:path/${stageVariables.bucket}/{key}",
				requestParameters: {
					"integration.request.path.key": "method.request.path.id",
					"integration.request.querystring.list": "method.request.querystring.q",
				},
			},
		},
		{ path: "/k1?q=x+y" },
		{ variables: { bucket: "b1" } },
	);
	assert.deepEqual([wire?.path, wire?.query], ["/b1/k1", "list=x+y"]);
});

for (const [header, status] of [
	["Content-Length", 500],
	["Transfer-Encoding", 500],
	["Authorization", 500],
	["TE", 500],
	["Age", 200],
] as const) {
	test(`a mapping to ${header} is answered ${status} (test_apigateway_header_remapping_aws)`, async () => {
		const requestParameters = { [`integration.request.header.${header}`]: "'1'" };
		const { answer } = await sent({ integration: { requestParameters } }, { path: "/" });
		assert.equal(answer.status, status);
		if (status === 500) assert.equal(answer.headers["x-amzn-errortype"], "InternalServerErrorException");
	});
}

test("no header of the client's reaches a service that no mapping sends there", async () => {
	const { wire } = await sent({}, { path: "/", headers: { "X-Own": "1", Authorization: "secret" } });
	assert.deepEqual(Object.keys(wire?.headers ?? {}).toSorted(), [
		"content-length",
		"content-type",
		"host",
		"x-amzn-trace-id",
	]);
	assert.equal(wire?.headers["host"], "s3.eu-central-1.amazonaws.com");
});

test("the frame masks what would let somebody else sign in", async () => {
	const { answer } = await sent({}, { path: "/", headers: { Authorization: "Bearer abc" } });
	const frame = answer.trace?.frames.find((it) => it.step === "integrationRequest");
	assert.equal(JSON.stringify(frame).includes("abc"), false);
	const before = frame?.before as { headers: Record<string, string> } | undefined; // what this step records
	assert.equal(before?.headers["Authorization"], "Bearer ***");
});
