import type { Dynamodb } from "../dynamodb.ts";
import { consumedByTable } from "../items/capacity.ts";
import { commitTransaction } from "../items/commitTransaction.ts";
import { readTransactWrites } from "../items/transactWrites.ts";
import type { WriteNeeds } from "../items/writeItems.ts";
import type { TransactWriteItemsRequest, TransactWriteItemsResponse } from "../model.generated.ts";

/** Up to 100 actions on different items, all or nothing. */
export async function transactWriteItems(
	dynamodb: Pick<Dynamodb, WriteNeeds | "clock" | "locks">,
	request: TransactWriteItemsRequest,
): Promise<TransactWriteItemsResponse> {
	const { TransactItems, ClientRequestToken: token, ReturnConsumedCapacity: mode } = request;
	const writes = readTransactWrites(dynamodb.tables, TransactItems);
	const { kind, units } = await commitTransaction(
		dynamodb,
		writes,
		token === undefined ? undefined : { token, request: TransactItems },
	);
	return consumedByTable(mode, units, kind);
}
