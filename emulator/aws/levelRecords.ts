import { ClassicLevel } from "classic-level";
import { MemoryLevel } from "memory-level";
import { groupedWrites } from "./groupedWrites.ts";
import type { KeyRange, RecordStore } from "./records.ts";

/** Records in LevelDB under `dir`, which only one process can hold: a second gets an error whose cause has the code LEVEL_LOCKED. */
export async function diskRecords(dir: string): Promise<RecordStore> {
	const db = new ClassicLevel<Buffer, Buffer>(dir, { keyEncoding: "buffer", valueEncoding: "buffer" });
	await db.open();
	return levelRecords(db);
}

/** The same store without a disk, for `--memory` and for tests. */
export async function memoryRecords(): Promise<RecordStore> {
	const db = new MemoryLevel<Buffer, Buffer>({
		keyEncoding: "buffer",
		valueEncoding: "buffer",
		storeEncoding: "buffer",
	});
	await db.open();
	return levelRecords(db);
}

/** What the two databases share; their own type parameters keep them from having a common type of their own. */
type Level = {
	getSync(key: Buffer): Buffer | undefined;
	batch(changes: LevelChange[]): Promise<void>;
	iterator(range: KeyRange & ReadOptions): { all(): Promise<[Buffer, Buffer][]> };
	close(): Promise<void>;
};
type LevelChange = { type: "put"; key: Buffer; value: Buffer } | { type: "del"; key: Buffer };
type ReadOptions = { readonly fillCache: boolean; readonly highWaterMarkBytes: number };

/** Iterators leave what they read out of LevelDB's cache, and stop every 16 kB, unless told; pages are read again, and whole. */
const wholePages: ReadOptions = { fillCache: true, highWaterMarkBytes: 1024 * 1024 };

/** A clear goes in steps of this many keys, so that a large table's removal does not hold up other work. */
const clearBatch = 10_000;

function levelRecords(db: Level): RecordStore {
	const write = groupedWrites((changes) => db.batch(changes));
	return {
		get: (key) => db.getSync(key),
		getMany: (keys) => keys.map((key) => db.getSync(key)),
		range: (range) => db.iterator({ ...range, ...wholePages }).all(),
		write,
		async clear(range) {
			for (;;) {
				const some = await db
					.iterator({ ...range, limit: clearBatch, fillCache: false, highWaterMarkBytes: 16_384 })
					.all();
				if (some.length === 0) return;
				await write(some.map(([key]) => ({ type: "del", key })));
			}
		},
		close: () => db.close(),
	};
}
