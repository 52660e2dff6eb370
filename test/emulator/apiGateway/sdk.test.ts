import assert from "node:assert/strict";
import { request } from "node:http";
import { test } from "node:test";
import {
	APIGatewayClient,
	CreateDeploymentCommand,
	CreateResourceCommand,
	CreateRestApiCommand,
	CreateStageCommand,
	DeleteMethodCommand,
	DeleteResourceCommand,
	DeleteRestApiCommand,
	GetAccountCommand,
	GetMethodCommand,
	GetResourcesCommand,
	GetRestApiCommand,
	GetStagesCommand,
	ImportRestApiCommand,
	PutIntegrationCommand,
	PutIntegrationResponseCommand,
	PutMethodCommand,
	PutMethodResponseCommand,
	PutRestApiCommand,
	UpdateStageCommand,
} from "@aws-sdk/client-api-gateway";
import { clientOptions, startEmulator } from "../startEmulator.ts";

test("the SDK builds an API, and plain HTTP reaches it at each of its addresses", async (t) => {
	const emulator = await startEmulator(t);
	const client = new APIGatewayClient(clientOptions(emulator));
	const {
		id: restApiId,
		rootResourceId: parentId,
		createdDate,
	} = await client.send(new CreateRestApiCommand({ name: "shop", binaryMediaTypes: ["image/png"] }));
	assert.ok(createdDate instanceof Date);
	const { id: resourceId } = await client.send(new CreateResourceCommand({ restApiId, parentId, pathPart: "{name}" }));
	const address = { restApiId, resourceId, httpMethod: "GET" };
	const method = await client.send(new PutMethodCommand({ ...address, authorizationType: "NONE" }));
	assert.deepEqual([method.$metadata.httpStatusCode, method.apiKeyRequired], [201, false]);
	const requestTemplates = { "application/json": '{"statusCode": 200}' };
	await client.send(new PutIntegrationCommand({ ...address, type: "MOCK", requestTemplates }));
	await client.send(new PutMethodResponseCommand({ ...address, statusCode: "200" }));
	const responseTemplates = { "application/json": '{"hello":"$input.params(\'name\')","env":"$stageVariables.env"}' };
	await client.send(new PutIntegrationResponseCommand({ ...address, statusCode: "200", responseTemplates }));
	const { id: deploymentId } = await client.send(new CreateDeploymentCommand({ restApiId }));
	await client.send(new CreateStageCommand({ restApiId, stageName: "dev", deploymentId, variables: { env: "blue" } }));
	await client.send(
		new UpdateStageCommand({
			restApiId,
			stageName: "dev",
			patchOperations: [{ op: "replace", path: "/variables/env", value: "green" }],
		}),
	);
	const { item } = await client.send(new GetStagesCommand({ restApiId }));
	assert.deepEqual(
		item?.map((it) => it.variables),
		[{ env: "green" }],
	);
	const { items } = await client.send(new GetResourcesCommand({ restApiId, embed: ["methods"] }));
	assert.deepEqual(
		items?.map((it) => it.path),
		["/", "/{name}"],
	);
	assert.equal(items?.[1]?.resourceMethods?.["GET"]?.methodIntegration?.type, "MOCK");

	for (const path of [`/_api/${restApiId}/dev/Ada`, "/dev/Ada"]) {
		const response = await fetch(emulator.endpoint + path);
		assert.deepEqual(await response.json(), { hello: "Ada", env: "green" });
		assert.equal(response.headers.get("content-type"), "application/json");
		assert.match(response.headers.get("x-amzn-requestid") ?? "", /^[0-9a-f-]{36}$/);
	}
	assert.equal(
		await byHost(emulator.endpoint, `${restApiId}.execute-api.localhost`, "/dev/Ada"),
		'{"hello":"Ada","env":"green"}',
	);

	const deleted = await client.send(new DeleteMethodCommand(address));
	assert.equal(deleted.$metadata.httpStatusCode, 204);
	await client.send(new DeleteResourceCommand({ restApiId, resourceId }));
	await client.send(new DeleteRestApiCommand({ restApiId }));
	await assert.rejects(client.send(new GetRestApiCommand({ restApiId })), {
		name: "NotFoundException",
		message: `Invalid API identifier specified 000000000000:${restApiId}`,
	});
});

test("what is not built yet says so, and what is wrong has AWS's name and status", async (t) => {
	const client = new APIGatewayClient(clientOptions(await startEmulator(t)));
	const missing = await failure(client.send(new GetAccountCommand({})));
	assert.equal(missing.$metadata?.httpStatusCode, 501);
	const address = { restApiId: "none", resourceId: "none", httpMethod: "GET" };
	const unknown = await failure(client.send(new GetMethodCommand(address)));
	assert.deepEqual([unknown.name, unknown.$metadata?.httpStatusCode], ["NotFoundException", 404]);
});

test("the SDK imports a definition, with the import's parameters", async (t) => {
	const emulator = await startEmulator(t);
	const client = new APIGatewayClient(clientOptions(emulator));
	const integration = { type: "mock", requestTemplates: { "application/json": '{"statusCode": 200}' } };
	const definition = (path: string) =>
		Buffer.from(
			JSON.stringify({
				swagger: "2.0",
				info: { title: "imported" },
				basePath: "/base",
				paths: { [path]: { get: { "x-amazon-apigateway-integration": integration, responses: { 200: {} } } } },
			}),
		);
	const parameters = { basepath: "prepend", endpointConfigurationTypes: "REGIONAL" };
	const api = await client.send(new ImportRestApiCommand({ body: definition("/a"), parameters, failOnWarnings: true }));
	assert.deepEqual([api.name, api.endpointConfiguration?.types], ["imported", ["REGIONAL"]]);
	const restApiId = api.id;
	await client.send(new PutRestApiCommand({ restApiId, mode: "merge", body: definition("/b") }));
	const { items } = await client.send(new GetResourcesCommand({ restApiId }));
	assert.deepEqual(items?.map((it) => it.path).toSorted(), ["/", "/b", "/base", "/base/a"]);
});

async function failure(call: Promise<unknown>): Promise<Error & { $metadata?: { httpStatusCode?: number } }> {
	try {
		await call;
	} catch (error) {
		if (error instanceof Error) return error;
	}
	assert.fail("the call was answered");
}

/** With a Host header of one's own, which fetch does not allow. */
function byHost(endpoint: string, host: string, path: string): Promise<string> {
	return new Promise((resolve, reject) => {
		const { hostname, port } = new URL(endpoint);
		const outgoing = request({ hostname, port, path, headers: { host: `${host}:${port}` } }, (incoming) => {
			let text = "";
			incoming.setEncoding("utf8");
			incoming.on("data", (chunk: string) => {
				text += chunk;
			});
			incoming.on("end", () => resolve(text));
		});
		outgoing.on("error", reject);
		outgoing.end();
	});
}
