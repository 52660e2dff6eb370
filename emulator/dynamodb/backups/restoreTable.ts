import type { RecordChange } from "../../aws/records.ts";
import type { Dynamodb } from "../dynamodb.ts";
import { tableAlreadyRestoring, tableExists } from "../errors.ts";
import { bytesInCollection, collectionKey, sizeRecord } from "../items/itemCollections.ts";
import type { RestoreTableFromBackupInput, TableDescription } from "../model.generated.ts";
import { backfillIndex, eachItem } from "../tables/backfill.ts";
import { describeTable } from "../tables/describeTable.ts";
import { countIfUnknown } from "../tables/statistics.ts";
import { checkRoomForChange } from "../tables/statuses.ts";
import type { Table } from "../tables/table.ts";
import type { RestoreSource, TableDefinition } from "../tables/tableDefinition.ts";
import { encodeItem } from "../values/encodeItem.ts";
import { restoredDefinition } from "./restoredDefinition.ts";
import { inSpace } from "./spaceCopies.ts";

export type RestoreNeeds = Pick<
	Dynamodb,
	| "account"
	| "region"
	| "clock"
	| "ids"
	| "events"
	| "records"
	| "locks"
	| "tables"
	| "spaces"
	| "copies"
	| "recoveryLog"
	| "timing"
>;

/** What is restored: a table's definition, a space with its items, and the time to which they are taken back. */
export type RestoreFrom = {
	readonly definition: TableDefinition;
	readonly space: number;
	readonly past?: { readonly space: number; readonly time: number };
	readonly source: Omit<RestoreSource, "unfinished">;
};

/** Makes a table of what was; the answer comes when all items are there. */
export async function restoreTable(
	needs: RestoreNeeds,
	from: RestoreFrom,
	request: Omit<RestoreTableFromBackupInput, "BackupArn">,
): Promise<TableDescription> {
	const { clock, events, tables, copies } = needs;
	const table = await tables.change(async () => {
		const existing = tables.find(request.TargetTableName)?.definition;
		if (existing?.restore?.unfinished) {
			throw tableAlreadyRestoring(existing.name, existing.restore.backupArn ?? existing.restore.tableArn);
		}
		if (existing !== undefined) throw tableExists(existing.name);
		checkRoomForChange(tables.all(), clock.now());
		const restore = { ...from.source, unfinished: true };
		return tables.put(await restoredDefinition(needs, from.definition, request, restore));
	});
	try {
		const read = [from.space, ...(from.past === undefined ? [] : [from.past.space])];
		await copies.reading(read, () => copyItems(needs, from, table));
		await fillIndexes(needs, table);
		table.statistics.known = false;
		await countIfUnknown(needs.records, table);
	} catch (error) {
		await tables.change(() => removeUnfinished(needs, table));
		throw error;
	}
	return tables.change(async () => {
		const pending = { status: "CREATING", until: clock.now() + needs.timing.ms("table") } as const;
		const restored = await tables.put({
			...table.definition,
			pending,
			restore: { ...from.source, unfinished: false },
		});
		events.publish({ type: "state", kind: "table", id: table.name, change: "created" });
		events.publish({ type: "log", part: "dynamodb", level: "info", text: `Table ${table.name} was restored.` });
		return describeTable(clock, restored, "CREATING");
	});
}

/** A table whose restoring was cut off has only some of its items: it is taken away. */
export async function removeUnfinished(
	{ events, tables, spaces }: Pick<Dynamodb, "events" | "tables" | "spaces">,
	{ name, definition }: Table,
): Promise<void> {
	await tables.delete(name);
	const { space, indexes, collections } = definition;
	await spaces.discard([
		space,
		...indexes.map((index) => index.space),
		...(collections === undefined ? [] : [collections]),
	]);
	const text = `Table ${name} could not be restored to the end, and is removed.`;
	events.publish({ type: "log", part: "dynamodb", level: "warn", text });
}

/** The present first, then what has changed since the wanted time, as it was: in this order nothing that changes meanwhile is missed. */
async function copyItems({ copies, recoveryLog, records }: RestoreNeeds, from: RestoreFrom, table: Table) {
	await copies.copy(from.space, table.key.space);
	if (from.past === undefined) return;
	let batch: RecordChange[] = [];
	const changes: RecordChange[][] = [batch];
	await recoveryLog.changesAfter(from.past.space, from.past.time, (key, before) => {
		const moved = inSpace(key, table.key.space);
		batch.push(
			before === undefined ? { type: "del", key: moved } : { type: "put", key: moved, value: encodeItem(before) },
		);
		if (batch.length === changedAtOnce) changes.push((batch = []));
	});
	for (const some of changes) if (some.length > 0) await records.write(some);
}

const changedAtOnce = 500;

async function fillIndexes({ records, locks }: RestoreNeeds, table: Table): Promise<void> {
	const visits = [...table.indexes.map(({ name }) => backfillIndex(table, name)), sizesOfCollections(table)];
	await eachItem(
		{ records, locks },
		table.key.space,
		(item, key, batch) => {
			for (const visit of visits) visit(item, key, batch);
		},
		() => false,
	);
}

/** Items of one partition come one after another: their collection's size grows with each, and the last one stays. */
function sizesOfCollections(table: Table): ReturnType<typeof backfillIndex> {
	let current = "";
	let bytes = 0;
	return (item, _key, batch) => {
		const key = collectionKey(table, item);
		if (key === undefined) return;
		const id = key.toString("latin1");
		bytes = (id === current ? bytes : 0) + bytesInCollection(table, item);
		current = id;
		batch.push(sizeRecord(key, bytes));
	};
}
