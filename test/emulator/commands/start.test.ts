import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { suite, type TestContext, test } from "node:test";
import type { Ready } from "../../../protocol/app.ts";

const root = join(import.meta.dirname, "../../..");
const orders = join(root, "examples/orders");

/** Runs the command itself; it is killed with the test if it still lives. */
function gatewright(t: TestContext, ...args: string[]): ChildProcess {
	const child = spawn(process.execPath, [join(root, "emulator/gatewright.ts"), ...args], {
		stdio: ["ignore", "pipe", "pipe"],
	});
	t.after(() => child.kill("SIGKILL"));
	return child;
}

async function firstLine(child: ChildProcess): Promise<string> {
	assert.ok(child.stdout);
	const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string]; // readline's event
	return line;
}

async function whole(child: ChildProcess): Promise<{ code: number | null; out: string; err: string }> {
	let out = "";
	let err = "";
	child.stdout?.setEncoding("utf8").on("data", (chunk: string) => void (out += chunk));
	child.stderr?.setEncoding("utf8").on("data", (chunk: string) => void (err += chunk));
	const [code] = (await once(child, "close")) as [number | null]; // the child's event
	return { code, out, err };
}

function folder(t: TestContext): string {
	const dir = mkdtempSync(join(tmpdir(), "gw-test-"));
	t.after(() => rmSync(dir, { recursive: true, force: true }));
	return dir;
}

suite("gatewright", () => {
	test("says which version it is", async (t) => {
		const { code, out } = await whole(gatewright(t, "--version"));
		assert.equal(code, 0);
		assert.match(out, /^gatewright \d+\.\d+\.\d+ \(Node\.js \d+\.\d+\.\d+\)\n$/);
	});

	test("says what it can do when it is asked nothing", async (t) => {
		const { code, out } = await whole(gatewright(t));
		assert.equal(code, 0);
		assert.match(out, /gatewright start \[PATH\]/);
	});
});

suite("gatewright start", () => {
	test("says in its first line of JSON where everything answers", async (t) => {
		const child = gatewright(t, "start", orders, "--json", "--port", "0");
		const ready = JSON.parse(await firstLine(child)) as Ready; // our own command's
		assert.equal(ready.ready, true);
		assert.match(ready.endpoint, /^http:\/\/127\.0\.0\.1:\d+$/);
		assert.deepEqual(
			ready.apis.map(({ name, stage, id, url }) => ({
				name,
				stage,
				isUrl: url === `${ready.endpoint}/_api/${id}/dev`,
			})),
			[{ name: "orders", stage: "dev", isUrl: true }],
		);
		assert.deepEqual([ready.functions.length, ready.tables.length], [2, 2]);
		const response = await fetch(`${ready.apis[0]?.url}/health`);
		assert.equal(response.status, 200);
	});

	test("ends itself and its children within two seconds of SIGTERM, even with a function that never answers", async (t) => {
		const dir = folder(t);
		const child = gatewright(
			t,
			"start",
			join(import.meta.dirname, "fixtures/endless"),
			"--json",
			"--data",
			dir,
			"--port",
			"0",
		);
		const ready = JSON.parse(await firstLine(child)) as Ready;
		const request = fetch(`${ready.apis[0]?.url}/endless`).then(
			() => "answered",
			() => "cut off",
		);
		await functionStarted(ready.endpoint);
		const children = descendants(child.pid ?? 0);
		assert.ok(children.length > 0);
		const began = performance.now();
		child.kill("SIGTERM");
		await once(child, "exit");
		assert.ok(performance.now() - began < 2000);
		await request;
		assert.deepEqual(children.filter(isAlive), []);
	});

	test("throttles DynamoDB when it is asked to", async (t) => {
		const { endpoint } = JSON.parse(
			await firstLine(gatewright(t, "start", "--throttling", "--json", "--port", "0")),
		) as Ready;
		const answer = await (await fetch(`${endpoint}/_gatewright/dynamodb/throttling`)).json();
		assert.deepEqual(answer, { enabled: true, tables: {} });
	});

	test("says that a port is in use, and what to do", async (t) => {
		const server = createServer().listen(0, "127.0.0.1");
		t.after(() => server.close());
		await once(server, "listening");
		const address = server.address();
		const port = typeof address === "object" ? String(address?.port) : "";
		const { code, out, err } = await whole(gatewright(t, "start", "--port", port));
		assert.deepEqual(
			[code, out, err],
			[
				1,
				"",
				`error: Port ${port} is in use by another program. Give another with --port, or --port 0 for any free one.\n`,
			],
		);
		const json = await whole(gatewright(t, "start", "--port", port, "--json"));
		const said = JSON.parse(json.out) as { ready: boolean; problems: { code: string }[] }; // our own command's
		assert.deepEqual([json.code, said.ready, said.problems.map((it) => it.code)], [1, false, ["port-in-use"]]);
	});

	test("says that another has the data folder, and leaves it as it is", async (t) => {
		const dir = join(folder(t), "data");
		const first = gatewright(t, "start", "--json", "--data", dir, "--port", "0");
		await firstLine(first);
		const { code, err } = await whole(gatewright(t, "start", "--data", dir, "--port", "0"));
		assert.equal(code, 1);
		assert.equal(
			err,
			`error: The data folder ${dir} is held by another Gatewright (process ${first.pid}). Stop that one, give another folder with --data, or use --memory. Nothing in it was touched.\n`,
		);
	});

	test("goes on with a template that cannot be read, and names file and line", async (t) => {
		const child = gatewright(t, "start", join(import.meta.dirname, "fixtures/broken"), "--port", "0");
		let err = "";
		child.stderr?.setEncoding("utf8").on("data", (chunk: string) => void (err += chunk));
		assert.match(await firstLine(child), /^Gatewright answers at http/);
		while (!err.includes("\n")) await once(child.stderr ?? child, "data");
		assert.match(err, /fixtures\/broken\/template\.yaml:\d+:\d+: error: /);
	});

	const refused: readonly [args: string[], message: RegExp][] = [
		[["start", "nowhere-at-all"], /^gatewright start: there is nothing at .*nowhere-at-all\.\n$/],
		[["start", "--port", "http"], /^gatewright start: --port takes a whole number from 0 to 65535, not "http"\.\n$/],
		[["start", "--data", "x", "--memory"], /--data and --memory exclude each other/],
		[["start", "--account", "12"], /--account is 12 digits, not "12"/],
		[["start", "--prot", "1"], /Unknown option '--prot'/],
		[["stort"], /^gatewright has no command "stort"\. `gatewright help` lists them\.\n$/],
	];
	for (const [args, message] of refused) {
		test(`refuses ${args.join(" ")} and says why`, async (t) => {
			const { code, out, err } = await whole(gatewright(t, ...args));
			assert.deepEqual([code, out], [2, ""]);
			assert.match(err, message);
		});
	}

	test("what a run without --data left in the temporary folder goes, even after kill -9, with the next", async (t) => {
		const killed = gatewright(t, "start", "--json", "--port", "0");
		await firstLine(killed);
		const own = () => readdirSync(tmpdir()).filter((it) => it.startsWith(`gatewright-${killed.pid}-`));
		assert.equal(own().length, 1);
		killed.kill("SIGKILL");
		await once(killed, "exit");
		await firstLine(gatewright(t, "start", "--json", "--port", "0"));
		assert.deepEqual(own(), []);
	});
});

/** Resolves when the log says that a function has begun. */
async function functionStarted(endpoint: string): Promise<void> {
	const stop = new AbortController();
	const response = await fetch(`${endpoint}/_gatewright/events?since=0`, { signal: stop.signal });
	let text = "";
	for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
		text += chunk;
		if (text.includes("START RequestId")) break;
	}
	stop.abort();
}

/** Linux tells who the children of a process are; elsewhere there is nothing to look at. */
function descendants(pid: number): number[] {
	const file = `/proc/${pid}/task/${pid}/children`;
	if (!existsSync(file)) return [pid];
	const children = readFileSync(file, "utf8")
		.trim()
		.split(" ")
		.filter((it) => it !== "")
		.map(Number);
	return children.flatMap((it) => [it, ...descendants(it)]);
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return !/^State:\s+Z/m.test(existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, "utf8") : "");
	} catch {
		return false;
	}
}
