import type { RecordStore } from "../../aws/records.ts";
import { evaluateCondition } from "../expressions/evaluateCondition.ts";
import type { Condition } from "../expressions/syntax.ts";
import { type Index, recordKey, type Table } from "../tables/table.ts";
import { decodeItem } from "../values/decodeItem.ts";
import type { Item } from "../values/value.ts";
import { itemSize } from "../values/valueSize.ts";
import { addUnits, noUnits, readUnits, type Units } from "./capacity.ts";
import type { Bounds } from "./keyRange.ts";

export type PageRequest = {
	readonly table: Table;
	readonly index: Index | undefined;
	readonly bounds: Bounds;
	/** The record key behind which the page begins. */
	readonly after: Buffer | undefined;
	readonly reverse: boolean;
	readonly limit: number | undefined;
	readonly filter: Condition | undefined;
	readonly consistent: boolean;
	/** Whether the table's own items are wanted where a local index holds only part of them. */
	readonly whole: boolean;
};

export type Page = {
	readonly items: readonly Item[];
	readonly scannedCount: number;
	/** The last item that was looked at, when the page ended before the range did. */
	readonly last: Item | undefined;
	readonly units: Units;
	/** The keys of the first and the last record that were looked at, or where they would have been. */
	readonly from: Buffer;
	readonly to: Buffer;
};

/** A page ends when it has looked at so many bytes, whatever the filter let through. */
const maxPageBytes = 1024 * 1024;
const readAtOnce = 100;

/** Reads a page of a query or scan: in key order, up to the limit or 1 MB, filtered afterwards. */
export async function readPage(records: RecordStore, request: PageRequest): Promise<Page> {
	const { limit = Number.POSITIVE_INFINITY, filter } = request;
	const items: Item[] = [];
	let range = startOf(request);
	let scannedCount = 0;
	let bytes = 0;
	let fetchedUnits = 0;
	let last: Item | undefined;
	let from = request.after ?? request.bounds.gte;
	let to = from;
	for (;;) {
		const chunk = Math.min(readAtOnce, limit - scannedCount);
		const entries = await records.range({ ...range, reverse: request.reverse, limit: chunk });
		const page: Item[] = [];
		for (const [, record] of entries) {
			last = decodeItem(record);
			page.push(last);
			bytes += itemSize(last);
			if (bytes >= maxPageBytes) break;
		}
		if (scannedCount === 0) from = entries[0]?.[0] ?? from;
		to = entries[page.length - 1]?.[0] ?? to;
		scannedCount += page.length;
		const wanted = request.whole && page.length > 0 ? await fetchWhole(records, request.table, page) : page;
		if (request.whole) {
			for (const item of wanted) fetchedUnits += readUnits(itemSize(item), request.consistent);
		}
		for (const item of wanted) if (filter === undefined || evaluateCondition(filter, item)) items.push(item);
		const full = bytes >= maxPageBytes || scannedCount >= limit;
		if (full || entries.length < chunk) {
			const units = unitsOf(request, bytes, fetchedUnits);
			return { items, scannedCount, last: full ? last : undefined, units, from, to };
		}
		const lastKey = entries.at(-1)?.[0];
		if (lastKey !== undefined) range = startOf({ ...request, after: lastKey });
	}
}

function startOf({ bounds, after, reverse }: PageRequest) {
	if (after === undefined) return bounds;
	return reverse ? { gte: bounds.gte, lt: after } : { gt: after, lt: bounds.lt };
}

async function fetchWhole(records: RecordStore, table: Table, entries: readonly Item[]): Promise<readonly Item[]> {
	const found = records.getMany(entries.map((entry) => recordKey(table.key, entry)));
	return found.flatMap((record) => (record === undefined ? [] : [decodeItem(record)]));
}

function unitsOf({ index, consistent }: PageRequest, bytes: number, fetched: number): Units {
	const units = noUnits();
	const read = readUnits(bytes, consistent);
	if (index === undefined) units.table = read;
	else {
		units.table = fetched;
		addUnits(index.definition.kind === "local" ? units.local : units.global, index.name, read);
	}
	return units;
}
