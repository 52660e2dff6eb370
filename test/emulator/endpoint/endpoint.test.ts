import assert from "node:assert/strict";
import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { suite, test } from "node:test";
import type { EmulatorEvent } from "../../../protocol/events.ts";
import { startEmulator } from "../startEmulator.ts";

suite("The one port", () => {
	test("says that it is healthy, and what it plays", async (t) => {
		const { endpoint } = await startEmulator(t, { account: "123456789012", region: "eu-central-1" });
		const response = await fetch(`${endpoint}/_gatewright/health`);
		assert.deepEqual(await response.json(), { status: "running", account: "123456789012", region: "eu-central-1" });
	});

	const hosts: readonly [host: string, status: number][] = [
		["localhost", 200],
		["127.0.0.1:4566", 200],
		["abc.execute-api.localhost:1", 200],
		["[::1]:4566", 200],
		["dynamodb.us-east-1.amazonaws.com", 200],
		["evil.example", 403],
		["localhost.evil.example", 403],
		["127.0.0.1.evil.example", 403],
	];
	for (const [host, status] of hosts) {
		test(`answers ${status} to the host ${host}`, async (t) => {
			const { endpoint } = await startEmulator(t);
			const got = await new Promise<number | undefined>((resolve, reject) => {
				const request = httpRequest(`${endpoint}/_gatewright/health`, { headers: { Host: host } }, (response) => {
					response.resume();
					resolve(response.statusCode);
				});
				request.on("error", reject).end();
			});
			assert.equal(got, status);
		});
	}

	test("keeps web pages from elsewhere away from its own routes", async (t) => {
		const { endpoint } = await startEmulator(t);
		const from = (Origin: string) =>
			fetch(`${endpoint}/_gatewright/clock`, { headers: { Origin } }).then((it) => it.status);
		assert.deepEqual(
			[await from("https://evil.example"), await from("null"), await from("http://localhost:3000")],
			[403, 403, 200],
		);
	});

	test("says who is there when nobody answers", async (t) => {
		const { endpoint } = await startEmulator(t);
		const response = await fetch(`${endpoint}/prod/orders`);
		assert.equal(response.status, 404);
		assert.deepEqual(await response.json(), {
			message: "Nothing answers GET /prod/orders: it is no AWS call and no deployed API's path. No API is deployed.",
		});
	});

	test("a body larger than any operation's is refused and the port goes on", async (t) => {
		const { endpoint } = await startEmulator(t);
		const socket = connect(Number(new URL(endpoint).port), "127.0.0.1");
		socket.write("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 99999999999\r\n\r\nx");
		const answer = await new Promise<string>((resolve) => socket.once("data", (data) => resolve(String(data))));
		assert.match(answer, /^HTTP\/1\.1 413 /);
		socket.destroy();
		assert.equal((await fetch(`${endpoint}/_gatewright/health`)).status, 200);
	});
});

suite("The clock over HTTP", () => {
	const post = (endpoint: string, body: string) => fetch(`${endpoint}/_gatewright/clock`, { method: "POST", body });

	test("is paused, advanced and reset", async (t) => {
		const { endpoint } = await startEmulator(t);
		const read = async (response: Response) => (await response.json()) as { now: string; paused: boolean };
		const paused = await read(await post(endpoint, '{"pause": true}'));
		assert.equal(paused.paused, true);
		const advanced = await read(await post(endpoint, '{"advance": 86400}'));
		assert.equal(Date.parse(advanced.now) - Date.parse(paused.now), 86_400_000);
		assert.deepEqual(await read(await fetch(`${endpoint}/_gatewright/clock`)), advanced);
		const reset = await read(await post(endpoint, '{"reset": true}'));
		assert.equal(reset.paused, false);
		assert.ok(Date.parse(reset.now) < Date.parse(advanced.now));
	});

	for (const body of [
		"",
		"{",
		"[]",
		"{}",
		'{"advance": -1}',
		'{"advance": "1"}',
		'{"advance": 1e300}',
		'{"pause": 1}',
		'{"reset": false}',
	]) {
		test(`refuses ${body || "an empty body"} and says what it takes`, async (t) => {
			const { endpoint } = await startEmulator(t);
			const response = await post(endpoint, body);
			assert.equal(response.status, 400);
			assert.match(await response.text(), /advance|clock takes/);
		});
	}
});

suite("The event stream", () => {
	test("replays what came after a number, then goes on live", async (t) => {
		const { endpoint, kernel } = await startEmulator(t);
		const log = (text: string) => kernel.events.publish({ type: "log", part: "emulator", level: "info", text });
		log("one");
		log("two");
		const [first] = kernel.events.since(0).filter((it) => it.type === "log" && it.text === "one");
		const stop = new AbortController();
		const response = await fetch(`${endpoint}/_gatewright/events?since=${first?.seq}`, { signal: stop.signal });
		const texts: string[] = [];
		for await (const event of events(response)) {
			if (event.type === "log") texts.push(event.text);
			if (texts.length === 1) log("three");
			if (texts.length === 2) break;
		}
		stop.abort();
		assert.deepEqual(texts, ["two", "three"]);
	});
});

async function* events(response: Response): AsyncGenerator<EmulatorEvent> {
	let text = "";
	for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
		text += chunk;
		for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
			const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1];
			text = text.slice(end + 2);
			if (data !== undefined) yield JSON.parse(data) as EmulatorEvent; // our own emulator's
		}
	}
}
