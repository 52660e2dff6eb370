import assert from "node:assert/strict";
import { test } from "node:test";
import { addMethod, createApi, deploy, testGateway } from "../testGateway.ts";

const requestParameters = {
	"method.request.header.x-header-param": true,
	"method.request.querystring.qs1": true,
	"method.request.querystring.optional": false,
	"method.request.path.issuer": true,
};
const all = { headers: { "X-Header-Param": "1" }, path: "/me/x?qs1=1" };
const allMissing = "Missing required request parameters: [x-header-param, qs1]";

for (const [name, request, expected] of [
	["everything there", { ...all, body: '{"a":1,"b":2}' }, undefined],
	["parameters come before the body (test_api_gateway_request_validator)", { path: "/me/x", body: "{" }, allMissing],
	["one missing", { path: "/me/x?qs1=1" }, "Missing required request parameters: [x-header-param]"],
	["blank is missing", { ...all, path: "/me/x?qs1=+" }, "Missing required request parameters: [qs1]"],
	["a body that does not fit", { ...all, body: '{"a":"text"}' }, "Invalid request body"],
	["no body is an empty object, which does not fit either", all, "Invalid request body"],
	["a body that is not JSON", { ...all, body: "{" }, "Invalid request body"],
	[
		"a content type without a model is not looked at",
		{ ...all, headers: { ...all.headers, "Content-Type": "text/plain" }, body: "{" },
		undefined,
	],
	[
		"a charset does not hide the model",
		{ ...all, headers: { ...all.headers, "Content-Type": "application/json; charset=utf-8" }, body: "[]" },
		"Invalid request body",
	],
] as const) {
	test(name, async () => {
		const { gateway, apiId } = await validated("Order");
		const answer = await gateway.send(apiId, { method: "POST", ...request });
		if (expected === undefined) return assert.equal(answer.status, 200);
		assert.equal(answer.status, 400);
		assert.equal(answer.body, JSON.stringify({ message: expected }));
		assert.equal(answer.headers["x-amzn-errortype"], "BadRequestException");
	});
}

test("a path parameter that the resource does not have is missing, and named between header and query string", async () => {
	const { gateway, apiId } = await validated("Order", { "method.request.path.test": true, ...requestParameters });
	const answer = await gateway.send(apiId, { method: "POST", path: "/me/x" });
	const names = "x-header-param, test, qs1";
	assert.equal(answer.body, JSON.stringify({ message: `Missing required request parameters: [${names}]` }));
});

test("the frame tells which keyword failed where", async () => {
	const { gateway, apiId } = await validated("Order");
	const answer = await gateway.send(apiId, { method: "POST", ...all, body: '{"a":"text"}' });
	const frame = answer.trace?.frames.at(-1);
	assert.match(frame?.summary ?? "", /the model Order/);
	const after = frame?.after as { detail: object } | undefined; // what this step records
	assert.deepEqual(after?.detail, {
		model: "Order",
		validationErrorString: '[object has missing required properties (["b"]), must be number]',
		faults: [
			{ keyword: "required", pointer: "", message: "must have required property 'b'" },
			{ keyword: "type", pointer: "/a", message: "must be number" },
		],
	});
});

test("a model refers to another by its address at AWS (test_api_gateway_request_validator_with_ref_models)", async () => {
	const { gateway, apiId } = await validated("Orders");
	const send = (body: string) => gateway.send(apiId, { method: "POST", ...all, body });
	assert.equal((await send('[{"a":1,"b":2}]')).status, 200);
	assert.equal((await send('[{"a":1}]')).status, 400);
});

async function validated(model: string, parameters: Readonly<Record<string, boolean>> = requestParameters) {
	const gateway = await testGateway();
	const { operate } = gateway;
	const restApiId = await createApi(gateway);
	const order = { type: "object", properties: { a: { type: "number" }, b: { type: "number" } }, required: ["a", "b"] };
	const orders = {
		type: "array",
		items: { $ref: `https://apigateway.amazonaws.com/restapis/${restApiId}/models/Order` },
	};
	for (const [name, schema] of Object.entries({ Order: order, Orders: orders })) {
		await operate("CreateModel", { restApiId, name, contentType: "application/json", schema: JSON.stringify(schema) });
	}
	const both = { validateRequestBody: true, validateRequestParameters: true };
	const validator = await operate("CreateRequestValidator", { restApiId, name: "both", ...both });
	await addMethod(gateway, restApiId, {
		path: ["{issuer}", "x"],
		method: "POST",
		methodOptions: {
			requestValidatorId: validator["id"],
			requestParameters: parameters,
			requestModels: { "application/json": model },
		},
		integration: { type: "MOCK", requestTemplates: { $default: '{"statusCode": 200}' } },
	});
	await deploy(gateway, restApiId);
	return { gateway, apiId: restApiId };
}
