import assert from "node:assert/strict";
import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { after, test } from "node:test";
import { deployMethod, type MethodSetup, type SentRequest, type TestGateway, testGateway } from "../testGateway.ts";

/** Echoes what it gets; `/status/NNN` answers so, `/hang` never does, `/reset` hangs up. */
const server = http.createServer((request, response) => {
	const { url = "", method, rawHeaders } = request;
	if (url.startsWith("/hang")) return;
	if (url.startsWith("/reset")) return void request.socket.destroy();
	if (url.startsWith("/redirect")) return void response.writeHead(302, { location: "/elsewhere" }).end();
	const chunks: Buffer[] = [];
	request.on("data", (chunk: Buffer) => chunks.push(chunk));
	request.on("end", () => {
		const status = Number(/\/status\/(\d+)/.exec(url)?.[1] ?? 200);
		response.writeHead(status, { "Content-Type": "application/json", "x-backend": "1", Via: "1.1 backend" });
		response.end(JSON.stringify({ url, method, rawHeaders, body: Buffer.concat(chunks).toString() }));
	});
});
server.listen(0, "127.0.0.1");
await once(server, "listening");
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
after(() => {
	server.closeAllConnections();
	server.close();
});

async function call(
	type: string,
	path: string,
	setup: Partial<MethodSetup> & { mapping?: object },
	request: SentRequest,
) {
	const gateway = await testGateway();
	const apiId = await httpApi(gateway, type, path, setup);
	return { gateway, answer: await gateway.send(apiId, request) };
}

function httpApi(gateway: TestGateway, type: string, path: string, setup: Partial<MethodSetup> & { mapping?: object }) {
	const integration = {
		type,
		integrationHttpMethod: "ANY",
		uri: `${origin}${path}`,
		requestParameters: setup.mapping ?? {},
		...setup.integration,
	};
	return deployMethod(gateway, { method: "ANY", ...setup, integration });
}

test("HTTP_PROXY sends the client's request on, with what mappings change, and the answer back", async () => {
	const { answer } = await call(
		"HTTP_PROXY",
		"/base/{proxy}?fixed=1",
		{
			path: ["{proxy+}"],
			methodOptions: { requestParameters: { "method.request.header.X-Own": false } },
			mapping: {
				"integration.request.header.x-mapped": "method.request.header.X-Own",
				"integration.request.header.X-Other": "'changed'",
			},
		},
		{
			method: "POST",
			path: "/a/b?q=1&q=2",
			headers: { "X-Own": "own", "x-other": "sent", TE: "trailers" },
			body: "data",
		},
	);
	assert.equal(answer.status, 200);
	const echo = JSON.parse(answer.body) as { url: string; method: string; rawHeaders: string[]; body: string };
	assert.deepEqual([echo.method, echo.url, echo.body], ["POST", "/base/a/b?fixed=1&q=1&q=2", "data"]);
	const headers = headersOf(echo.rawHeaders);
	assert.deepEqual(
		[headers["x-own"], headers["x-mapped"], headers["x-other"], headers["te"]],
		["own", "own", "changed", undefined],
	);
	assert.equal(headers["host"], origin.slice("http://".length));
	assert.equal(headers["user-agent"], "test/1");
	assert.match(headers["x-forwarded-for"] ?? "", /192\.0\.2\.1/);
	assert.equal(answer.headers["x-backend"], "1");
	assert.ok(answer.headers["x-amzn-remapped-date"]);
	assert.equal("via" in answer.headers, false);
});

test("HTTP sends what it is told to, and API Gateway's own headers (test_http_integration_with_lambda)", async () => {
	const { answer } = await call(
		"HTTP",
		"/here",
		{},
		{ method: "POST", path: "/?q=1", headers: { "X-Own": "1" }, body: "{}" },
	);
	const echo = JSON.parse(answer.body) as { url: string; rawHeaders: string[]; body: string };
	assert.deepEqual([echo.url, echo.body], ["/here", "{}"]);
	const headers = headersOf(echo.rawHeaders);
	assert.equal(headers["x-own"], undefined);
	assert.equal(headers["accept"], "application/json");
	assert.match(headers["user-agent"] ?? "", /^AmazonAPIGateway_[a-z0-9]{10}$/);
	assert.equal(headers["x-amzn-apigateway-api-id"], headers["user-agent"]?.slice("AmazonAPIGateway_".length));
});

for (const [type, expected] of [
	["HTTP", 200],
	["HTTP_PROXY", 400],
] as const) {
	test(`${type} turns the endpoint's 400 into ${expected} (test_http_integration_invoke_status_code_passthrough)`, async () => {
		const { answer } = await call(type, "/status/400", {}, { path: "/" });
		assert.equal(answer.status, expected);
	});
}

test("a redirect is the client's to follow", async () => {
	const { answer } = await call("HTTP_PROXY", "/redirect", {}, { path: "/" });
	assert.deepEqual([answer.status, answer.headers["location"]], [302, "/elsewhere"]);
});

test("an endpoint that hangs up is AWS's network error", async () => {
	const { answer } = await call("HTTP_PROXY", "/reset", {}, { path: "/" });
	assert.deepEqual([answer.status, answer.body], [504, '{"message":"Network error communicating with endpoint"}']);
});

test("an endpoint that does not answer in time is 504, by the virtual clock", async () => {
	const gateway = await testGateway();
	const apiId = await httpApi(gateway, "HTTP", "/hang", { integration: { timeoutInMillis: 500 } });
	const arrived = once(server, "request");
	const pending = gateway.send(apiId, { path: "/" });
	await arrived;
	gateway.kernel.clock.advance(500);
	const answer = await pending;
	assert.deepEqual([answer.status, answer.body], [504, '{"message":"Endpoint request timed out"}']);
});

test("an address that is none is a configuration error", async () => {
	const { answer } = await call("HTTP", "", { integration: { uri: "http://${stageVariables.host}/x" } }, { path: "/" });
	assert.equal(answer.status, 500);
	assert.match(answer.trace?.frames.at(-1)?.summary ?? "", /Invalid endpoint address/);
});

function headersOf(rawHeaders: readonly string[]): Record<string, string> {
	const result: Record<string, string> = {};
	for (let i = 0; i + 1 < rawHeaders.length; i += 2)
		result[(rawHeaders[i] ?? "").toLowerCase()] = rawHeaders[i + 1] ?? "";
	return result;
}
