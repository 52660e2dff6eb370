import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { eventReader, followEvents } from "../../client/events.ts";
import type { EmulatorEvent } from "../../protocol/events.ts";

const stream = `${message(1)}:\n\n${message(2)}`;

for (const pieces of [[stream], stream.split(""), [stream.slice(0, 5), stream.slice(5, 40), stream.slice(40)]]) {
	test(`events are read from ${pieces.length} pieces, and heartbeats are not events`, () => {
		const seen: number[] = [];
		const take = eventReader((event) => seen.push(event.seq));
		for (const piece of pieces) take(piece);
		assert.deepEqual(seen, [1, 2]);
	});
}

test("a broken stream is taken up behind the last event seen, until nobody follows", { timeout: 20_000 }, async (t) => {
	const asked: (string | undefined)[] = [];
	const answers = [message(1) + message(2), message(3)];
	const server = createServer((request, response) => {
		asked.push(request.url);
		response.writeHead(200, { "Content-Type": "text/event-stream" });
		const answer = answers.shift();
		response.write(answer ?? ":\n\n");
		// The first connection breaks off in the middle of a message.
		if (answers.length === 1) response.write("id: 9\nda", () => response.destroy());
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	t.after(() => server.close());

	const seen: number[] = [];
	const following = new AbortController();
	await followEvents(
		`http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		(event) => {
			seen.push(event.seq);
			if (event.seq === 3) following.abort();
		},
		following.signal,
	);
	assert.deepEqual(seen, [1, 2, 3]);
	assert.deepEqual(asked, ["/_gatewright/events?since=0", "/_gatewright/events?since=2"]);
});

function message(seq: number): string {
	const event: EmulatorEvent = {
		seq,
		time: "2026-01-01T00:00:00.000Z",
		type: "log",
		part: "lambda",
		level: "info",
		text: "data: x",
	};
	return `id: ${seq}\ndata: ${JSON.stringify(event)}\n\n`;
}
