import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { test } from "node:test";

test("no process of a function outlives an emulator that is killed", { timeout: 30_000 }, async (t) => {
	if (process.platform === "win32") return t.diagnostic("Windows ends them by the emulator's job object");
	const folder = await mkdtemp(join(tmpdir(), "gatewright-killed-"));
	t.after(() => rm(folder, { recursive: true, force: true }));
	const emulator = spawn(process.execPath, [join(import.meta.dirname, "emulatorToKill.ts"), folder], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	const line = await once(createInterface({ input: emulator.stdout }), "line");
	const pids = JSON.parse(String(line[0])) as number[]; // what the program beside this file prints
	assert.ok(pids.length >= 3 && pids.every(isAlive), `all run: ${pids.join()}`);
	emulator.kill("SIGKILL");
	await once(emulator, "exit");
	while (pids.some(isAlive)) await new Promise((resolve) => setImmediate(resolve));
});

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
