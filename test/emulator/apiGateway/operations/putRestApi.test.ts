import assert from "node:assert/strict";
import { test } from "node:test";
import { type TestGateway, testGateway } from "../testGateway.ts";
import { definition, method, mock, paths, resourceId } from "./openApiForTest.ts";

const first = {
	swagger: "2.0",
	info: { title: "first", version: "1" },
	"x-amazon-apigateway-binary-media-types": ["image/heif"],
	"x-amazon-apigateway-request-validators": { all: { validateRequestBody: true } },
	paths: { "/a": { get: mock, post: mock }, "/a/b": { get: mock } },
	definitions: { Old: { type: "object" }, Both: { type: "object" } },
};
const second = {
	swagger: "2.0",
	info: { title: "second", version: "2" },
	"x-amazon-apigateway-binary-media-types": ["image/png", "image/jpg"],
	"x-amazon-apigateway-request-validators": { all: { validateRequestBody: false, validateRequestParameters: true } },
	paths: {
		"/a": { get: { ...mock, operationId: "Again", "x-amazon-apigateway-request-validator": "all" } },
		"/c": { get: mock },
	},
	definitions: { Both: { type: "string" } },
};

test("merging adds to what is there, and replaces what is there by the same name", async () => {
	const { gateway, restApiId } = await imported();
	const root = await resourceId(gateway, restApiId, "/");
	const a = await resourceId(gateway, restApiId, "/a");
	const answer = await gateway.operate("PutRestApi", { restApiId, mode: "merge", body: definition(second) });
	// Recorded: test_put_rest_api_mode_binary_media_types[merge].
	assert.deepEqual(answer["binaryMediaTypes"], ["image/heif", "image/png", "image/jpg"]);
	assert.deepEqual([answer["name"], answer["version"], answer["tags"]], ["second", "2", {}]);
	assert.deepEqual(await paths(gateway, restApiId), ["/", "/a", "/a/b", "/c"]);
	assert.equal(await resourceId(gateway, restApiId, "/"), root);
	assert.equal(await resourceId(gateway, restApiId, "/a"), a);
	const get = await method(gateway, restApiId, "/a", "GET");
	assert.equal(get["operationName"], "Again");
	assert.equal((await method(gateway, restApiId, "/a", "POST"))["operationName"], undefined);
	const { items } = (await gateway.operate("GetRequestValidators", { restApiId })) as { items: object[] };
	assert.deepEqual(items, [
		{ id: get["requestValidatorId"], name: "all", validateRequestBody: false, validateRequestParameters: true },
	]);
	assert.deepEqual(await models(gateway, restApiId), { Old: { type: "object" }, Both: { type: "string" } });
});

test("overwriting leaves the API's id, its root and its stages, and nothing else of what it was", async () => {
	const { gateway, restApiId } = await imported();
	const root = await resourceId(gateway, restApiId, "/");
	const deployment = await gateway.operate("CreateDeployment", { restApiId, stageName: "test" });
	const answer = await gateway.operate("PutRestApi", { restApiId, mode: "overwrite", body: definition(second) });
	assert.deepEqual(answer["binaryMediaTypes"], ["image/png", "image/jpg"]);
	assert.deepEqual(await paths(gateway, restApiId), ["/", "/a", "/c"]);
	assert.equal(await resourceId(gateway, restApiId, "/"), root);
	await assert.rejects(method(gateway, restApiId, "/a", "POST"), { name: "NotFoundException" });
	assert.deepEqual(await models(gateway, restApiId), { Both: { type: "string" } });
	const stage = await gateway.operate("GetStage", { restApiId, stageName: "test" });
	assert.equal(stage["deploymentId"], deployment["id"]);
	// What was deployed answers as before.
	assert.equal((await gateway.send(restApiId, { path: "/a/b" })).status, 200);
});

test("what cannot be built leaves the API as it was", async () => {
	const { gateway, restApiId } = await imported();
	const broken = { ...second, paths: { ...second.paths, "/no way": {} } };
	await assert.rejects(gateway.operate("PutRestApi", { restApiId, mode: "overwrite", body: definition(broken) }), {
		name: "BadRequestException",
		message: /^Errors found during import:\n\tUnable to create resource at path '\/no way': /,
	});
	assert.deepEqual(await paths(gateway, restApiId), ["/", "/a", "/a/b"]);
	assert.equal((await gateway.operate("GetRestApi", { restApiId }))["name"], "first");
});

test("an API that is not there is not made", async () => {
	const gateway = await testGateway();
	await assert.rejects(gateway.operate("PutRestApi", { restApiId: "none", body: definition(second) }), {
		name: "NotFoundException",
		message: "Invalid API identifier specified 000000000000:none",
	});
});

async function imported() {
	const gateway = await testGateway();
	const { id } = await gateway.operate("ImportRestApi", { body: definition(first) });
	return { gateway, restApiId: String(id) };
}

async function models(gateway: TestGateway, restApiId: string): Promise<Record<string, unknown>> {
	const { items } = (await gateway.operate("GetModels", { restApiId })) as {
		items: { name: string; schema: string }[];
	};
	return Object.fromEntries(items.map(({ name, schema }) => [name, JSON.parse(schema)]));
}
