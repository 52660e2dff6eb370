import type { Dynamodb } from "../dynamodb.ts";
import { noUnits, type Units } from "../items/capacity.ts";
import { changeItem } from "../items/changeItem.ts";
import { type WriteNeeds, writeItems } from "../items/writeItems.ts";
import type { Item } from "../values/value.ts";
import type { StatementWrite } from "./statementWrite.ts";

/** Carries out a statement that writes, by itself. */
export function runWrite(
	dynamodb: Pick<Dynamodb, WriteNeeds | "locks">,
	write: StatementWrite,
): Promise<{ readonly returned: Item | undefined; readonly units: Units }> {
	const { table, key } = write;
	return changeItem(dynamodb, table, key, async (before) => {
		const after = write.apply(before);
		const [units = noUnits()] = await writeItems(dynamodb, [{ table, key, before, after }]);
		return { returned: write.returned(before, after), units };
	});
}
