import assert from "node:assert/strict";
import { test } from "node:test";
import { parse } from "yaml";
import { type TestGateway, testGateway } from "../testGateway.ts";
import { definition, openapi, secured, swagger } from "./openApiForTest.ts";

// Recorded: apigateway__test_apigateway_extended.json, test_export_swagger_openapi and test_export_oas30_openapi [TEST_IMPORT_PETS].

const integration = (uri: string, requestParameters?: object) => ({
	type: "http",
	httpMethod: "GET",
	uri,
	responses: { default: { statusCode: "200" } },
	...(requestParameters ? { requestParameters } : {}),
	passthroughBehavior: "when_no_match",
});
const list = integration("http://petstore-demo-endpoint.execute-api.com/petstore/pets");
const one = integration("http://petstore-demo-endpoint.execute-api.com/petstore/pets/{id}", {
	"integration.request.path.id": "method.request.path.petId",
});
const pets = {
	swagger: "2.0",
	info: { title: "Simple PetStore (Swagger)", version: "1.0.0" },
	"x-amazon-apigateway-binary-media-types": ["image/png", "image/jpg"],
	paths: {
		"/pets": { get: { responses: { 200: { description: "200 response" } }, "x-amazon-apigateway-integration": list } },
		"/pets/{petId}": {
			get: {
				parameters: [{ name: "petId", in: "path", required: true, type: "string" }],
				responses: { 200: { description: "200 response" } },
				"x-amazon-apigateway-integration": one,
			},
		},
	},
};

test("as Swagger 2.0, without API Gateway's own members unless asked for", async () => {
	const { apiId, exported } = await deployed(pets);
	const { body, ...rest } = await exported({ exportType: "swagger" });
	assert.deepEqual(rest, {
		contentType: "application/octet-stream",
		contentDisposition: 'attachment; filename="swagger_1.0.0.json"',
	});
	const parameters = [{ name: "petId", in: "path", required: true, type: "string" }];
	const responses = { 200: { description: "200 response" } };
	const common = {
		swagger: "2.0",
		info: { version: "1.0.0", title: "Simple PetStore (Swagger)" },
		host: `${apiId}.execute-api.eu-central-1.amazonaws.com`,
		basePath: "/local",
		schemes: ["https"],
	};
	assert.deepEqual(JSON.parse(body), {
		...common,
		paths: { "/pets": { get: { responses } }, "/pets/{petId}": { get: { parameters, responses } } },
	});
	const all = await exported({ exportType: "swagger", parameters: { extensions: "apigateway" } });
	assert.deepEqual(JSON.parse(all.body), {
		...common,
		paths: {
			"/pets": { get: { responses, "x-amazon-apigateway-integration": list } },
			"/pets/{petId}": { get: { parameters, responses, "x-amazon-apigateway-integration": one } },
		},
		"x-amazon-apigateway-binary-media-types": ["image/png", "image/jpg"],
	});
});

test("as OpenAPI 3.0, in JSON or YAML", async () => {
	const { apiId, exported } = await deployed(pets);
	const { body, contentDisposition } = await exported({
		exportType: "oas30",
		parameters: { extensions: "integrations" },
	});
	assert.equal(contentDisposition, 'attachment; filename="oas30_1.0.0.json"');
	const responses = { 200: { description: "200 response", content: {} } };
	const parameters = [{ name: "petId", in: "path", required: true, schema: { type: "string" } }];
	const expected = {
		openapi: "3.0.1",
		info: { title: "Simple PetStore (Swagger)", version: "1.0.0" },
		servers: [
			{
				url: `https://${apiId}.execute-api.eu-central-1.amazonaws.com/{basePath}`,
				variables: { basePath: { default: "local" } },
			},
		],
		paths: {
			"/pets": { get: { responses, "x-amazon-apigateway-integration": list } },
			"/pets/{petId}": { get: { parameters, responses, "x-amazon-apigateway-integration": one } },
		},
		components: {},
	};
	assert.deepEqual(JSON.parse(body), expected);
	const yaml = await exported({
		exportType: "oas30",
		parameters: { extensions: "integrations" },
		accepts: "application/yaml",
	});
	assert.deepEqual(parse(yaml.body), expected);
	assert.equal(yaml.contentDisposition, 'attachment; filename="oas30_1.0.0.yaml"');
});

const definitions: readonly [string, object | string][] = [
	["Swagger with models", swagger],
	["OpenAPI", openapi],
	["authorizers and keys", secured],
];
for (const [name, given] of definitions) {
	for (const exportType of ["swagger", "oas30"]) {
		// Swagger has one schema for all media types of a body.
		if (exportType === "swagger" && given === openapi) continue;
		test(`what is exported as ${exportType} imports as the same API: ${name}`, async () => {
			const { gateway, apiId, exported } = await deployed(given);
			const { body } = await exported({ exportType, parameters: { extensions: "apigateway" } });
			const { id } = await gateway.operate("ImportRestApi", { body: Buffer.from(body) });
			assert.deepEqual(await described(gateway, String(id)), await described(gateway, apiId));
		});
	}
}

test("a stage or a format that is not there is refused", async () => {
	const { gateway, apiId } = await deployed(pets);
	const request = { restApiId: apiId, stageName: "local", exportType: "raml" };
	await assert.rejects(gateway.operate("GetExport", request), { name: "BadRequestException" });
	await assert.rejects(gateway.operate("GetExport", { ...request, stageName: "none" }), {
		name: "NotFoundException",
		message: "Invalid stage identifier specified",
	});
});

async function deployed(given: object | string) {
	const gateway = await testGateway();
	const body = typeof given === "string" ? Buffer.from(given) : definition(given);
	const apiId = String((await gateway.operate("ImportRestApi", { body }))["id"]);
	await gateway.operate("CreateDeployment", { restApiId: apiId, stageName: "local" });
	const exported = async (request: object) => {
		const answer = await gateway.operate("GetExport", { restApiId: apiId, stageName: "local", ...request });
		const { contentType, contentDisposition } = answer;
		return { contentType, contentDisposition, body: String(answer["body"]) };
	};
	return { gateway, apiId, exported };
}

/** All that can be read of an API, with ids replaced by what they stand for. */
async function described(gateway: TestGateway, restApiId: string): Promise<unknown> {
	const all: Record<string, unknown> = {};
	const names = new Map<string, string>([[restApiId, "<api>"]]);
	const parts = [
		["GetAuthorizers", "items"],
		["GetRequestValidators", "items"],
		["GetModels", "items"],
		["GetGatewayResponses", "items"],
		["GetResources", "items"],
	] as const;
	for (const [operation, member] of parts) {
		const request = operation === "GetResources" ? { restApiId, limit: 500, embed: ["methods"] } : { restApiId };
		const items = (await gateway.operate(operation, request))[member] as Record<string, string>[];
		for (const it of items) if (it["id"] !== undefined) names.set(it["id"], `<${it["name"] ?? it["path"]}>`);
		const key = (it: Record<string, string>) => it["path"] ?? it["name"] ?? it["responseType"] ?? "";
		all[operation] = items
			.map((it) => (typeof it["schema"] === "string" ? { ...it, schema: JSON.parse(it["schema"]) as unknown } : it))
			.toSorted((a, b) => key(a as never).localeCompare(key(b as never)));
	}
	const text = JSON.stringify(all, (_, value: unknown) => (value instanceof Date ? undefined : value));
	return JSON.parse([...names].reduce((result, [id, name]) => result.replaceAll(id, name), text));
}
