import type { Dynamodb } from "../dynamodb.ts";
import { eachItem } from "../tables/backfill.ts";
import type { Table } from "../tables/table.ts";
import { expiryChanges } from "./expiry.ts";

/** What a table held before its time to live was enabled expires too: lists it, and notes that this is done, so that a start in between does it again. */
export async function fillExpiries(
	{ records, locks, tables }: Pick<Dynamodb, "records" | "locks" | "tables">,
	table: Table,
	/** How to change the definition: one that is being changed already goes on, others take their turn. */
	change: (work: () => Promise<void>) => Promise<void>,
): Promise<void> {
	const filled = await eachItem(
		{ records, locks },
		table.key.space,
		(item, key, batch) => expiryChanges(table, key, undefined, item, batch),
		() => tables.find(table.name)?.definition.id !== table.definition.id,
	);
	if (!filled) return;
	await change(async () => {
		const definition = tables.find(table.name)?.definition;
		const setting = definition?.timeToLive;
		if (definition === undefined || setting?.space !== table.definition.timeToLive?.space || setting === undefined)
			return;
		const { filling: _, ...full } = setting;
		await tables.put({ ...definition, timeToLive: full });
	});
}
