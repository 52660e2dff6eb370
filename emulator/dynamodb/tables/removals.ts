import type { EventLog } from "../../../protocol/events.ts";
import type { Cancel, Clock } from "../../aws/clock.ts";
import type { Backups } from "../backups/backups.ts";
import type { SpaceCopies } from "../backups/spaceCopies.ts";
import type { IndexLag } from "../items/indexLag.ts";
import type { Policies } from "../policies/policies.ts";
import type { ChangeStreams } from "../streams/changeStreams.ts";
import type { Spaces } from "./spaces.ts";
import type { Table } from "./table.ts";
import type { TableDefinition } from "./tableDefinition.ts";
import type { Tables } from "./tables.ts";

/** Carries out what was decided with a delay: tables and global indexes that are DELETING go when their time is up. */
export type Removals = {
	/** Looks at what the table is to lose, and when; at once where that time has come. Within `tables.change`. */
	plan(table: Table): Promise<void>;
	close(): Promise<void>;
};

type Needs = {
	readonly clock: Clock;
	readonly events: EventLog;
	readonly tables: Tables;
	readonly spaces: Spaces;
	readonly streams: Pick<ChangeStreams, "end">;
	readonly indexLag: Pick<IndexLag, "idle">;
	readonly copies: Pick<SpaceCopies, "unread">;
	readonly backups: Pick<Backups, "keep">;
	readonly policies: Pick<Policies, "forget">;
};

export function removals(needs: Needs): Removals {
	const { clock, events, tables, spaces } = needs;
	const waiting = new Set<Cancel>();
	let running: Promise<unknown> = Promise.resolve();
	let closed = false;

	function later(table: Table, at: number): void {
		const cancel = clock.after(at - clock.now(), () => {
			waiting.delete(cancel);
			running = tables
				.change(() => carryOut(table.definition))
				.catch((error: unknown) => {
					if (closed) return;
					const text = `Table ${table.name} could not lose what was deleted; the next start tries again. ${String(error)}`;
					events.publish({ type: "log", part: "dynamodb", level: "error", text });
				});
		});
		waiting.add(cancel);
	}

	async function carryOut({ name, id }: TableDefinition): Promise<void> {
		const table = tables.find(name);
		if (closed || table?.definition.id !== id) return;
		const { pending, indexes } = table.definition;
		if (pending.status === "DELETING" && pending.until <= clock.now()) return removeTable(table);
		const gone = indexes.filter(({ deletingUntil = Number.POSITIVE_INFINITY }) => deletingUntil <= clock.now());
		if (gone.length > 0)
			await removeIndexes(
				table,
				gone.map((index) => index.space),
			);
	}

	async function removeTable(table: Table): Promise<void> {
		const { definition } = table;
		const { recovery } = definition;
		// As in AWS: what could be restored until now can be for another 35 days.
		const kept = recovery === undefined ? undefined : await needs.backups.keep(table);
		await tables.delete(table.name);
		await needs.policies.forget(definition.arn);
		if (definition.stream?.enabled) await needs.streams.end(definition.stream.arn);
		await needs.indexLag.idle();
		const expiring = definition.timeToLive === undefined ? [] : [definition.timeToLive.space];
		const log = [recovery?.space, definition.collections].filter((space) => space !== undefined);
		const used = [definition.space, ...definition.indexes.map(({ space }) => space), ...expiring, ...log];
		await needs.copies.unread(used);
		await spaces.discard(used.filter((space) => space !== kept));
		events.publish({ type: "state", kind: "table", id: table.name, change: "deleted" });
		events.publish({ type: "log", part: "dynamodb", level: "info", text: `Table ${table.name} was deleted.` });
	}

	async function removeIndexes({ definition }: Table, gone: readonly number[]): Promise<void> {
		const indexes = definition.indexes.filter(({ space }) => !gone.includes(space));
		const keys = new Set([definition, ...indexes].flatMap(({ keySchema }) => keySchema.map((it) => it.AttributeName)));
		const attributes = definition.attributes.filter(({ AttributeName }) => keys.has(AttributeName));
		await tables.put({ ...definition, indexes, attributes });
		await needs.indexLag.idle();
		await spaces.discard(gone);
		events.publish({ type: "state", kind: "table", id: definition.name, change: "updated" });
	}

	async function plan(table: Table): Promise<void> {
		const { pending, indexes } = table.definition;
		const times = indexes.flatMap(({ deletingUntil }) => deletingUntil ?? []);
		if (pending.status === "DELETING") times.push(pending.until);
		for (const at of times.filter((time) => time > clock.now())) later(table, at);
		if (times.some((time) => time <= clock.now())) await carryOut(table.definition);
	}

	return {
		plan,
		async close() {
			closed = true;
			for (const cancel of waiting) cancel();
			await running;
		},
	};
}
