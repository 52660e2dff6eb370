import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { type Emulator, EmulatorFailure, startEmulator } from "../../client/emulator.ts";

// Programs at the other end of the wire: each keeps to the protocol of `gatewright start --json`, or breaks it in one way.
const ready = `console.log(JSON.stringify({ ready: true, endpoint: "http://127.0.0.1:1", apis: [], functions: [], tables: [] }));`;
const stay = "setInterval(() => {}, 1000);";

test("the emulator has started when it says that it answers", async (t) => {
	const emulator = await start(t, `process.on("SIGTERM", () => process.exit(0)); ${ready}${stay}`);
	assert.equal(emulator.ready.endpoint, "http://127.0.0.1:1");
	await emulator.stop();
	assert.deepEqual(await emulator.ended, { code: 0, signal: null, asked: true });
});

test("the emulator is started as `gatewright start … --json`, and not as an editor or with the editor's debugger", async (t) => {
	process.env["NODE_OPTIONS"] = "--no-warnings";
	t.after(() => delete process.env["NODE_OPTIONS"]);
	const said: string[] = [];
	const program = `console.error(JSON.stringify([process.argv.slice(2), process.env.NODE_OPTIONS ?? null, process.env.ELECTRON_RUN_AS_NODE]));
process.stderr.once("drain", () => {}); setTimeout(() => {${ready}}, 20); ${stay}`;
	const emulator = await start(t, program, { said, args: ["template.yaml", "--port", "0"] });
	await emulator.stop();
	assert.deepEqual(
		said.map((it) => JSON.parse(it)),
		[[["start", "template.yaml", "--port", "0", "--json"], null, "1"]],
	);
});

test("why the emulator cannot start is told in its own words, with its problems", async (t) => {
	const problem = { severity: "error", code: "port-in-use", message: "Port 4566 is in use by another program." };
	const failure = await failureOf(
		start(
			t,
			`console.log(JSON.stringify(${JSON.stringify({ ready: false, problems: [problem] })})); process.exitCode = 1;`,
		),
	);
	assert.equal(failure.message, problem.message);
	assert.deepEqual(failure.problems, [problem]);
});

test("an emulator that crashes as it starts is told with what it said last", async (t) => {
	const failure = await failureOf(start(t, `throw new Error("no such module");`));
	assert.match(failure.message, /^The emulator ended as it started \(exit code 1\): .*Error: no such module/s);
});

test("an emulator that does not start in time is ended and told", async (t) => {
	const failure = await failureOf(start(t, stay, { startTimeoutMs: 50 }));
	assert.equal(failure.message, "The emulator did not start within 0.05 seconds.");
});

test("an emulator that does not end when asked is ended all the same", async (t) => {
	const emulator = await start(
		t,
		`process.on("SIGTERM", () => {}); process.on("disconnect", () => {}); ${stay}${ready}`,
		{ stopTimeoutMs: 50 },
	);
	await emulator.stop();
	assert.deepEqual(await emulator.ended, { code: null, signal: "SIGKILL", asked: true });
});

test("an emulator that dies is told apart from one that was stopped", async (t) => {
	const emulator = await start(
		t,
		`process.on("disconnect", () => {}); ${ready} setTimeout(() => process.exit(3), 10);`,
	);
	assert.deepEqual(await emulator.ended, { code: 3, signal: null, asked: false });
});

test("what breaks because the emulator dies as it starts is told as its end", async (t) => {
	const dies = await start(t, `process.on("disconnect", () => {}); ${ready} setTimeout(() => process.exit(3), 20);`);
	const failure = await failureOf(dies.whileItStarts(Promise.reject(new TypeError("fetch failed"))));
	assert.equal(failure.message, "The emulator ended as it started (exit code 3).");
});

test("what the emulator prints after its first line is read and given up", async (t) => {
	const program = `${ready} const line = "x".repeat(1000); for (let i = 0; i < 2000; i++) console.log(line); console.error("written");
process.exitCode = 0; process.disconnect();`;
	const said: string[] = [];
	const emulator = await start(t, program, { said });
	assert.equal((await emulator.ended).code, 0);
});

type Options = { said?: string[]; args?: readonly string[]; startTimeoutMs?: number; stopTimeoutMs?: number };

async function start(t: { after(done: () => void): void }, source: string, options: Options = {}): Promise<Emulator> {
	const dir = mkdtempSync(join(tmpdir(), "gw-"));
	t.after(() => rmSync(dir, { recursive: true }));
	const program = join(dir, "gatewright.cjs");
	writeFileSync(program, source);
	return startEmulator({
		program,
		args: options.args ?? [],
		cwd: dir,
		startTimeoutMs: options.startTimeoutMs ?? 20_000,
		stopTimeoutMs: options.stopTimeoutMs ?? 20_000,
		onOutput: (line) => options.said?.push(line),
	});
}

async function failureOf(starting: Promise<unknown>): Promise<EmulatorFailure> {
	const failure: unknown = await starting.catch((error: unknown) => error);
	assert.ok(failure instanceof EmulatorFailure, String(failure));
	return failure;
}
