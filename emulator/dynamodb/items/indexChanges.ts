import type { RecordChange } from "../../aws/records.ts";
import type { Charge } from "../capacity/charge.ts";
import { type Index, indexRecordKey, projected, type Statistics, type Table } from "../tables/table.ts";
import { equalItems } from "../values/compareValues.ts";
import { encodeItem } from "../values/encodeItem.ts";
import type { Item } from "../values/value.ts";
import { itemSize } from "../values/valueSize.ts";
import { addUnits, type Units, writeUnits } from "./capacity.ts";

/**
 * Brings every index to an item's new state, in the batch that changes the item. Adds what it costs: nothing where the
 * index does not change, one write where an entry comes, goes or changes, two where it moves. Changes of global indexes may be
 * wanted apart, to be made later.
 */
export function indexChanges(
	table: Table,
	before: Item | undefined,
	after: Item | undefined,
	{ batch, late, charges }: Batches,
	units: Units,
): void {
	for (const index of table.indexes) {
		// Nobody reads an index that is being filled, and its filling does not wait.
		const eventual = index.definition.kind === "global" && !index.definition.backfilling;
		const cost = changeIndex(table, index, before, after, eventual ? late : batch, charges);
		addUnits(index.definition.kind === "local" ? units.local : units.global, index.name, cost);
	}
}

type Batches = {
	readonly batch: RecordChange[];
	readonly late: RecordChange[];
	/** What global indexes have to give; local ones use the table's capacity. */
	readonly charges: Charge[];
};

function changeIndex(
	table: Table,
	index: Index,
	before: Item | undefined,
	after: Item | undefined,
	batch: RecordChange[],
	charges: Charge[],
): number {
	const oldKey = before && indexRecordKey(table, index, before);
	const newKey = after && indexRecordKey(table, index, after);
	const oldEntry = oldKey && before && projected(index, before);
	const newEntry = newKey && after && projected(index, after);
	const stays = oldKey !== undefined && newKey !== undefined && oldKey.equals(newKey);
	if (stays && oldEntry && newEntry && equalItems(oldEntry, newEntry)) return 0;

	const oldSize = oldEntry === undefined ? 0 : itemSize(oldEntry);
	const newSize = newEntry === undefined ? 0 : itemSize(newEntry);
	count(table.statistics, index.key.space, oldEntry, -oldSize);
	count(table.statistics, index.key.space, newEntry, newSize);
	if (oldKey && !stays) batch.push({ type: "del", key: oldKey });
	if (newKey && newEntry) batch.push({ type: "put", key: newKey, value: encodeItem(newEntry) });
	const global = index.definition.kind === "global";
	const charge = (key: Buffer, units: number) => {
		if (global) charges.push({ table, index, direction: "write", units, key });
		return units;
	};
	if (stays) return charge(newKey, writeUnits(Math.max(oldSize, newSize)));
	return (oldKey ? charge(oldKey, writeUnits(oldSize)) : 0) + (newKey ? charge(newKey, writeUnits(newSize)) : 0);
}

/** Counts an entry that comes (bytes above zero) or goes (below). */
export function count(statistics: Statistics, space: number, entry: Item | undefined, bytes: number): void {
	if (entry === undefined) return;
	const held = statistics.held.get(space) ?? { count: 0, bytes: 0 };
	statistics.held.set(space, { count: held.count + Math.sign(bytes), bytes: held.bytes + bytes });
}
