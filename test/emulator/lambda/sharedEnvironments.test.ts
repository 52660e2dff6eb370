import assert from "node:assert/strict";
import { suite, type TestContext, test } from "node:test";
import { virtualClock } from "../../../emulator/aws/clock.ts";
import type { Environment, EnvironmentSpec } from "../../../emulator/lambda/environment/environment.ts";
import { environmentPool, type PooledEnvironment } from "../../../emulator/lambda/environmentPool.ts";
import type { FunctionVersion } from "../../../emulator/lambda/functions.ts";
import { sharedEnvironments } from "../../../emulator/lambda/sharedEnvironments.ts";

/** A pool for a machine with two cores, whose environments are no processes, and a function whose invocations took `ranMs`. */
async function pool(t: TestContext, ranMs?: number) {
	const clock = virtualClock();
	t.after(() => clock.close());
	let started = 0;
	const start = async (): Promise<Environment> => {
		started++;
		return {
			initialised: Promise.resolve({ kind: "ready" }),
			invoke: async () => ({ kind: "exited" }),
			ended: false,
			stop: async () => {},
			processId: undefined,
		};
	};
	const spec: EnvironmentSpec = {
		runtime: "nodejs22.x",
		handler: "index.handler",
		folder: "/nowhere",
		memorySizeMb: 128,
		variables: {},
		jsonLogs: false,
	};
	const processes = environmentPool({ clock, processesMax: 32, idleMs: 60_000, start, specOf: () => spec });
	const shared = sharedEnvironments(processes, 2);
	const release = (pooled: PooledEnvironment, ms: number) => {
		pooled.ranMs = ms;
		shared.release(pooled);
	};
	if (ranMs !== undefined) {
		// The first invocation of an environment does not count: it is the slowest.
		for (const _ of ["cold", "warm"]) release(await shared.acquire(version), ranMs);
	}
	return { shared, release, started: () => started };
}

const version: FunctionVersion = {
	name: "f",
	version: "$LATEST",
	runtime: "nodejs22.x",
	role: "arn:aws:iam::000000000000:role/test",
	handler: "index.handler",
	description: "",
	timeoutSeconds: 3,
	memorySizeMb: 128,
	architecture: "x86_64",
	ephemeralStorageMb: 512,
	tracing: "PassThrough",
	logging: { format: "Text", group: "/aws/lambda/f" },
	layers: [],
	code: { kind: "folder", folder: "/nowhere", sha256: "", sizeBytes: 0 },
	lastModified: "",
	revision: "",
	generation: "1",
};

suite("How many processes a function has", () => {
	for (const { ranMs, atOnce, processes, why } of [
		{ ranMs: undefined, atOnce: 5, processes: 5, why: "nobody knows yet how long it takes: one for each" },
		{ ranMs: 0.1, atOnce: 32, processes: 2, why: "it answers at once: one for each core" },
		{ ranMs: 4, atOnce: 5, processes: 3, why: "two may wait for two of 4 ms, a third would wait too long" },
		{ ranMs: 100, atOnce: 5, processes: 5, why: "it takes long: one for each" },
	]) {
		test(`${atOnce} invocations of ${ranMs ?? "an unknown number of"} ms have ${processes}: ${why}`, async (t) => {
			const { shared, release, started } = await pool(t, ranMs);
			const waiting = Array.from({ length: atOnce }, () => shared.acquire(version));
			let ran = 0;
			const runs = waiting.map(async (it) => {
				const pooled = await it;
				ran++;
				// Held until all that can run at once do.
				await new Promise((resolve) => setImmediate(resolve));
				release(pooled, ranMs ?? 0.1);
			});
			await Promise.all(runs);
			assert.deepEqual({ ran, processes: started() }, { ran: atOnce, processes });
		});
	}

	test("who waits for an invocation that does not end gets a process of its own", { timeout: 10_000 }, async (t) => {
		const { shared, release, started } = await pool(t, 0.1);
		const stuck = [await shared.acquire(version), await shared.acquire(version)];
		const impatient = await Promise.all([shared.acquire(version), shared.acquire(version)]);
		assert.equal(started(), 4);
		for (const it of [...stuck, ...impatient]) release(it, 0.1);
	});

	test("those who wait have their turn in the order in which they came", async (t) => {
		const { shared, release } = await pool(t, 0.1);
		const running = [await shared.acquire(version), await shared.acquire(version)];
		const order: string[] = [];
		const next = ["first", "second"].map(async (name) => {
			const pooled = await shared.acquire(version);
			order.push(name);
			return pooled;
		});
		for (const it of running) release(it, 0.1);
		for (const it of await Promise.all(next)) release(it, 0.1);
		assert.deepEqual(order, ["first", "second"]);
	});
});
