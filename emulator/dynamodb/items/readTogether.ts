import type { Dynamodb } from "../dynamodb.ts";
import { transactionCanceled, transactionConflict, validationError } from "../errors.ts";
import { decodeItem } from "../values/decodeItem.ts";
import type { Item } from "../values/value.ts";

/** Different items as they stood at one moment, refused while a transaction is busy with one of them. */
export async function readTogether(
	{ records, locks }: Pick<Dynamodb, "records" | "locks">,
	keys: readonly Buffer[],
): Promise<readonly (Item | undefined)[]> {
	if (new Set(keys.map((key) => key.toString("latin1"))).size !== keys.length) {
		throw validationError("Transaction request cannot include multiple operations on one item");
	}
	const busy = keys.map((key) => locks.inTransaction(key));
	if (busy.includes(true)) {
		const { message: Message } = transactionConflict();
		throw transactionCanceled(busy.map((held) => (held ? { Code: "TransactionConflict", Message } : { Code: "None" })));
	}
	return records.getMany(keys).map((record) => record && decodeItem(record));
}
