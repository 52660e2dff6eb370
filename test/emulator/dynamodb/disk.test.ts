import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { openStores } from "../../../emulator/storage.ts";
import { type EmulatorProcess, startEmulatorProcess } from "../../../scripts/crash/emulatorProcess.ts";
import { tableName as TableName, tableRequest } from "../../../scripts/crash/load.ts";
import { allItems, asked } from "../../../scripts/crash/readBack.ts";
import { send } from "../../../scripts/dynamodbLocal/call.ts";

const item = (number: number, filler = "") => ({
	TableName,
	Item: { id: { S: `item${number}` }, group: { S: "g" }, filler: { S: filler } },
});

test("a record that was torn as the machine went down is gone whole, and all before it are there", async (t) => {
	const { dir, start } = folder(t);
	const first = await start();
	await asked(first.endpoint, "CreateTable", tableRequest);
	for (let number = 0; number < 20; number++) await asked(first.endpoint, "PutItem", item(number));
	await first.kill();
	const records = join(dir, "records");
	const [log] = readdirSync(records).filter((name) => name.endsWith(".log"));
	const file = join(records, log ?? "");
	truncateSync(file, statSync(file).size - 7);

	const second = await start();
	const items = await allItems(second.endpoint);
	assert.deepEqual([...items.keys()].toSorted(), Array.from({ length: 19 }, (_, number) => `item${number}`).toSorted());
	assert.deepEqual(await allItems(second.endpoint, "byGroup"), items, "the index lost the same");
	await asked(second.endpoint, "PutItem", item(19));
	assert.equal((await allItems(second.endpoint)).size, 20);
});

test("a disk without room is told as what it is, and costs nothing that was answered", async (t) => {
	// Its shell has no ulimit.
	if (process.platform === "win32") return;
	const { start } = folder(t);
	const first = await start(1024);
	await asked(first.endpoint, "CreateTable", tableRequest);
	const acknowledged: string[] = [];
	let refusals = 0;
	for (let number = 0; number < 16; number++) {
		const request = item(number, "x".repeat(100_000));
		const answer = await send(first.endpoint, { operation: "PutItem", request });
		if ("result" in answer) {
			acknowledged.push(`item${number}`);
			continue;
		}
		refusals++;
		assert.match(answer.message, /^Gatewright cannot write its data folder: IO error: /);
	}
	assert.ok(refusals > 0 && acknowledged.length > 0, "some were written before it was full");
	const read = await send(first.endpoint, {
		operation: "GetItem",
		request: { TableName, Key: { id: { S: "item0" } } },
	});
	assert.ok("result" in read && read.result["Item"] !== undefined, "what is there can be read");
	await first.kill();

	const second = await start();
	const items = await allItems(second.endpoint);
	for (const id of acknowledged) assert.ok(items.has(id), `${id} was acknowledged`);
	assert.deepEqual(await allItems(second.endpoint, "byGroup"), items);
});

test("a folder that may not be written is refused in words, before anything is served", async (t) => {
	const { dir } = folder(t);
	chmodSync(dir, 0o500);
	// Root writes where it may not; a name that is no folder stops it too.
	const target = process.getuid?.() === 0 ? "/dev/null/gatewright" : join(dir, "data");
	await assert.rejects(openStores({ kind: "disk", dir: target }), (error: Error) => {
		assert.match(error.message, new RegExp(`data folder.*${target.slice(0, 9)}`));
		return true;
	});
});

function folder(t: TestContext) {
	const dir = mkdtempSync(join(tmpdir(), "gatewright-disk-"));
	const started: EmulatorProcess[] = [];
	t.after(async () => {
		for (const it of started) await it.kill();
		rmSync(dir, { recursive: true, force: true });
	});
	return {
		dir,
		async start(maxFileKilobytes?: number) {
			const emulator = await startEmulatorProcess(dir, maxFileKilobytes);
			started.push(emulator);
			return emulator;
		},
	};
}
