import assert from "node:assert/strict";
import { test } from "node:test";
import { testGateway } from "../testGateway.ts";
import { address, definition, method, mock, openapi, paths, resourceId, secured, swagger } from "./openApiForTest.ts";

// Recorded answers: recorded/apigateway__test_apigateway_import.json. Definitions are our own, in the forms those had.

test("a Swagger definition becomes resources, methods and integrations, with only its own models", async () => {
	const gateway = await testGateway();
	const api = await gateway.operate("ImportRestApi", { body: definition(swagger) });
	assert.deepEqual(
		{ ...api, id: "", rootResourceId: "", createdDate: "" },
		{
			apiKeySource: "HEADER",
			binaryMediaTypes: ["image/png"],
			createdDate: "",
			description: "Pets.",
			disableExecuteApiEndpoint: false,
			endpointConfiguration: { ipAddressType: "ipv4", types: ["EDGE"] },
			id: "",
			name: "Pets",
			rootResourceId: "",
			version: "1.0.0",
		},
	);
	const restApiId = String(api["id"]);
	assert.deepEqual(await paths(gateway, restApiId), ["/", "/pets", "/pets/{petId}"]);
	const get = await method(gateway, restApiId, "/pets/{petId}", "GET");
	assert.deepEqual(get["requestParameters"], {
		"method.request.path.petId": true,
		"method.request.header.Trace": false,
	});
	assert.equal(get["operationName"], "GetPet");
	assert.deepEqual(get["methodIntegration"], {
		type: "HTTP",
		httpMethod: "GET",
		uri: "http://example.com/pets/{id}",
		connectionType: "INTERNET",
		requestParameters: { "integration.request.path.id": "method.request.path.petId" },
		passthroughBehavior: "WHEN_NO_MATCH",
		timeoutInMillis: 29_000,
		cacheNamespace: await resourceId(gateway, restApiId, "/pets/{petId}"),
		cacheKeyParameters: [],
		integrationResponses: {
			200: {
				statusCode: "200",
				responseParameters: { "method.response.header.Access-Control-Allow-Origin": "'*'" },
			},
			404: { statusCode: "404", selectionPattern: "4\\d{2}" },
		},
	});
	assert.deepEqual(get["methodResponses"], {
		200: {
			statusCode: "200",
			responseModels: { "application/json": "Pet" },
			responseParameters: { "method.response.header.Access-Control-Allow-Origin": false },
		},
		404: { statusCode: "404" },
	});
	const post = await method(gateway, restApiId, "/pets", "POST");
	assert.deepEqual(post["requestModels"], { "application/json": "Pet" });
	const { items: models } = (await gateway.operate("GetModels", { restApiId })) as { items: Record<string, string>[] };
	assert.deepEqual(
		models.map(({ name, schema }) => [name, JSON.parse(schema ?? "")]),
		[
			["Pet", { type: "object", properties: { owner: { $ref: address(restApiId, "Person") } } }],
			["Person", { type: "object", required: ["name"], properties: { name: { type: "string" } } }],
		],
	);
});

test("an OpenAPI definition may be YAML, name its schemas by content type, or write one out", async () => {
	const gateway = await testGateway();
	const { id } = await gateway.operate("ImportRestApi", { body: Buffer.from(openapi) });
	const restApiId = String(id);
	const put = await method(gateway, restApiId, "/things/{id}", "PUT");
	const { requestModels } = put as { requestModels: Record<string, string> };
	assert.equal(requestModels["application/xml"], "Thing");
	assert.match(requestModels["application/json"] ?? "", /^MODEL[a-z0-9]{6}$/);
	assert.deepEqual(put["requestParameters"], {
		"method.request.path.id": true,
		"method.request.querystring.dry": true,
	});
	const any = await method(gateway, restApiId, "/things", "ANY");
	assert.equal((any["methodIntegration"] as { type: string }).type, "MOCK");
});

test("security becomes API keys, IAM and authorizers; an operation's own goes before all of them", async () => {
	const gateway = await testGateway();
	const { id } = await gateway.operate("ImportRestApi", { body: definition(secured) });
	const restApiId = String(id);
	const { items } = (await gateway.operate("GetAuthorizers", { restApiId })) as { items: Record<string, unknown>[] };
	assert.deepEqual(
		items.map((it) => ({ ...it, id: undefined })),
		[
			{
				id: undefined,
				name: "pool",
				type: "COGNITO_USER_POOLS",
				authType: "cognito_user_pools",
				identitySource: "method.request.header.TestHeaderAuth",
				providerARNs: ["arn:aws:cognito-idp:eu-central-1:000000000000:userpool/eu-central-1_A"],
			},
			{
				id: undefined,
				name: "custom",
				type: "TOKEN",
				authType: "custom",
				authorizerUri: "arn:aws:apigateway:eu-central-1:lambda:path/f/invocations",
				identitySource: "method.request.header.Authorization",
				authorizerResultTtlInSeconds: 60,
			},
		],
	);
	const security = async (path: string) => {
		const { authorizationType, authorizerId, authorizationScopes, apiKeyRequired } = await method(
			gateway,
			restApiId,
			path,
			"GET",
		);
		const name = items.find((it) => it["id"] === authorizerId)?.["name"];
		return [authorizationType, name, authorizationScopes, apiKeyRequired];
	};
	assert.deepEqual(await security("/default"), ["COGNITO_USER_POOLS", "pool", ["email"], false]);
	assert.deepEqual(await security("/open"), ["NONE", undefined, undefined, false]);
	assert.deepEqual(await security("/custom"), ["CUSTOM", "custom", undefined, true]);
	assert.deepEqual(await security("/iam"), ["AWS_IAM", undefined, undefined, false]);
});

test("validators, gateway responses, policy, key source and compression are the definition's", async () => {
	const gateway = await testGateway();
	const { id } = await gateway.operate("ImportRestApi", {
		body: definition({
			...swagger,
			"x-amazon-apigateway-request-validators": { all: { validateRequestBody: true, validateRequestParameters: true } },
			"x-amazon-apigateway-request-validator": "all",
			"x-amazon-apigateway-gateway-responses": {
				DEFAULT_4XX: { responseParameters: { "gatewayresponse.header.Access-Control-Allow-Origin": "'*'" } },
			},
			"x-amazon-apigateway-policy": { Version: "2012-10-17", Statement: [] },
			"x-amazon-apigateway-api-key-source": "AUTHORIZER",
			"x-amazon-apigateway-minimum-compression-size": 1024,
			"x-amazon-apigateway-endpoint-configuration": { disableExecuteApiEndpoint: true },
		}),
		parameters: { endpointConfigurationTypes: "REGIONAL" },
	});
	const restApiId = String(id);
	const api = await gateway.operate("GetRestApi", { restApiId });
	assert.equal(api["policy"], '{"Version":"2012-10-17","Statement":[]}');
	assert.equal(api["apiKeySource"], "AUTHORIZER");
	assert.equal(api["minimumCompressionSize"], 1024);
	assert.equal(api["disableExecuteApiEndpoint"], true);
	assert.deepEqual(api["endpointConfiguration"], { types: ["REGIONAL"], ipAddressType: "ipv4" });
	const { items } = (await gateway.operate("GetRequestValidators", { restApiId })) as { items: { id: string }[] };
	assert.equal((await method(gateway, restApiId, "/pets", "POST"))["requestValidatorId"], items[0]?.id);
	const response = await gateway.operate("GetGatewayResponse", { restApiId, responseType: "DEFAULT_4XX" });
	assert.deepEqual(response["responseParameters"], { "gatewayresponse.header.Access-Control-Allow-Origin": "'*'" });
});

// Recorded: test_import_rest_api_with_base_path_oas30, test_import_rest_apis_with_base_path_swagger.
const basePaths: readonly [string, object, string | undefined, string[]][] = [
	["Swagger's is left out", { basePath: "/base" }, undefined, ["/", "/test"]],
	["Swagger's is left out when ignored", { basePath: "/base" }, "ignore", ["/", "/test"]],
	["Swagger's is prepended", { basePath: "/base" }, "prepend", ["/", "/base", "/base/test"]],
	[
		"a server's variable is prepended",
		oas({ url: "https://x.example/{basePath}", variables: { basePath: { default: "/base-var" } } }),
		"prepend",
		["/", "/base-var", "/base-var/test"],
	],
	[
		"a server's path is split after its first segment",
		oas({ url: "https://x.example/base-url/part" }),
		"split",
		["/", "/part", "/part/test"],
	],
	[
		"a server's path is prepended",
		oas({ url: "https://x.example/base-url/part" }),
		"prepend",
		["/", "/base-url", "/base-url/part", "/base-url/part/test"],
	],
	["one segment splits into nothing", { basePath: "/base" }, "split", ["/", "/test"]],
];
for (const [name, members, basepath, expected] of basePaths) {
	test(`the base path: ${name}`, async () => {
		const gateway = await testGateway();
		const version = "openapi" in members ? {} : { swagger: "2.0" };
		const { id } = await gateway.operate("ImportRestApi", {
			body: definition({ ...version, info: { title: "t" }, paths: { "/test": { get: mock } }, ...members }),
			...(basepath === undefined ? {} : { parameters: { basepath } }),
		});
		assert.deepEqual(await paths(gateway, String(id)), expected);
	});
}

test("a parameter that is no text is a warning, in AWS's words, or the end when it is to be", async () => {
	const gateway = await testGateway();
	const integration = { type: "mock", requestParameters: { "integration.request.header.nothing": true } };
	const body = definition({
		swagger: "2.0",
		info: { title: "t" },
		paths: { "/test": { get: { "x-amazon-apigateway-integration": integration } } },
	});
	const text =
		"Invalid format for 'requestParameters'. Expected type string for property 'integration.request.header.nothing' of resource '/test' and method 'GET' but got 'true'";
	assert.deepEqual((await gateway.operate("ImportRestApi", { body }))["warnings"], [text]);
	await assert.rejects(gateway.operate("ImportRestApi", { body, failOnWarnings: true }), {
		name: "BadRequestException",
		message: `Warnings found during import:\n\t${text}`,
	});
});

// Recorded: test_import_api_bad_file.
for (const [name, text] of [
	["YAML that is none", "not: [yaml"],
	["JSON that is none", '{"swagger": "2.0"'],
	["no definition", '{"name": "x"}'],
	["nothing", ""],
	["another version", "openapi: 2.5.0"],
] as const) {
	test(`refused as no definition: ${name}`, async () => {
		const gateway = await testGateway();
		const refused = { name: "BadRequestException", message: "Invalid OpenAPI input." };
		await assert.rejects(gateway.operate("ImportRestApi", { body: Buffer.from(text) }), refused);
		const { id } = await gateway.operate("CreateRestApi", { name: "there" });
		await assert.rejects(gateway.operate("PutRestApi", { restApiId: id, body: Buffer.from(text) }), refused);
	});
}

test("what cannot be built is told all at once, and nothing of the API is left", async () => {
	const gateway = await testGateway();
	const body = definition({
		swagger: "2.0",
		info: { title: "t" },
		paths: {
			"/a b": {},
			"/ok": { get: { "x-amazon-apigateway-integration": { type: "aws_proxy", httpMethod: "POST", uri: "nowhere" } } },
		},
	});
	await assert.rejects(gateway.operate("ImportRestApi", { body }), (error: Error) => {
		assert.equal(error.name, "BadRequestException");
		const [first, ...rest] = error.message.split("\n\t");
		assert.equal(first, "Errors found during import:");
		assert.equal(rest.length, 2, error.message);
		assert.match(rest[0] ?? "", /^Unable to create resource at path '\/a b': /);
		assert.match(rest[1] ?? "", /^Unable to put integration on 'GET' for resource at path '\/ok': /);
		return true;
	});
	assert.deepEqual((await gateway.operate("GetRestApis", {}))["items"], []);
	assert.equal(gateway.kernel.events.since(0).length, 0);
});

function oas(server: object): object {
	return { openapi: "3.0.1", servers: [server] };
}
