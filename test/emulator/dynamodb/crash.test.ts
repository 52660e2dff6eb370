import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { crashRounds } from "../../../scripts/crash/crashRounds.ts";

test("an emulator that is killed under load has lost nothing that it acknowledged, and nothing is half there", async (t) => {
	const dir = mkdtempSync(join(tmpdir(), "gatewright-crash-"));
	t.after(() => rmSync(dir, { recursive: true, force: true }));
	const seed = Math.floor(Math.random() * 1e9);
	const { wrong, acknowledged, records } = await crashRounds(dir, 3, seed);
	assert.deepEqual(wrong, [], `npm run crash:dynamodb -- --rounds 3 --seed ${seed}`);
	assert.ok(acknowledged > 0 && records > 0);
});
