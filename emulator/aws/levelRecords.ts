import { ClassicLevel } from "classic-level";
import { MemoryLevel } from "memory-level";
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
	get(key: Buffer): Promise<Buffer | undefined>;
	getMany(keys: Buffer[]): Promise<(Buffer | undefined)[]>;
	batch(changes: LevelChange[]): Promise<void>;
	iterator(range: KeyRange): { all(): Promise<[Buffer, Buffer][]> };
	close(): Promise<void>;
};
type LevelChange = { type: "put"; key: Buffer; value: Buffer } | { type: "del"; key: Buffer };

/** A clear goes in steps of this many keys, so that a large table's removal does not hold up other work. */
const clearBatch = 10_000;

function levelRecords(db: Level): RecordStore {
	return {
		get: (key) => db.get(key),
		getMany: (keys) => db.getMany([...keys]),
		range: (range) => db.iterator(range).all(),
		write: (batch) => db.batch([...batch]),
		async clear(range) {
			for (;;) {
				const some = await db.iterator({ ...range, limit: clearBatch }).all();
				if (some.length === 0) return;
				await db.batch(some.map(([key]) => ({ type: "del", key })));
			}
		},
		close: () => db.close(),
	};
}
