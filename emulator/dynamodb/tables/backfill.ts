import type { RecordChange, RecordStore } from "../../aws/records.ts";
import type { ItemLocks } from "../items/itemLocks.ts";
import { decodeItem } from "../values/decodeItem.ts";
import { encodeItem } from "../values/encodeItem.ts";
import type { Item } from "../values/value.ts";
import { indexRecordKey, projected, spaceStart, type Table } from "./table.ts";

type Needs = { readonly records: RecordStore; readonly locks: ItemLocks };

const itemsAtOnce = 500;

/**
 * Goes through all items of a table, a few hundred at a time, each while it cannot change. What is put or deleted meanwhile is
 * seen by the writers themselves, who know of the index from before this begins.
 */
export async function eachItem(
	{ records, locks }: Needs,
	space: number,
	visit: (item: Item, key: Buffer, batch: RecordChange[]) => void,
	stopped: () => boolean,
): Promise<boolean> {
	let range: { gte: Buffer } | { gt: Buffer } = { gte: spaceStart(space) };
	for (;;) {
		if (stopped()) return false;
		const entries = await records.range({ ...range, lt: spaceStart(space + 1), limit: itemsAtOnce });
		const keys = entries.map(([key]) => key);
		await visitLocked({ records, locks }, keys, visit);
		const last = keys.at(-1);
		if (last === undefined || entries.length < itemsAtOnce) return true;
		range = { gt: last };
	}
}

/** Puts one item into an index that is being filled. */
export function backfillIndex(
	table: Table,
	indexName: string,
): (item: Item, key: Buffer, batch: RecordChange[]) => void {
	const index = table.indexes.find(({ name }) => name === indexName);
	if (index === undefined) return () => {};
	return (item, _key, batch) => {
		const key = indexRecordKey(table, index, item);
		if (key === undefined) return;
		batch.push({ type: "put", key, value: encodeItem(projected(index, item)) });
	};
}

function visitLocked(
	{ records, locks }: Needs,
	keys: readonly Buffer[],
	visit: (item: Item, key: Buffer, batch: RecordChange[]) => void,
): Promise<void> {
	if (keys.length === 0) return Promise.resolve();
	return locks.waitAll(keys, async () => {
		const batch: RecordChange[] = [];
		const found = records.getMany(keys);
		for (const [index, key] of keys.entries()) {
			const record = found[index];
			if (record) visit(decodeItem(record), key, batch);
		}
		if (batch.length > 0) await records.write(batch);
	});
}
