import type { EventLog } from "../../../protocol/events.ts";
import type { Clock } from "../../aws/clock.ts";
import type { RecordStore } from "../../aws/records.ts";
import type { ItemLocks } from "../items/itemLocks.ts";
import { backfillIndex, eachItem } from "./backfill.ts";
import { countSpace } from "./statistics.ts";
import type { Tables } from "./tables.ts";

/** Fills new global indexes with what their tables hold, in the background; a build that was cut off begins again at the next start. */
export type IndexBuilds = {
	/** Resolves when the index is ready, or will not be in this run. */
	start(tableName: string, indexName: string): Promise<void>;
	close(): Promise<void>;
};

type Needs = {
	readonly clock: Clock;
	readonly events: EventLog;
	readonly records: RecordStore;
	readonly locks: ItemLocks;
	readonly tables: Tables;
};

export function indexBuilds({ clock, events, records, locks, tables }: Needs): IndexBuilds {
	let closed = false;
	const running = new Set<Promise<void>>();
	const waiting = new Set<() => void>();

	async function build(tableName: string, indexName: string): Promise<void> {
		const table = tables.find(tableName);
		const index = table?.indexes.find(({ name }) => name === indexName);
		if (table === undefined || index === undefined) return;
		const visit = backfillIndex(table, indexName);
		const unwanted = () =>
			closed || !tables.find(tableName)?.definition.indexes.some(({ space }) => space === index.key.space);
		const done = await eachItem({ records, locks }, table.key.space, visit, unwanted);
		if (!done) return;
		table.statistics.held.set(index.key.space, await countSpace(records, index.key.space));
		await until(index.definition.readyAt ?? 0);
		if (unwanted()) return;
		await tables.change(async () => {
			const now = tables.find(tableName);
			if (now?.definition.id !== table.definition.id) return;
			const indexes = now.definition.indexes.map((it) =>
				it.space === index.key.space ? { ...it, backfilling: false } : it,
			);
			await tables.put({ ...now.definition, indexes });
			events.publish({ type: "state", kind: "table", id: tableName, change: "updated" });
			const text = `Index ${indexName} of table ${tableName} is ready.`;
			events.publish({ type: "log", part: "dynamodb", level: "info", text });
		});
	}

	/** Waits for the time that the index takes at AWS, if somebody asked for it. */
	function until(time: number): Promise<void> {
		if (time <= clock.now()) return Promise.resolve();
		return new Promise((resolve) => {
			const end = () => {
				waiting.delete(end);
				cancel();
				resolve();
			};
			const cancel = clock.after(time - clock.now(), end);
			waiting.add(end);
		});
	}

	function start(tableName: string, indexName: string): Promise<void> {
		const building = build(tableName, indexName)
			.catch((error: unknown) => {
				if (closed) return;
				const text = `Index ${indexName} of table ${tableName} could not be filled; the next start tries again. ${String(error)}`;
				events.publish({ type: "log", part: "dynamodb", level: "error", text });
			})
			.finally(() => running.delete(building));
		running.add(building);
		return building;
	}

	for (const table of tables.all()) {
		for (const { name, definition } of table.indexes) if (definition.backfilling) void start(table.name, name);
	}

	return {
		start,
		async close() {
			closed = true;
			for (const end of waiting) end();
			await Promise.all(running);
		},
	};
}
