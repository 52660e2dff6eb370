import assert from "node:assert/strict";
import { once } from "node:events";
import { rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { testLambda } from "./testLambda.ts";

/** A place where handlers wait until the test lets them go: `await fetch(event.gate)`. */
async function gate(t: TestContext) {
	const waiting: (() => void)[] = [];
	const server = createServer((_request, response) => {
		waiting.push(() => response.end());
		server.emit("arrived");
	});
	server.listen(0, "127.0.0.1");
	await once(server, "listening");
	t.after(() => server.close());
	const { port } = server.address() as AddressInfo; // a TCP server
	return {
		url: `http://127.0.0.1:${port}`,
		async arrivals(count: number) {
			while (waiting.length < count) await once(server, "arrived");
		},
		open() {
			for (const go of waiting.splice(0)) go();
		},
	};
}

const waits = `const id = Math.random(); let n = 0;
exports.handler = async (event) => { n++; if (event.gate) await fetch(event.gate); return { id, n, pid: process.pid, code: 1 }; };`;
type Answer = { readonly id: number; readonly n: number; readonly pid: number; readonly code: number };

test("invocations one after the other share an environment; at the same time, each has its own", {
	timeout: 30_000,
}, async (t) => {
	const { make, run } = await testLambda(t);
	const { url, arrivals, open } = await gate(t);
	await make("f", { "index.js": waits }, { Timeout: 20 });
	const answers = async (...events: object[]) =>
		(await Promise.all(events.map((event) => run("f", event)))).map(({ payload }) => payload as Answer);

	const [first] = await answers({});
	const [second] = await answers({});
	assert.deepEqual([second?.id, second?.n], [first?.id, 2]);

	const running = answers({ gate: url }, { gate: url }, { gate: url });
	await arrivals(3);
	open();
	const three = await running;
	assert.equal(new Set(three.map(({ id }) => id)).size, 3);
	assert.ok(three.some(({ id, n }) => id === first?.id && n === 3));
});

test("new code lets running invocations finish on the old and starts the next on the new", {
	timeout: 30_000,
}, async (t) => {
	const { make, run, call, folder } = await testLambda(t);
	const { url, arrivals, open } = await gate(t);
	await make("f", { "index.js": waits }, { Timeout: 20 });
	const running = run("f", { gate: url });
	await arrivals(1);
	await writeFile(join(folder, "f", "index.js"), waits.replace("code: 1", "code: 2"));
	await call("UpdateFunctionCode", { FunctionName: "f", S3Bucket: "gatewright-folder", S3Key: join(folder, "f") });
	assert.equal(((await run("f")).payload as Answer).code, 2);
	open();
	const old = (await running).payload as Answer;
	assert.equal(old.code, 1);
	assert.equal(((await run("f")).payload as Answer).code, 2);
	await gone(old.pid);
});

test("an environment that nobody uses ends after its time on the virtual clock", { timeout: 30_000 }, async (t) => {
	const { make, run, kernel } = await testLambda(t, { idleMs: 60_000 });
	await make("f", { "index.js": waits });
	const { pid } = (await run("f")).payload as Answer;
	kernel.clock.advance(59_000);
	assert.equal(((await run("f")).payload as Answer).pid, pid);
	kernel.clock.advance(61_000);
	await gone(pid);
	assert.notEqual(((await run("f")).payload as Answer).pid, pid);
});

test("when the machine runs as many processes as it may, invocations wait their turn", {
	timeout: 30_000,
}, async (t) => {
	const { make, run } = await testLambda(t, { processesMax: 2 });
	const { url, arrivals, open } = await gate(t);
	await make("f", { "index.js": waits }, { Timeout: 20 });
	await make("g", { "index.js": waits }, { Timeout: 20 });
	const running = [run("f", { gate: url }), run("f", { gate: url })];
	await arrivals(2);
	// The third waits for one of the two, and another function's then takes the place of one that has become idle.
	const third = run("f");
	const other = run("g");
	open();
	const pids = (await Promise.all(running)).map(({ payload }) => (payload as Answer).pid);
	assert.ok(pids.includes(((await third).payload as Answer).pid));
	assert.ok(!pids.includes(((await other).payload as Answer).pid));
});

test("deleting a function and closing the emulator end all processes, also those that loop", {
	timeout: 30_000,
}, async (t) => {
	const { make, run, call, lambda, folder } = await testLambda(t);
	const loops = `require("fs").writeFileSync(process.env.PID_FILE, String(process.pid));
		require("child_process").spawn("sleep", ["1000"]); process.on("SIGTERM", () => {});
		exports.handler = async (event) => { while (event.loop); return process.pid; };`;
	const settings = { Timeout: 900, Environment: { Variables: { PID_FILE: join(folder, "pid") } } };
	await make("idle", { "index.js": loops }, settings);
	const idle = Number((await run("idle")).payload);
	await call("DeleteFunction", { FunctionName: "idle" });
	await gone(idle);

	await make("busy", { "index.js": loops }, settings);
	const busy = Number((await run("busy")).payload);
	const looping = run("busy", { loop: true });
	await lambda.close();
	await gone(busy);
	assert.equal((await looping).error, "Unhandled");
	await rm(join(folder, "pid"));
});

test("a process started ahead serves the next cold start", { timeout: 30_000 }, async (t) => {
	const { make, run, lambda } = await testLambda(t);
	await lambda.prepare("nodejs22.x");
	await make("f", { "index.js": waits });
	const { tail, payload } = await run("f");
	assert.match(tail, /Init Duration: /);
	assert.equal((payload as Answer).n, 1);
	// Its options are in the environment only when it starts: such a function gets a process of its own.
	await make(
		"own",
		{ "index.js": "exports.handler = async () => process.execArgv.length + process.title" },
		{
			Environment: { Variables: { NODE_OPTIONS: "--title=mine" } },
		},
	);
	assert.match(String((await run("own")).payload), /mine$/);
});

/** Waits until there is no such process. */
async function gone(pid: number): Promise<void> {
	while (isAlive(pid)) await new Promise((resolve) => setImmediate(resolve));
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
