import type { RecordChange, RecordStore } from "../../aws/records.ts";
import type { Dynamodb } from "../dynamodb.ts";
import type { Table } from "../tables/table.ts";
import { equalItems } from "../values/compareValues.ts";
import { decodeItem } from "../values/decodeItem.ts";
import { encodeItem } from "../values/encodeItem.ts";
import type { Item } from "../values/value.ts";
import { itemSize } from "../values/valueSize.ts";
import { noUnits, type Units, writeUnits } from "./capacity.ts";
import { expiryChanges } from "./expiry.ts";
import { count, indexChanges } from "./indexChanges.ts";

/** An item before and after; undefined where there is none. The key is the item's record key. */
export type ItemChange = {
	readonly table: Table;
	readonly key: Buffer;
	readonly before: Item | undefined;
	readonly after: Item | undefined;
	/** Whether time to live took the item away, rather than a request. */
	readonly expired?: boolean;
};

export function readItemAt(records: RecordStore, key: Buffer): Item | undefined {
	const record = records.get(key);
	return record === undefined ? undefined : decodeItem(record);
}

/**
 * Writes changes of items, with all that follows from them in indexes and streams, as one batch: all of it or nothing is
 * there after a crash. The caller holds the items' locks. Answers each change's capacity units.
 */
export async function writeItems(
	{ records, streams, tables, indexLag }: Pick<Dynamodb, WriteNeeds>,
	changes: readonly ItemChange[],
	/** Further records that belong to the same batch. */
	extra: readonly RecordChange[] = [],
): Promise<readonly Units[]> {
	const batch: RecordChange[] = [...extra];
	const late: RecordChange[] = indexLag.holds() ? [] : batch;
	const written: (() => void)[] = [];
	const units = changes.map((planned) => {
		// The table may have been given an index or a stream while the request waited for the item.
		const change = { ...planned, table: tables.current(planned.table) };
		const changed = !same(change.before, change.after);
		const cost = itemChanges(change, changed, batch, late);
		if (changed) {
			const done = streams.append(change, batch);
			if (done !== undefined) written.push(done);
		}
		return cost;
	});
	if (late !== batch && late.length > 0) written.push(indexLag.delay(late, batch));
	try {
		if (batch.length > 0) await records.write(batch);
	} finally {
		for (const done of written) done();
	}
	return units;
}

/** What writing items takes. */
export type WriteNeeds = "records" | "streams" | "tables" | "indexLag";

function itemChanges(
	{ table, key, before, after }: ItemChange,
	changed: boolean,
	batch: RecordChange[],
	late: RecordChange[],
): Units {
	const oldSize = before === undefined ? 0 : itemSize(before);
	const newSize = after === undefined ? 0 : itemSize(after);
	const units: Units = { ...noUnits(), table: writeUnits(Math.max(oldSize, newSize)) };
	if (!changed) return units;
	if (after !== undefined) batch.push({ type: "put", key, value: encodeItem(after) });
	else batch.push({ type: "del", key });
	count(table.statistics, table.key.space, before, -oldSize);
	count(table.statistics, table.key.space, after, newSize);
	indexChanges(table, before, after, { batch, late }, units);
	expiryChanges(table, key, before, after, batch);
	return units;
}

function same(before: Item | undefined, after: Item | undefined): boolean {
	if (before === undefined || after === undefined) return before === after;
	return equalItems(before, after);
}
