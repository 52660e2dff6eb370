import type { Units } from "../items/capacity.ts";
import type { Index, Table } from "../tables/table.ts";
import type { Direction } from "./capacityFacts.ts";

/** What a part of a request uses of a table itself or of one of its global indexes. */
export type Charge = {
	readonly table: Table;
	/** A global index; a local one uses the table's own capacity. */
	readonly index: Index | undefined;
	readonly direction: Direction;
	readonly units: number;
	/** The key of the record that is read or written, or of the first of them. */
	readonly key: Buffer;
	/** The key of the last record, where a scan went from one partition key to others. */
	readonly to?: Buffer;
};

/** What reading one item by its key uses. */
export function readCharge(table: Table, key: Buffer, units: number): Charge {
	return { table, index: undefined, direction: "read", units, key };
}

/** What writing one item uses of the table, its local indexes among it. */
export function writeCharge(table: Table, key: Buffer, units: number): Charge {
	return { table, index: undefined, direction: "write", units, key };
}

/** What a page of a query or a scan uses. */
export function pageCharges(
	table: Table,
	index: Index | undefined,
	{ units, from, to }: { readonly units: Units; readonly from: Buffer; readonly to: Buffer },
): readonly Charge[] {
	let own = units.table;
	for (const more of units.local.values()) own += more;
	const charges: Charge[] = [];
	if (own > 0) charges.push({ table, index: undefined, direction: "read", units: own, key: from, to });
	const used = index && units.global.get(index.name);
	if (used !== undefined) charges.push({ table, index, direction: "read", units: used, key: from, to });
	return charges;
}
