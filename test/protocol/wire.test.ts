import assert from "node:assert/strict";
import { test } from "node:test";
import { MessageChannel } from "node:worker_threads";
import { connect, type Methods, type Port } from "../../protocol/wire.ts";

type Calculator = { add(a: number, b: number): Promise<number>; fail(): Promise<void>; never(): Promise<void> };
type Named = { name(): Promise<string> };

const calculator = {
	add: async (a: number, b: number) => a + b,
	fail: async () => {
		throw new Error("the battery is flat");
	},
	never: () => new Promise<void>(() => {}),
};

test("a call is answered with what the other side returned", async (t) => {
	const { there } = pair<Calculator>(t, calculator);
	assert.equal(await there.add(2, 3), 5);
});

test("both sides call each other over one port", async (t) => {
	const { left, right } = ports(t);
	const named = connect<Named>(left, calculator);
	const there = connect<Calculator>(right, { name: async () => `sum ${await there.add(1, 1)}` });
	assert.equal(await named.name(), "sum 2");
});

test("a failure over there is a failure here, with its message", async (t) => {
	const { there } = pair<Calculator>(t, calculator);
	await assert.rejects(there.fail(), { message: "the battery is flat" });
});

test("a method that throws before it promises fails only its own call", async (t) => {
	const here = {
		add: (a: number, b: number) => Promise.resolve(a + b),
		fail: () => {
			throw new TypeError("at once");
		},
	};
	const { there } = pair<Calculator>(t, here);
	await assert.rejects(there.fail(), { message: "at once" });
	assert.equal(await there.add(1, 2), 3);
});

for (const method of ["toString", "constructor", "__proto__", "hasOwnProperty", "missing"]) {
	test(`${method} is refused, for it was not offered`, async (t) => {
		const { there } = pair<Record<string, () => Promise<unknown>>>(t, calculator);
		await assert.rejects(async () => there[method]?.(), { message: `${method} is not offered` });
	});
}

test("a method inherited by the offered object is refused", async (t) => {
	const { there } = pair<Calculator>(t, Object.create(calculator));
	await assert.rejects(there.add(1, 2), { message: "add is not offered" });
});

test("a caller is not left waiting when the port closes, nor after", async (t) => {
	const { there, left } = pair<Calculator>(t, calculator);
	const waiting = there.never();
	left.close();
	await assert.rejects(waiting, { message: "the connection is closed" });
	await assert.rejects(there.add(1, 2), { message: "add: the connection is closed" });
});

test("a caller is not left waiting beyond the port's deadline", async (t) => {
	const { there, left } = pair<Calculator>(t, calculator);
	const waiting = there.never();
	left.expire();
	await assert.rejects(waiting, { message: "never: no answer in time" });
});

test("an answered call has given its deadline back", async (t) => {
	const { there, left } = pair<Calculator>(t, calculator);
	await there.add(1, 2);
	assert.equal(left.deadlines.size, 0);
});

test("a call that nobody receives fails at once", async () => {
	const nobody: Port = { send: async () => false, receive: () => {}, closed: () => {}, deadline: () => () => {} };
	await assert.rejects(connect<Calculator>(nobody, {}).add(1, 2), { message: "add: nobody is there" });
});

test("an answer that cannot be carried is a failure that says so", async (t) => {
	const { there } = pair<{ give(): Promise<unknown> }>(t, { give: async () => () => {} });
	await assert.rejects(there.give(), /^Error: give: .*could not be cloned/);
});

test("an argument that cannot be carried fails the call", async (t) => {
	const { there } = pair<{ take(it: unknown): Promise<void> }>(t, { take: async () => {} });
	await assert.rejects(
		there.take(() => {}),
		/^Error: take: .*could not be cloned/,
	);
});

test("more than a thousand unanswered calls are refused", async (t) => {
	const { there, left } = pair<Calculator>(t, calculator);
	const waiting = Array.from({ length: 1000 }, () => there.never());
	await assert.rejects(there.never(), { message: "never: too many calls are unanswered" });
	left.close();
	assert.equal((await Promise.allSettled(waiting)).filter((it) => it.status === "rejected").length, 1000);
});

for (const message of [
	null,
	"text",
	7,
	{},
	[],
	{ call: "1", method: "add", args: [] },
	{ call: 1, method: 2, args: [] },
	{ call: 1, method: "add", args: "no list" },
	{ answer: 99, value: 1 },
	{ answer: "1", value: 1 },
]) {
	test(`the message ${JSON.stringify(message)} is ignored`, async (t) => {
		const { there, right } = pair<Calculator>(t, calculator);
		await right.send(message);
		assert.equal(await there.add(2, 2), 4);
	});
}

test("the other end can be returned from an async function", async (t) => {
	const { there } = pair<Calculator>(t, calculator);
	const awaited = await Promise.resolve(there);
	assert.equal(await awaited.add(4, 4), 8);
});

type Closes = { after(done: () => void): void };
type TestPort = Port & { close(): void; expire(): void; deadlines: Set<() => void> };

/** `there` is what the left side sees of `offered`, which stands on the right. */
function pair<There extends Methods<There>>(t: Closes, offered: object) {
	const { left, right } = ports(t);
	connect<Record<string, never>>(right, offered);
	return { there: connect<There>(left, {}), left, right };
}

function ports(t: Closes): { left: TestPort; right: TestPort } {
	const { port1, port2 } = new MessageChannel();
	t.after(() => port1.close());
	return { left: over(port1), right: over(port2) };
}

function over(channel: MessageChannel["port1"]): TestPort {
	const deadlines = new Set<() => void>();
	return {
		deadlines,
		send(message) {
			channel.postMessage(message);
			return true;
		},
		receive: (listener) => channel.on("message", listener),
		closed: (listener) => channel.on("close", listener),
		deadline(expired) {
			deadlines.add(expired);
			return () => deadlines.delete(expired);
		},
		close: () => channel.close(),
		expire: () => [...deadlines].forEach((it) => it()),
	};
}
