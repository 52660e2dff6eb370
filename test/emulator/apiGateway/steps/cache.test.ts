import assert from "node:assert/strict";
import { test } from "node:test";
import {
	deployMethod,
	functionAnswer,
	lambdaUri,
	type MethodSetup,
	type TestGateway,
	testGateway,
} from "../testGateway.ts";

// The stage cache (facts A7, A17; https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html).

test("a GET's answer is kept for 300 s of the virtual clock, and the integration is not called meanwhile", async () => {
	const { get, calls, gateway } = await cachedApi();
	assert.deepEqual([await get("/pets"), await get("/pets")], ["1", "1"]);
	gateway.kernel.clock.advance(299_000);
	assert.equal(await get("/pets"), "1");
	gateway.kernel.clock.advance(1000);
	assert.equal(await get("/pets"), "2");
	assert.equal(calls(), 2);
});

test("only the chosen parameters tell answers apart: not the rest of the query, not a header, not the path", async () => {
	const { get } = await cachedApi({
		path: ["pets", "{id}"],
		methodOptions: { requestParameters: { "method.request.querystring.page": false } },
		integration: { cacheKeyParameters: ["method.request.querystring.page"] },
	});
	assert.equal(await get("/pets/1?page=1"), "1");
	assert.equal(await get("/pets/1?page=2"), "2");
	assert.equal(await get("/pets/2?page=1&other=3", { "X-Other": "1" }), "1");
	assert.equal(await get("/pets/1"), "3");
});

test("a parameter of the integration's request is a key by what it is mapped from", async () => {
	const { get } = await cachedApi({
		path: ["pets", "{id}"],
		methodOptions: { requestParameters: { "method.request.path.id": true } },
		integration: {
			requestParameters: { "integration.request.path.pet": "method.request.path.id" },
			cacheKeyParameters: ["integration.request.path.pet"],
		},
	});
	assert.deepEqual([await get("/pets/1"), await get("/pets/2"), await get("/pets/1")], ["1", "2", "1"]);
});

const whoIsCached: readonly [string, MethodSetup["method"], Record<string, string>, boolean][] = [
	["settings for all methods turn it on for GET", "GET", { "/*/*/caching/enabled": "true" }, true],
	["settings for all methods do not turn it on for POST", "POST", { "/*/*/caching/enabled": "true" }, false],
	["a setting of its own turns it on for POST", "POST", { "/~1pets/POST/caching/enabled": "true" }, true],
	["without a setting nothing is kept", "GET", {}, false],
	["a time to live of 0 is none", "GET", { "/*/*/caching/enabled": "true", "/*/*/caching/ttlInSeconds": "0" }, false],
	[
		"a method can be left out",
		"GET",
		{ "/*/*/caching/enabled": "true", "/~1pets/GET/caching/enabled": "false" },
		false,
	],
];
for (const [name, method, settings, isCached] of whoIsCached) {
	test(name, async () => {
		const { gateway, apiId, calls } = await cachedApi({ method: method ?? "GET" }, settings);
		for (let i = 0; i < 2; i++) await gateway.send(apiId, { path: "/pets", ...(method ? { method } : {}) });
		assert.equal(calls(), isCached ? 1 : 2);
	});
}

const invalidations: readonly [string, Record<string, string>, Record<string, string>, number, string, boolean][] = [
	[
		"anybody may, where no authorization is required",
		{ requireAuthorizationForCacheControl: "false" },
		{},
		200,
		"2",
		false,
	],
	[
		"a caller who signs may",
		{},
		{ Authorization: "AWS4-HMAC-SHA256 Credential=AKIA/20260102/eu-central-1/execute-api/aws4_request" },
		200,
		"2",
		false,
	],
	["others are served with a warning, unless told otherwise", {}, {}, 200, "1", true],
	[
		"others are served without a warning",
		{ unauthorizedCacheControlHeaderStrategy: "SUCCEED_WITHOUT_RESPONSE_HEADER" },
		{},
		200,
		"1",
		false,
	],
	["others are refused", { unauthorizedCacheControlHeaderStrategy: "FAIL_WITH_403" }, {}, 403, "", false],
];
for (const [name, settings, headers, status, body, isWarned] of invalidations) {
	test(`Cache-Control: max-age=0 replaces what is kept: ${name}`, async () => {
		const patch = Object.fromEntries(Object.entries(settings).map(([key, value]) => [`/*/*/caching/${key}`, value]));
		const { gateway, apiId, get } = await cachedApi({}, { "/*/*/caching/enabled": "true", ...patch });
		assert.equal(await get("/pets"), "1");
		const answer = await gateway.send(apiId, { path: "/pets", headers: { "Cache-Control": "max-age=0", ...headers } });
		assert.equal(answer.status, status);
		if (status === 200) assert.equal(answer.body, body);
		assert.equal("warning" in answer.headers, isWarned);
		assert.equal(await get("/pets"), body === "2" ? "2" : "1");
	});
}

test("the frame tells a hit's age, and what a miss differs in", async () => {
	const { gateway, apiId } = await cachedApi({
		integration: { cacheKeyParameters: ["method.request.querystring.page"] },
		methodOptions: { requestParameters: { "method.request.querystring.page": false } },
	});
	const frame = async (path: string) => {
		const { trace } = await gateway.send(apiId, { path });
		return trace?.frames.find((it) => it.step === "cache")?.summary ?? "";
	};
	assert.equal(
		await frame("/pets?page=1"),
		"miss: nothing is kept for this key; key GET method.request.querystring.page=1",
	);
	gateway.kernel.clock.advance(20_000);
	assert.match(await frame("/pets?page=1"), /^hit: kept 20 s ago, for another 280 s, used the first time; key GET /);
	assert.match(await frame("/pets?page=2"), /^miss: .* another method\.request\.querystring\.page: 1, not 2;/);
	gateway.kernel.clock.advance(281_000);
	assert.match(await frame("/pets?page=1"), /^miss: what was kept expired 1 s ago/);
});

test("what a stage keeps is gone when it is flushed, gets another cluster or is deleted", async () => {
	const { gateway, apiId, get } = await cachedApi();
	const stage = { restApiId: apiId, stageName: "test" };
	assert.equal(await get("/pets"), "1");
	await gateway.operate("FlushStageCache", stage);
	assert.equal(await get("/pets"), "2");
	await update(gateway, apiId, { "/cacheClusterSize": "1.6" });
	assert.equal(await get("/pets"), "3");
	assert.equal(gateway.gateway.cached(`${apiId}/test`).length, 1);
	await gateway.operate("DeleteStage", stage);
	assert.deepEqual(gateway.gateway.cached(`${apiId}/test`), []);
	await assert.rejects(gateway.operate("FlushStageCache", stage), { message: "Invalid stage identifier specified" });
});

test("an answer over 1 MiB is not kept, an error is", async () => {
	const long = await cachedApi({}, undefined, () => ({ body: "x".repeat(1_048_577) }));
	assert.equal((await long.get("/pets")).length, 1_048_577);
	await long.get("/pets");
	assert.equal(long.calls(), 2);
	const failing = await cachedApi({}, undefined, () => ({ statusCode: 503, body: "busy" }));
	for (let i = 0; i < 2; i++) assert.equal((await failing.gateway.send(failing.apiId, { path: "/pets" })).status, 503);
	assert.equal(failing.calls(), 1);
});

test("what is kept goes out as each client takes it", async () => {
	const { gateway, apiId } = await cachedApi({ api: { minimumCompressionSize: 0 } }, undefined, () => ({
		body: "text",
	}));
	const packed = await gateway.send(apiId, { path: "/pets", headers: { "Accept-Encoding": "gzip" } });
	assert.equal(packed.headers["content-encoding"], "gzip");
	const plain = await gateway.send(apiId, { path: "/pets" });
	assert.deepEqual([plain.body, plain.headers["content-encoding"]], ["text", undefined]);
	const again = await gateway.send(apiId, { path: "/pets", headers: { "Accept-Encoding": "gzip" } });
	assert.equal(again.headers["content-encoding"], "gzip");
});

type Proxied = { readonly statusCode?: number; readonly body: string };

/** A stage with a cache over a function that counts its calls. */
async function cachedApi(
	setup: MethodSetup = {},
	settings: Readonly<Record<string, string>> = { "/*/*/caching/enabled": "true" },
	answer: (call: number) => Proxied = (call) => ({ body: String(call) }),
) {
	let calls = 0;
	const gateway = await testGateway({
		invokeFunction: () => Promise.resolve(functionAnswer({ statusCode: 200, ...answer(++calls) })),
	});
	const integration = {
		type: "AWS_PROXY",
		integrationHttpMethod: "POST",
		uri: lambdaUri("pets"),
		...setup.integration,
	};
	const apiId = await deployMethod(gateway, { path: ["pets"], ...setup, integration, responses: {} });
	await update(gateway, apiId, { "/cacheClusterEnabled": "true", ...settings });
	const get = async (path: string, headers: Readonly<Record<string, string>> = {}) =>
		(await gateway.send(apiId, { path, headers })).body;
	return { gateway, apiId, get, calls: () => calls };
}

async function update(gateway: TestGateway, apiId: string, values: Readonly<Record<string, string>>): Promise<void> {
	const patchOperations = Object.entries(values).map(([path, value]) => ({ op: "replace", path, value }));
	await gateway.operate("UpdateStage", { restApiId: apiId, stageName: "test", patchOperations });
}
