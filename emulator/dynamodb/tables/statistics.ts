import type { Documents } from "../../aws/documents.ts";
import type { RecordStore } from "../../aws/records.ts";
import { decodeItem } from "../values/decodeItem.ts";
import { itemSize } from "../values/valueSize.ts";
import { type Held, type Statistics, spaceStart, type Table } from "./table.ts";

/** The counts of a table at the end of a run; there only while no run is on, so that stale ones are never believed. */
export type StatisticsDocument = { readonly held: readonly (readonly [space: number, held: Held])[] };

export function noStatistics(): Statistics {
	return { held: new Map(), known: true };
}

export async function takeStatistics(documents: Documents<StatisticsDocument>, tableId: string): Promise<Statistics> {
	const stored = documents.get(tableId);
	if (stored === undefined) return { held: new Map(), known: false };
	await documents.delete(tableId);
	return { held: new Map(stored.held), known: true };
}

export async function storeStatistics(documents: Documents<StatisticsDocument>, table: Table): Promise<void> {
	if (table.statistics.known) await documents.put(table.definition.id, { held: [...table.statistics.held] });
}

const countedAtOnce = 1000;

/** Counts what a table and its indexes hold. What is written meanwhile may be missed: AWS's numbers are approximate too. */
export async function countIfUnknown(records: RecordStore, { definition, statistics }: Table): Promise<void> {
	if (statistics.known) return;
	for (const space of [definition.space, ...definition.indexes.map((index) => index.space)]) {
		statistics.held.set(space, await countSpace(records, space));
	}
	statistics.known = true;
}

export async function countSpace(records: RecordStore, space: number): Promise<Held> {
	let count = 0;
	let bytes = 0;
	let range: { gte: Buffer } | { gt: Buffer } = { gte: spaceStart(space) };
	for (;;) {
		const entries = await records.range({ ...range, lt: spaceStart(space + 1), limit: countedAtOnce });
		count += entries.length;
		for (const [, record] of entries) bytes += itemSize(decodeItem(record));
		const last = entries.at(-1)?.[0];
		if (last === undefined || entries.length < countedAtOnce) return { count, bytes };
		range = { gt: last };
	}
}
