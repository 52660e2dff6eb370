import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { type TestContext, test } from "node:test";
import { type Answered, invoke, requestUrl } from "../../client/invocation.ts";
import type { InvokeRequest } from "../../protocol/invoke.ts";

const plain: InvokeRequest = {
	folder: "f",
	apiId: "a",
	stage: "s",
	httpMethod: "GET",
	path: "/",
	query: [],
	headers: [],
	body: "",
};

for (const { path, query = [], url } of [
	{ path: "/orders/7", url: "http://127.0.0.1:1/_api/a/s/orders/7" },
	{ path: "orders", url: "http://127.0.0.1:1/_api/a/s/orders" },
	{ path: "/a%2Fb/c d", url: "http://127.0.0.1:1/_api/a/s/a%2Fb/c%20d" },
	{ path: "/what?now#here", url: "http://127.0.0.1:1/_api/a/s/what%3Fnow%23here" },
	{
		path: "/",
		query: [
			{ name: "tag", value: "a&b" },
			{ name: "tag", value: "ö" },
		],
		url: "http://127.0.0.1:1/_api/a/s/?tag=a%26b&tag=%C3%B6",
	},
]) {
	test(`the path ${path} is sent to ${url}`, () => {
		assert.equal(requestUrl("http://127.0.0.1:1/_api/a/s", { path, query }).href, url);
	});
}

test("a path cannot lead out of the stage", () => {
	assert.throws(
		() => requestUrl("http://127.0.0.1:1/_api/a/s", { path: "/../../b/s/orders", query: [] }),
		/leads out of the stage/,
	);
});

test("the request is sent as it was written: a GET may have a body, a header may be repeated", async (t) => {
	const answer = await send(
		t,
		{ ...plain, body: "{}", headers: [...pairs("X-Tag", "a"), ...pairs("x-tag", "b")] },
		(request, response) => {
			void textOf(request).then((body) =>
				response.end(
					JSON.stringify([request.method, request.headers["x-tag"], request.headers["content-length"], body]),
				),
			);
		},
	);
	assert.deepEqual(JSON.parse(answer.body), ["GET", "a, b", "2", "{}"]);
});

test("the answer is shown as it came: status, repeated headers in their own case, the body not unpacked", async (t) => {
	const answer = await send(t, plain, (_, response) => {
		response
			.writeHead(418, "Teapot", ["Set-Cookie", "a=1", "Set-Cookie", "b=2", "X-AMZN-Trace", "t"])
			.end("short and stout");
	});
	assert.equal(answer.status, 418);
	assert.equal(answer.statusText, "Teapot");
	assert.deepEqual(answer.headers.slice(0, 3), [
		...pairs("Set-Cookie", "a=1"),
		...pairs("Set-Cookie", "b=2"),
		...pairs("X-AMZN-Trace", "t"),
	]);
	assert.equal(answer.body, "short and stout");
	assert.equal(answer.cut, false);
});

test("a body that is no text is shown in Base64", async (t) => {
	const answer = await send(t, plain, (_, response) => response.end(Buffer.from([0xff, 0xfe, 0x00])));
	assert.deepEqual([answer.body, answer.bodyEncoding, answer.bodyBytes], ["//4A", "base64", 3]);
});

test("of a long body a megabyte is shown, cut between two characters", async (t) => {
	const answer = await send(t, plain, (_, response) => response.end(`x${"ö".repeat(1024 * 1024)}`));
	assert.equal(answer.bodyEncoding, "text");
	assert.equal(answer.cut, true);
	assert.equal(answer.bodyBytes, 2 * 1024 * 1024 + 1);
	assert.equal(answer.body.length, 1 + (1024 * 1024 - 2) / 2);
});

test("a request that is not answered in time says which setting decides that", async (t) => {
	await assert.rejects(
		send(t, plain, () => {}, { timeoutMs: 50 }),
		/^Error: No answer within 0\.05 seconds \(setting gatewright\.invoke\.timeoutSeconds\)\.$/,
	);
});

test("an answer that never ends is ended by the same limit", async (t) => {
	await assert.rejects(
		send(t, plain, (_, response) => response.write("begun"), { timeoutMs: 200 }),
		/No answer within 0\.2 seconds/,
	);
});

test("a request can be cancelled while it waits", async (t) => {
	const cancel = new AbortController();
	await assert.rejects(
		send(t, plain, () => cancel.abort(), { signal: cancel.signal }),
		{ name: "AbortError" },
	);
});

type Options = { readonly timeoutMs?: number; readonly signal?: AbortSignal };

async function send(
	t: TestContext,
	request: InvokeRequest,
	answer: RequestListener,
	options: Options = {},
): Promise<Answered> {
	const server = createServer(answer);
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	t.after(() => {
		server.closeAllConnections();
		server.close();
	});
	const { port } = server.address() as AddressInfo; // It listens on a port, so it has one.
	return invoke(`http://127.0.0.1:${port}/_api/a/s`, request, {
		timeoutMs: 20_000,
		signal: new AbortController().signal,
		...options,
	});
}

async function textOf(request: IncomingMessage): Promise<string> {
	const pieces: Buffer[] = [];
	for await (const piece of request as AsyncIterable<Buffer>) pieces.push(piece);
	return Buffer.concat(pieces).toString();
}

function pairs(name: string, value: string): readonly { name: string; value: string }[] {
	return [{ name, value }];
}
