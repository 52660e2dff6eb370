import type { RecordChange } from "../../aws/records.ts";
import { type Charge, writeCharge } from "../capacity/charge.ts";
import type { Dynamodb } from "../dynamodb.ts";
import { equalItems } from "../values/compareValues.ts";
import { encodeItem } from "../values/encodeItem.ts";
import type { Item } from "../values/value.ts";
import { itemSize } from "../values/valueSize.ts";
import { noUnits, type Units, writeUnits } from "./capacity.ts";
import { expiryChanges } from "./expiry.ts";
import { count, indexChanges } from "./indexChanges.ts";
import type { ItemChange } from "./writeItems.ts";

/** What is going to be written. */
type Draft = {
	readonly batch: RecordChange[];
	/** Changes of global indexes, when they are to be delayed; else the batch itself. */
	readonly late: RecordChange[];
	/** The changes that are in it, for what keeps the past: told of it when nothing can refuse them any more. */
	readonly changes: ItemChange[];
	/** To be called when all is written, or has failed. */
	readonly written: (() => void)[];
};

type DraftedChange = {
	readonly change: ItemChange;
	readonly changed: boolean;
	readonly units: Units;
	readonly charges: readonly Charge[];
};

export function newDraft({ indexLag }: Pick<Dynamodb, "indexLag">, extra: readonly RecordChange[]): Draft {
	const batch: RecordChange[] = [...extra];
	return { batch, late: indexLag.holds() ? [] : batch, changes: [], written: [] };
}

export function draftChange(
	{ tables }: Pick<Dynamodb, "tables">,
	draft: Draft,
	planned: ItemChange,
	times: 1 | 2,
): DraftedChange {
	// The table may have been given an index or a stream while the request waited for the item.
	const change = { ...planned, table: tables.current(planned.table) };
	const { table, key, before, after } = change;
	const changed = !same(before, after);
	const oldSize = before === undefined ? 0 : itemSize(before);
	const newSize = after === undefined ? 0 : itemSize(after);
	const units: Units = { ...noUnits(), table: writeUnits(Math.max(oldSize, newSize)) };
	const ofIndexes: Charge[] = [];
	if (changed) {
		const { batch, late } = draft;
		if (after !== undefined) batch.push({ type: "put", key, value: encodeItem(after) });
		else batch.push({ type: "del", key });
		count(table.statistics, table.key.space, before, -oldSize);
		count(table.statistics, table.key.space, after, newSize);
		indexChanges(table, before, after, { batch, late, charges: ofIndexes }, units);
		expiryChanges(table, key, before, after, batch);
	}
	// Time to live deletes for nothing.
	if (change.expired) return { change, changed, units, charges: [] };
	let own = units.table * times;
	for (const more of units.local.values()) own += more;
	return { change, changed, units, charges: [writeCharge(table, key, own), ...ofIndexes] };
}

/** Counts a change's items and entries back that will not be written after all. */
export function takeBack({ change: { table, before, after }, changed }: DraftedChange): void {
	if (!changed) return;
	const { statistics, key } = table;
	count(statistics, key.space, after, after === undefined ? 0 : -itemSize(after));
	count(statistics, key.space, before, before === undefined ? 0 : itemSize(before));
	indexChanges(table, after, before, { batch: [], late: [], charges: [] }, noUnits());
}

export function appendToStream(
	{ streams, collections }: Pick<Dynamodb, "streams" | "collections">,
	draft: Draft,
	{ change, changed }: DraftedChange,
): void {
	if (!changed) return;
	draft.changes.push(change);
	const done = streams.append(change, draft.batch);
	if (done !== undefined) draft.written.push(done);
	const counted = collections.count(change, draft.batch);
	if (counted !== undefined) draft.written.push(counted);
}

export async function writeDraft(
	{ records, indexLag, history }: Pick<Dynamodb, "records" | "indexLag" | "history">,
	{ batch, late, changes, written }: Draft,
): Promise<void> {
	if (late !== batch && late.length > 0) written.push(indexLag.delay(late, batch));
	const past = history.begin();
	let whole = false;
	try {
		for (const change of changes) past.append(change, batch);
		if (batch.length > 0) await records.write(batch);
		whole = true;
	} finally {
		past.end(whole);
		for (const done of written) done();
	}
}

function same(before: Item | undefined, after: Item | undefined): boolean {
	if (before === undefined || after === undefined) return before === after;
	return equalItems(before, after);
}
