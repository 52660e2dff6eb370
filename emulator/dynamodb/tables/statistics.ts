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
/** Who asks waits for so many records; the rest is counted while others work. */
const countedBeforeAnswer = 5000;

/**
 * Counts what a table and its indexes hold. Of a large table whoever asks sees what is counted by then, and what is written
 * meanwhile may be missed: AWS's numbers are approximate too.
 */
export async function countIfUnknown(records: RecordStore, { definition, statistics }: Table): Promise<void> {
	if (statistics.known) return;
	statistics.counting ??= countUntilEnough(
		records,
		[definition.space, ...definition.indexes.map((index) => index.space)],
		statistics,
	);
	await statistics.counting;
}

/** Resolves when all is counted, or enough. */
function countUntilEnough(records: RecordStore, spaces: readonly number[], statistics: Statistics): Promise<void> {
	return new Promise((enough, failed) => {
		let left = countedBeforeAnswer;
		const countAll = async () => {
			for (const space of spaces) {
				const held = await countSpace(records, space, (soFar) => {
					statistics.held.set(space, soFar);
					left -= countedAtOnce;
					if (left <= 0) enough();
				});
				statistics.held.set(space, held);
			}
			statistics.known = true;
		};
		// A store that closes in the middle is no news to those who were answered; the next run counts again.
		countAll().then(enough, (error: unknown) => {
			delete statistics.counting;
			failed(error);
		});
	});
}

export async function countSpace(
	records: RecordStore,
	space: number,
	progress: (soFar: Held) => void = () => {},
): Promise<Held> {
	let count = 0;
	let bytes = 0;
	let range: { gte: Buffer } | { gt: Buffer } = { gte: spaceStart(space) };
	for (;;) {
		const entries = await records.range({ ...range, lt: spaceStart(space + 1), limit: countedAtOnce });
		count += entries.length;
		for (const [, record] of entries) bytes += itemSize(decodeItem(record));
		const last = entries.at(-1)?.[0];
		if (last === undefined || entries.length < countedAtOnce) return { count, bytes };
		progress({ count, bytes });
		range = { gt: last };
	}
}
