import assert from "node:assert/strict";
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { suite, type TestContext, test } from "node:test";
import type { DocumentStore } from "../../../emulator/aws/documents.ts";
import { diskRecords, memoryRecords } from "../../../emulator/aws/levelRecords.ts";
import { diskDocuments, memoryDocuments } from "../../../emulator/aws/nedbDocuments.ts";
import type { RecordStore } from "../../../emulator/aws/records.ts";
import { openStores } from "../../../emulator/storage.ts";

function folder(t: TestContext): string {
	const dir = mkdtempSync(join(tmpdir(), "gatewright-test-"));
	t.after(() => rmSync(dir, { recursive: true, force: true }));
	return dir;
}

const recordStores: Readonly<Record<string, (t: TestContext) => Promise<RecordStore>>> = {
	"on disk": (t) => diskRecords(join(folder(t), "records")),
	"in memory": () => memoryRecords(),
};

for (const [where, open] of Object.entries(recordStores)) {
	suite(`Records ${where}`, () => {
		test("come in the order of their bytes, forwards and backwards, and a batch is one", async (t) => {
			const store = await open(t);
			t.after(() => store.close());
			const keys = [[1], [1, 0], [1, 255], [2], [128], [255]].map((it) => Buffer.from(it));
			await store.write(keys.toReversed().map((key) => ({ type: "put", key, value: Buffer.concat([key, key]) })));
			await store.write([
				{ type: "del", key: Buffer.from([2]) },
				{ type: "put", key: Buffer.from([128]), value: Buffer.from("new") },
			]);
			const forwards = await store.range({ gt: Buffer.from([1]), limit: 3 });
			assert.deepEqual(
				forwards.map(([key]) => [...key]),
				[[1, 0], [1, 255], [128]],
			);
			const backwards = await store.range({ lt: Buffer.from([255]), reverse: true, limit: 2 });
			assert.deepEqual(
				backwards.map(([key]) => [...key]),
				[[128], [1, 255]],
			);
			assert.deepEqual(
				store.getMany([Buffer.from([128]), Buffer.from([2])]).map((it) => it?.toString()),
				["new", undefined],
			);
		});

		test("a cleared range is gone and its neighbours stay", async (t) => {
			const store = await open(t);
			t.after(() => store.close());
			await store.write(
				["a", "b", "c", "d"].map((it) => ({ type: "put", key: Buffer.from(it), value: Buffer.from(it) })),
			);
			await store.clear({ gte: Buffer.from("b"), lt: Buffer.from("d") });
			assert.deepEqual(
				(await store.range({ limit: 10 })).map(([key]) => key.toString()),
				["a", "d"],
			);
		});
	});
}

const documentStores: Readonly<Record<string, (t: TestContext) => DocumentStore>> = {
	"on disk": (t) => diskDocuments(folder(t)),
	"in memory": () => memoryDocuments(),
};

for (const [where, open] of Object.entries(documentStores)) {
	suite(`Documents ${where}`, () => {
		test("keep any keys and the order of first insertion", async (t) => {
			const documents = await open(t).collection<object>("things");
			const odd = JSON.parse('{"$a.b": 1, "__proto__": {"x": 1}, "": null}') as object;
			await documents.put("b", odd);
			await documents.put("a", { n: 1 });
			await documents.put("b", { ...odd, again: true });
			await documents.delete("a");
			await documents.put("a", { n: 2 });
			assert.deepEqual(
				JSON.stringify(documents.all()),
				'[{"$a.b":1,"__proto__":{"x":1},"":null,"again":true},{"n":2}]',
			);
		});
	});
}

suite("Documents after a kill", () => {
	test("a torn last line is cut off, a copy kept, and what was acknowledged is there", async (t) => {
		const dir = folder(t);
		const first = await diskDocuments(dir).collection<object>("things");
		await first.put("a", { n: 1 });
		await first.put("b", { n: 2 });
		appendFileSync(join(dir, "things.db"), '{"_id":"c","order":2,"json":"{\\"n\\"');
		const second = await diskDocuments(dir).collection<object>("things");
		assert.deepEqual(second.all(), [{ n: 1 }, { n: 2 }]);
		assert.match(readFileSync(join(dir, "things.db.torn"), "utf8"), /"_id":"c"/);
	});

	test("a line damaged in the middle is refused, and nothing is erased", async (t) => {
		const dir = folder(t);
		const first = await diskDocuments(dir).collection<object>("things");
		for (let i = 0; i < 30; i++) await first.put(`k${i}`, { i });
		appendFileSync(join(dir, "things.db"), "garbage\n");
		const before = readFileSync(join(dir, "things.db"), "utf8");
		await assert.rejects(diskDocuments(dir).collection("things"), /corrupt/i);
		assert.equal(readFileSync(join(dir, "things.db"), "utf8"), before);
	});
});

suite("The data folder", () => {
	test("is one emulator's at a time, and the second is told whose it is", async (t) => {
		const dir = join(folder(t), "data");
		const first = await openStores({ kind: "disk", dir });
		t.after(() => first.close());
		await assert.rejects(openStores({ kind: "disk", dir }), {
			name: "StartError",
			message: `The data folder ${dir} is held by another Gatewright (process ${process.pid}). Stop that one, give another folder with --data, or use --memory. Nothing in it was touched.`,
		});
	});

	test("in memory leaves no files behind", async () => {
		const stores = await openStores({ kind: "memory" });
		assert.ok(existsSync(stores.filesDir));
		await stores.close();
		assert.ok(!existsSync(stores.filesDir));
	});
});
