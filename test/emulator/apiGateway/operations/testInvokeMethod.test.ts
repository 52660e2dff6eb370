import assert from "node:assert/strict";
import { test } from "node:test";
import { addMethod, createApi, functionAnswer, lambdaUri, type TestGateway, testGateway } from "../testGateway.ts";

// Recorded: apigateway__test_apigateway_api.json, test_invoke_test_method and test_failed_invoke_test_method.

const time = "Fri Jan 02 03:04:05 UTC 2026";

/** The template that AWS's answers were recorded with, or one like it. */
const petTemplate = `{"petId": "$input.params('petId')"}`;

const recorded: readonly [string, object, string, string, string, string, string][] = [
	["a path", { pathWithQueryString: "/pets/123" }, "GET", "/pets/123", "{petId=123}", "{}", '{"petId": "123"}'],
	[
		"no path: the resource's own, braces and all",
		{},
		"GET",
		"/pets/{petId}",
		"{petId={petId}}",
		"{}",
		'{"petId": "{petId}"}',
	],
	[
		"a path that is not the resource's",
		{ pathWithQueryString: "/random/test" },
		"GET",
		"/random/test",
		"{}",
		"{}",
		'{"petId": ""}',
	],
	[
		"a query string",
		{ pathWithQueryString: "/pets/123?foo=bar" },
		"GET",
		"/pets/123",
		"{petId=123}",
		"{foo=bar}",
		'{"petId": "123"}',
	],
];
for (const [name, request, method, path, parameters, query, body] of recorded) {
	test(`a method that is not deployed is called: ${name}`, async () => {
		const { gateway, address } = await pets();
		const answer = await gateway.operate("TestInvokeMethod", { ...address, ...request });
		const { log, latency, ...rest } = answer;
		assert.deepEqual(structuredClone(rest), {
			status: 200,
			body,
			headers: { "Content-Type": "application/json" },
			multiValueHeaders: { "Content-Type": ["application/json"] },
		});
		assert.equal(typeof latency, "number");
		const [first, ...lines] = String(log).split("\n");
		const id = first?.replace("Execution log for request ", "");
		assert.deepEqual(lines, [
			`${time} : Starting execution for request: ${id}`,
			`${time} : HTTP Method: ${method}, Resource Path: ${path}`,
			`${time} : Method request path: ${parameters}`,
			`${time} : Method request query string: ${query}`,
			`${time} : Method request headers: {}`,
			`${time} : Method request body before transformations: `,
			`${time} : Method response body after transformations: ${body}`,
			`${time} : Method response headers: {Content-Type=application/json}`,
			`${time} : Successfully completed execution`,
			`${time} : Method completed with status: 200`,
			"",
		]);
	});
}

test("the test's stage variables, headers and body reach the template and the log", async () => {
	const gateway = await testGateway();
	const restApiId = await createApi(gateway);
	const template = `{"variable": "$stageVariables.v", "header": "$input.params('X-A')", "stage": "$context.stage", "path": "$input.params('none')"}`;
	const address = await addMethod(gateway, restApiId, {
		method: "POST",
		integration: { type: "MOCK", requestTemplates: { "application/json": '{"statusCode": 200}' } },
		responses: { 200: { integration: { responseTemplates: { "application/json": template } } } },
	});
	const { body, log } = await gateway.operate("TestInvokeMethod", {
		...address,
		headers: { "X-A": "one" },
		body: '{"a": 1}',
		stageVariables: { v: "two" },
	});
	const expected = { variable: "two", header: "one", stage: "test-invoke-stage", path: "" };
	assert.deepEqual(JSON.parse(String(body)), expected);
	assert.match(String(log), / : Method request headers: \{X-A=one\}\n/);
	assert.match(String(log), / : Method request body before transformations: \{"a": 1\}\n/);
});

test("what the endpoint was sent and answered is in the log", async () => {
	const gateway = await testGateway({ invokeFunction: () => Promise.resolve(functionAnswer({ ok: true })) });
	const restApiId = await createApi(gateway);
	const integration = { type: "AWS", integrationHttpMethod: "POST", uri: lambdaUri("f") };
	const address = await addMethod(gateway, restApiId, { method: "POST", integration });
	const { log } = await gateway.operate("TestInvokeMethod", { ...address, body: '{"a": 1}' });
	const lines = String(log)
		.split("\n")
		.map((it) => it.slice(time.length + 3));
	const from = lines.findIndex((it) => it.startsWith("Endpoint request URI: "));
	const expected = [
		/^Endpoint request URI: /,
		/^Endpoint request headers: \{/,
		/^Endpoint request body after transformations: /,
		/^Sending request to /,
		/^Received response\. Status: 200, Integration latency: \d+ ms$/,
		/^Endpoint response headers: \{/,
		/^Endpoint response body before transformations: /,
	];
	for (const [index, line] of expected.entries()) assert.match(lines[from + index] ?? "", line);
	assert.ok(lines.includes('Endpoint request body after transformations: {"a": 1}'), String(log));
	assert.ok(lines.includes('Endpoint response body before transformations: {"ok":true}'), String(log));
});

test("a method that cannot work answers as it would, and says why in the log", async () => {
	const gateway = await testGateway();
	const restApiId = await createApi(gateway);
	const address = await addMethod(gateway, restApiId, {
		integration: { type: "MOCK", requestTemplates: { "application/json": "{" } },
	});
	const { log, latency: _, ...rest } = await gateway.operate("TestInvokeMethod", address);
	assert.deepEqual(structuredClone(rest), {
		status: 500,
		body: '{"message":"Internal server error"}',
		headers: { "x-amzn-ErrorType": "InternalServerErrorException" },
		multiValueHeaders: { "x-amzn-ErrorType": ["InternalServerErrorException"] },
	});
	assert.match(
		String(log),
		/ : Execution failed due to configuration error: .+\n.* : Method completed with status: 500\n$/,
	);
});

test("a method needs neither key nor authorizer to be tested, but a valid request", async () => {
	const gateway = await testGateway();
	const restApiId = await createApi(gateway);
	const { id } = await gateway.operate("CreateRequestValidator", {
		restApiId,
		name: "v",
		validateRequestParameters: true,
	});
	const address = await addMethod(gateway, restApiId, {
		methodOptions: {
			apiKeyRequired: true,
			authorizationType: "AWS_IAM",
			requestValidatorId: id,
			requestParameters: { "method.request.querystring.q": true },
		},
	});
	const refused = await gateway.operate("TestInvokeMethod", address);
	assert.deepEqual(
		[refused["status"], refused["body"]],
		[400, '{"message":"Missing required request parameters: [q]"}'],
	);
	assert.equal(
		(await gateway.operate("TestInvokeMethod", { ...address, pathWithQueryString: "/?q=1" }))["status"],
		200,
	);
});

test("a method that is not there cannot be tested", async () => {
	const { gateway, address } = await pets();
	await assert.rejects(gateway.operate("TestInvokeMethod", { ...address, httpMethod: "PUT" }), {
		name: "NotFoundException",
		message: "Invalid Method identifier specified",
	});
});

async function pets(): Promise<{ gateway: TestGateway; address: object }> {
	const gateway = await testGateway();
	const restApiId = await createApi(gateway);
	const address = await addMethod(gateway, restApiId, {
		path: ["pets", "{petId}"],
		responses: { 200: { integration: { responseTemplates: { "application/json": petTemplate } } } },
	});
	return { gateway, address };
}
