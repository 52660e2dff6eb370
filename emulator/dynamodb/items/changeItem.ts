import { AwsError } from "../../aws/awsError.ts";
import { writeCharge } from "../capacity/charge.ts";
import type { Dynamodb } from "../dynamodb.ts";
import type { Table } from "../tables/table.ts";
import type { Item } from "../values/value.ts";
import { itemSize } from "../values/valueSize.ts";
import { writeUnits } from "./capacity.ts";
import { readItemAt, type WriteNeeds } from "./writeItems.ts";

/**
 * Reads an item and does with it what a request wants, alone with it. A condition that does not hold costs what the item that
 * is there would have cost, and is throttled like a write.
 */
export function changeItem<T>(
	{ records, locks, capacity }: Pick<Dynamodb, WriteNeeds | "locks">,
	table: Table,
	key: Buffer,
	work: (before: Item | undefined) => Promise<T>,
): Promise<T> {
	return locks.write(key, async () => {
		const before = readItemAt(records, key);
		try {
			return await work(before);
		} catch (error) {
			if (!(error instanceof AwsError) || !conditional.has(error.code)) throw error;
			const units = writeUnits(before === undefined ? 0 : itemSize(before));
			throw capacity.charge([writeCharge(table, key, units)]) ?? error;
		}
	});
}

const conditional: ReadonlySet<string> = new Set(["ConditionalCheckFailedException", "DuplicateItemException"]);
