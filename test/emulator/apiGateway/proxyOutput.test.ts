import assert from "node:assert/strict";
import { test } from "node:test";
import { deployMethod, functionAnswer, lambdaUri, testGateway } from "./testGateway.ts";

const badGateway = [502, '{"message":"Internal server error"}'] as const;

/** What AWS takes and refuses is recorded: test_aws_proxy_response_payload_format_validation. */
for (const [name, payload, [status, body, headers = {}]] of [
	["no body", { statusCode: 200 }, [200, ""]],
	[
		"headers of all kinds",
		{ statusCode: 200, headers: { "test-header": "value", "header-bool": true } },
		[200, "", { "test-header": "value", "header-bool": "true" }],
	],
	["headers that are null", { statusCode: 200, headers: null, body: "x" }, [200, "x"]],
	["a member that does not belong", { statusCode: 200, wrongValue: "value" }, badGateway],
	["an empty object", {}, badGateway],
	[
		"base64 while no media type is binary",
		{ statusCode: 200, body: "dGVzdC1kYXRh", isBase64Encoded: true },
		[200, "dGVzdC1kYXRh"],
	],
	[
		"several values",
		{ statusCode: 200, multiValueHeaders: { "test-multi": ["value1", "value2"] } },
		[200, "", { "test-multi": "value1, value2" }],
	],
	[
		"one name in both maps",
		{ statusCode: 200, headers: { "test-multi": "value-solo" }, multiValueHeaders: { "test-multi": ["value-multi"] } },
		[200, "", { "test-multi": "value-multi, value-solo" }],
	],
	["several values that are no list", { statusCode: 200, multiValueHeaders: { "test-multi": "value1" } }, badGateway],
	["a status that is no number", { statusCode: "test" }, badGateway],
	["a status as text", { statusCode: "201" }, [201, ""]],
	["just a string", JSON.stringify("hello"), badGateway],
	["no JSON", "hello", badGateway],
	["only headers", { headers: { "test-header": "value" } }, [200, "", { "test-header": "value" }]],
	["a body that is an object", { statusCode: 200, body: { a: 1 } }, badGateway],
	["a status out of range", { statusCode: 99 }, badGateway],
] as const) {
	test(`${name}: ${status}`, async () => {
		const answer = await send(payload);
		assert.deepEqual([answer.status, answer.body], [status, body]);
		for (const [header, value] of Object.entries(headers)) assert.equal(answer.headers[header], value);
		assert.equal(answer.headers["content-type"], "application/json");
		if (status === 502) assert.equal(answer.headers["x-amzn-errortype"], "InternalServerErrorException");
	});
}

test("a function that fails is 502, and the frame shows its error", async () => {
	const answer = await send({ errorMessage: "Boom", errorType: "Error" }, "Unhandled");
	assert.deepEqual([answer.status, answer.body], badGateway);
	assert.match(answer.trace?.frames.at(-1)?.summary ?? "", /Boom/);
});

test("base64 is decoded when what the client accepts is binary", async () => {
	const gateway = await testGateway({
		invokeFunction: async () => functionAnswer({ statusCode: 200, body: "/wD+", isBase64Encoded: true }),
	});
	const integration = { type: "AWS_PROXY", integrationHttpMethod: "POST", uri: lambdaUri("f") };
	const apiId = await deployMethod(gateway, { api: { binaryMediaTypes: ["image/*"] }, integration });
	const binary = await gateway.send(apiId, { path: "/", headers: { Accept: "image/png, */*" } });
	assert.deepEqual([...Buffer.from(binary.raw.body as Buffer)], [0xff, 0x00, 0xfe]);
	const text = await gateway.send(apiId, { path: "/", headers: { Accept: "text/html" } });
	assert.equal(text.body, "/wD+");
});

test("an integration method other than POST is AWS's 500 (test_lambda_aws_proxy_integration_non_post_method)", async () => {
	const gateway = await testGateway();
	const apiId = await deployMethod(gateway, {
		integration: { type: "AWS_PROXY", integrationHttpMethod: "GET", uri: lambdaUri("f") },
	});
	const answer = await gateway.send(apiId, { path: "/" });
	assert.deepEqual([answer.status, answer.body], [500, '{"message":"Internal server error"}']);
});

async function send(payload: unknown, functionError?: string) {
	const gateway = await testGateway({
		invokeFunction: async () => functionAnswer(payload, functionError === undefined ? {} : { functionError }),
	});
	const integration = { type: "AWS_PROXY", integrationHttpMethod: "POST", uri: lambdaUri("f") };
	return gateway.send(await deployMethod(gateway, { integration }), { path: "/" });
}
