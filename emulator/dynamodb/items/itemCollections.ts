import type { AwsError } from "../../aws/awsError.ts";
import type { RecordChange, RecordStore } from "../../aws/records.ts";
import { inSpace } from "../backups/spaceCopies.ts";
import { collectionTooLarge } from "../errors.ts";
import { indexRecordKey, partitionPrefix, projected, type Table } from "../tables/table.ts";
import type { Item } from "../values/value.ts";
import { itemSize } from "../values/valueSize.ts";
import type { ItemChange } from "./writeItems.ts";

/**
 * Item collections: all items of a table with local indexes that have one partition key, and their entries in those indexes.
 * How large each is stands in the table's space for them, in the batch of each change.
 */
export type ItemCollections = {
	/** For each change the error, where its collection would grow beyond the limit; undefined when none would. */
	check(changes: readonly ItemChange[]): readonly (AwsError | undefined)[] | undefined;
	/** Adds the collection's new size to the batch; the answer is to be called when the batch is written, or has failed. */
	count(change: ItemChange, batch: RecordChange[]): (() => void) | undefined;
	bytes(table: Table, item: Item): number;
};

/** A size that is on its way to the store, and how many batches bring it there. */
type Coming = { bytes: number; batches: number };

export function itemCollections(records: RecordStore, limitBytes: number): ItemCollections {
	const coming = new Map<string, Coming>();

	function bytesAt(key: Buffer): number {
		const known = coming.get(key.toString("latin1"));
		return known?.bytes ?? records.get(key)?.readDoubleBE(0) ?? 0;
	}

	return {
		check(changes) {
			let outgrown: (AwsError | undefined)[] | undefined;
			const grown = new Map<string, number>();
			for (const [i, change] of changes.entries()) {
				const key = collectionKey(change.table, change.after ?? change.before);
				if (key === undefined) continue;
				const id = key.toString("latin1");
				const growth = growthOf(change);
				const bytes = (grown.get(id) ?? bytesAt(key)) + growth;
				grown.set(id, bytes);
				if (growth <= 0 || bytes <= limitBytes) continue;
				outgrown ??= changes.map(() => undefined);
				outgrown[i] = collectionTooLarge();
			}
			return outgrown;
		},
		count(change, batch) {
			const key = collectionKey(change.table, change.after ?? change.before);
			if (key === undefined) return undefined;
			const id = key.toString("latin1");
			const bytes = Math.max(bytesAt(key) + growthOf(change), 0);
			const known = coming.get(id) ?? { bytes: 0, batches: 0 };
			known.bytes = bytes;
			known.batches++;
			coming.set(id, known);
			batch.push(sizeRecord(key, bytes));
			return () => {
				if (--known.batches === 0) coming.delete(id);
			};
		},
		bytes(table, item) {
			const key = collectionKey(table, item);
			return key === undefined ? 0 : bytesAt(key);
		},
	};
}

/** What an item adds to its collection: itself, and its entries in the local indexes. */
export function bytesInCollection(table: Table, item: Item | undefined): number {
	if (item === undefined) return 0;
	let bytes = itemSize(item);
	for (const index of table.indexes) {
		if (index.definition.kind !== "local" || indexRecordKey(table, index, item) === undefined) continue;
		bytes += itemSize(projected(index, item));
	}
	return bytes;
}

export function sizeRecord(key: Buffer, bytes: number): RecordChange {
	const value = Buffer.allocUnsafe(8);
	value.writeDoubleBE(bytes);
	return { type: "put", key, value };
}

/** Where the size of the item's collection stands; undefined where the table has no local indexes. */
export function collectionKey({ definition, key }: Table, item: Item | undefined): Buffer | undefined {
	const { collections } = definition;
	if (collections === undefined || item === undefined) return undefined;
	return inSpace(partitionPrefix(key, item), collections);
}

function growthOf({ table, before, after }: ItemChange): number {
	return bytesInCollection(table, after) - bytesInCollection(table, before);
}
