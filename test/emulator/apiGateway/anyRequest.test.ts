import assert from "node:assert/strict";
import { test } from "node:test";
import { gunzipSync, gzipSync } from "node:zlib";
import fc from "fast-check";
import { addMethod, createApi, deploy, deployMethod, functionAnswer, lambdaUri, testGateway } from "./testGateway.ts";

test("no request, however malformed, is answered otherwise than by the API or a gateway response", async () => {
	const gateway = await testGateway({ invokeFunction: async () => functionAnswer({ statusCode: 200 }) });
	const restApiId = await createApi(gateway, { binaryMediaTypes: ["image/*"], minimumCompressionSize: 0 });
	const both = { validateRequestBody: true, validateRequestParameters: true };
	const validator = await gateway.operate("CreateRequestValidator", { restApiId, name: "both", ...both });
	await addMethod(gateway, restApiId, {
		path: ["a", "{id}"],
		method: "ANY",
		methodOptions: {
			requestValidatorId: validator["id"],
			requestParameters: { "method.request.querystring.q": true },
			requestModels: { "application/json": "Error" },
		},
		integration: {
			type: "MOCK",
			requestTemplates: { $default: '{"statusCode": 200, "x": "$input.json(\'$.a\') $input.params(\'q\')"}' },
		},
		responses: {
			200: { integration: { responseTemplates: { "application/json": "$input.params('id') $input.path('$')" } } },
		},
	});
	await addMethod(gateway, restApiId, {
		path: ["{proxy+}"],
		method: "ANY",
		integration: { type: "AWS_PROXY", integrationHttpMethod: "POST", uri: lambdaUri("f") },
	});
	await deploy(gateway, restApiId);
	const part = fc.oneof(
		fc.constantFrom("a", "..", "%2F", "%", "%00", "", "{id}", "__proto__", "constructor"),
		fc.string(),
	);
	const name = fc.oneof(
		fc.constantFrom("Content-Type", "Accept", "Content-Encoding", "X-Api-Key", "__proto__"),
		fc.string(),
	);
	const value = fc.oneof(
		fc.constantFrom("application/json", "gzip", "image/png", "*/*", ";;,", "multipart/"),
		fc.string(),
	);
	const request = fc.record({
		method: fc.oneof(fc.constantFrom("GET", "POST", "HEAD", "OPTIONS"), fc.string()),
		path: fc.array(part, { maxLength: 4 }).map((parts) => `/${parts.join("/").replaceAll("?", "")}`),
		query: fc.oneof(fc.constantFrom("q=1", "q", "&&=&", "q=%", "__proto__=1"), fc.string()),
		headers: fc.array(fc.tuple(name, value), { maxLength: 5 }).map((entries) => Object.fromEntries(entries)),
		body: fc.oneof(
			fc.json(),
			fc.string(),
			fc.uint8Array().map((bytes) => Buffer.from(bytes)),
		),
	});
	await fc.assert(
		fc.asyncProperty(request, async ({ query, path, ...rest }) => {
			gateway.kernel.clock.advance(1000);
			const { status } = await gateway.send(restApiId, { ...rest, path: `${path}?${query}` });
			assert.ok([200, 400, 403].includes(status), String(status));
		}),
		{ numRuns: 500 },
	);
	const bugs = gateway.kernel.events
		.since(0)
		.filter((it) => it.type === "log" && it.text.includes("a bug of Gatewright"));
	assert.deepEqual(bugs, []);
});

test("a failure of our own is AWS's 500 and an error in the log that names it", async () => {
	const gateway = await testGateway({
		invokeFunction: () => Promise.reject(new TypeError("a slip of ours")),
	});
	const integration = { type: "AWS_PROXY", integrationHttpMethod: "POST", uri: lambdaUri("f") };
	const apiId = await deployMethod(gateway, { integration });
	const answer = await gateway.send(apiId, { path: "/" });
	assert.deepEqual([answer.status, answer.body], [500, '{"message": "Internal server error"}']);
	const errors = gateway.kernel.events
		.since(0)
		.flatMap((it) => (it.type === "log" && it.level === "error" ? it.text : []));
	assert.ok(errors.some((it) => it.includes("a bug of Gatewright") && it.includes("a slip of ours")));
});

test("a body beyond 10 MB is refused", async () => {
	const gateway = await testGateway();
	const apiId = await deployMethod(gateway, { method: "POST" });
	const answer = await gateway.send(apiId, { method: "POST", path: "/", body: Buffer.alloc(10 * 1024 * 1024 + 1) });
	assert.equal(answer.status, 413);
});

test("an API that compresses packs what is long enough and unpacks what it gets", async () => {
	const gateway = await testGateway();
	const apiId = await deployMethod(gateway, {
		method: "POST",
		api: { minimumCompressionSize: 10 },
		integration: { type: "MOCK", requestTemplates: { "application/json": '{"statusCode": $input.path("$.status")}' } },
		responses: {
			200: { integration: { responseTemplates: { "application/json": "long enough to pack" } } },
			400: { integration: { selectionPattern: "400", responseTemplates: { "application/json": "short" } } },
		},
	});
	const send = (status: number) =>
		gateway.send(apiId, {
			method: "POST",
			path: "/",
			headers: { "Content-Encoding": "gzip", "Accept-Encoding": "br, gzip" },
			body: gzipSync(JSON.stringify({ status })),
		});
	const long = await send(200);
	assert.equal(long.headers["content-encoding"], "gzip");
	assert.equal(gunzipSync(Buffer.from(long.raw.body)).toString(), "long enough to pack");
	const short = await send(400);
	assert.deepEqual([short.status, short.body, short.headers["content-encoding"]], [400, "short", undefined]);
});
