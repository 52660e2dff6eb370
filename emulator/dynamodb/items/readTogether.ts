import { readCharge } from "../capacity/charge.ts";
import type { Dynamodb } from "../dynamodb.ts";
import { transactionCanceled, transactionConflict } from "../errors.ts";
import type { Table } from "../tables/table.ts";
import { decodeItem } from "../values/decodeItem.ts";
import type { Item } from "../values/value.ts";
import { itemSize } from "../values/valueSize.ts";
import { noUnits, readUnits, type Units } from "./capacity.ts";
import { checkDistinct, reasonOf } from "./commitTransaction.ts";

/** An item as it stood, and the units that reading it in a transaction uses. */
export type ReadTogether = { readonly item: Item | undefined; readonly units: Units };

/** Different items as they stood at one moment, refused while a transaction is busy with one of them. */
export async function readTogether(
	{ records, locks, capacity }: Pick<Dynamodb, "records" | "locks" | "capacity">,
	gets: readonly { readonly table: Table; readonly key: Buffer }[],
): Promise<readonly ReadTogether[]> {
	const keys = gets.map(({ key }) => key);
	checkDistinct(keys);
	const busy = keys.map((key) => locks.inTransaction(key));
	if (busy.includes(true)) {
		const { message: Message } = transactionConflict();
		throw transactionCanceled(busy.map((held) => (held ? { Code: "TransactionConflict", Message } : { Code: "None" })));
	}
	const found = records.getMany(keys).map((record): ReadTogether => {
		const item = record && decodeItem(record);
		return { item, units: { ...noUnits(), table: 2 * readUnits(item === undefined ? 0 : itemSize(item), true) } };
	});
	const refused = capacity.chargeTogether(
		gets.map(({ table, key }, i) => [readCharge(table, key, found[i]?.units.table ?? 0)]),
	);
	if (refused !== undefined) {
		throw transactionCanceled(refused.map((error) => (error === undefined ? { Code: "None" } : reasonOf(error))));
	}
	return found;
}
