import type { AwsError } from "../../aws/awsError.ts";
import type { RecordChange, RecordStore } from "../../aws/records.ts";
import { type Charge, writeCharge } from "../capacity/charge.ts";
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
 * there after a crash. The caller holds the items' locks. Answers each change's capacity units; fails when there is no capacity
 * for one of them.
 */
export async function writeItems(
	dynamodb: Pick<Dynamodb, WriteNeeds>,
	changes: readonly ItemChange[],
	{ extra = [], times = 1, refusal = firstOf }: WriteTerms = {},
): Promise<readonly Units[]> {
	const outgrown = dynamodb.collections.check(changes);
	if (outgrown !== undefined) throw refusal(outgrown);
	const draft = newDraft(dynamodb, extra);
	const parts = changes.map((change) => draftChange(dynamodb, draft, change, times));
	const refused = dynamodb.capacity.chargeTogether(parts.map(({ charges }) => charges));
	if (refused !== undefined) {
		for (const part of parts) takeBack(part);
		throw refusal(refused);
	}
	for (const part of parts) appendToStream(dynamodb, draft, part);
	await writeDraft(dynamodb, draft);
	return parts.map(({ units }) => units);
}

export type WriteTerms = {
	/** Further records that belong to the same batch. */
	readonly extra?: readonly RecordChange[];
	/** How often the table's own units are charged: twice in a transaction. */
	readonly times?: 1 | 2;
	/** The error for changes that stand or fall together, of the errors of those for which capacity is lacking. */
	readonly refusal?: (errors: readonly (AwsError | undefined)[]) => AwsError | undefined;
};

/** The same for changes that do not depend on each other: those for which there is no capacity are left out, with the error in their place. */
export async function writeEach(
	dynamodb: Pick<Dynamodb, WriteNeeds>,
	changes: readonly ItemChange[],
): Promise<readonly (Units | AwsError)[]> {
	const outgrown = dynamodb.collections.check(changes);
	if (outgrown !== undefined) throw firstOf(outgrown);
	const draft = newDraft(dynamodb, []);
	const results = changes.map((change) => {
		const marks = [draft.batch.length, draft.late.length] as const;
		const part = draftChange(dynamodb, draft, change, 1);
		const refused = dynamodb.capacity.charge(part.charges);
		if (refused === undefined) {
			appendToStream(dynamodb, draft, part);
			return part.units;
		}
		takeBack(part);
		[draft.batch.length, draft.late.length] = marks;
		return refused;
	});
	await writeDraft(dynamodb, draft);
	return results;
}

/** What writing items takes. */
export type WriteNeeds = "records" | "streams" | "tables" | "indexLag" | "capacity" | "history" | "collections";

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

const firstOf = (errors: readonly (AwsError | undefined)[]) => errors.find((error) => error !== undefined);

function newDraft({ indexLag }: Pick<Dynamodb, "indexLag">, extra: readonly RecordChange[]): Draft {
	const batch: RecordChange[] = [...extra];
	return { batch, late: indexLag.holds() ? [] : batch, changes: [], written: [] };
}

function draftChange(
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
function takeBack({ change: { table, before, after }, changed }: DraftedChange): void {
	if (!changed) return;
	const { statistics, key } = table;
	count(statistics, key.space, after, after === undefined ? 0 : -itemSize(after));
	count(statistics, key.space, before, before === undefined ? 0 : itemSize(before));
	indexChanges(table, after, before, { batch: [], late: [], charges: [] }, noUnits());
}

function appendToStream(
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

async function writeDraft(
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
