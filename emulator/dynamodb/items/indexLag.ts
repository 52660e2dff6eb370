import type { EventLog } from "../../../protocol/events.ts";
import type { Clock } from "../../aws/clock.ts";
import type { RecordChange, RecordStore } from "../../aws/records.ts";
import { sequenceKey } from "../streams/sequenceKey.ts";
import type { Index } from "../tables/table.ts";
import type { Tables } from "../tables/tables.ts";
import type { Timing } from "../tables/timing.ts";
import { decodeDelayed, encodeDelayed, spaceOf } from "./delayedChanges.ts";

/**
 * Eventual consistency of global indexes. Changes of an index wait in one queue, written in the batch that changes the item,
 * until the set lag is over; an index is read as of that time. Without a lag nothing waits.
 */
export type IndexLag = {
	/** Whether changes are to be delayed; while anything waits they are, so that none overtakes another. */
	holds(): boolean;
	/** Adds the delayed changes to the batch; the answer is to be called when the batch is written, or has failed. */
	delay(changes: readonly RecordChange[], batch: RecordChange[]): () => void;
	/** Resolves when the index is as it is to be read now. */
	settle(index: Index | undefined): Promise<void> | undefined;
	/** Resolves when nothing is being applied that began before this: no record comes any more of an index that is gone by now. */
	idle(): Promise<void>;
	close(): Promise<void>;
};

type Needs = {
	readonly clock: Clock;
	readonly events: EventLog;
	readonly records: RecordStore;
	readonly tables: Tables;
	readonly timing: Timing;
};

/** No table is ever given this space. */
const queueSpace = 0xffff_fff0;
const appliedAtOnce = 500;

export async function openIndexLag({ clock, events, records, tables, timing }: Needs): Promise<IndexLag> {
	const [last] = await records.range({
		gte: sequenceKey(queueSpace, 0n),
		lt: sequenceKey(queueSpace + 1, 0n),
		reverse: true,
		limit: 1,
	});
	let sequence = last === undefined ? 0n : last[0].readBigUInt64BE(5);
	let empty = last === undefined;
	let closed = false;
	let cancel: (() => void) | undefined;
	let draining: Promise<void> | undefined;
	let following: Promise<void> | undefined;
	/** What waited through a restart has waited long enough. */
	const dueUntil = sequence;
	const unwritten = new Set<bigint>();

	/** One after another; who asks while one is on gets the next, which sees the clock as it then is. */
	function drain(): Promise<void> {
		if (draining === undefined) {
			draining = drainAll().finally(() => {
				draining = undefined;
			});
			return draining;
		}
		following ??= draining.then(() => {
			following = undefined;
			return drain();
		});
		return following;
	}

	async function drainAll(): Promise<void> {
		for (;;) {
			const seen = sequence;
			const [firstUnwritten] = unwritten;
			const lt =
				firstUnwritten === undefined ? sequenceKey(queueSpace + 1, 0n) : sequenceKey(queueSpace, firstUnwritten);
			const entries = await records.range({ gte: sequenceKey(queueSpace, 0n), lt, limit: appliedAtOnce });
			const waiting = entries.map(([key, value]) => ({ key, ...decodeDelayed(value) }));
			const end = waiting.findIndex(({ key, at, due }) => !isDue(key.readBigUInt64BE(5), at, due));
			const next = end === -1 ? undefined : waiting[end];
			const due = end === -1 ? waiting : waiting.slice(0, end);
			if (due.length > 0) await apply(due);
			if (next !== undefined) return arm(next.due - clock.now());
			if (entries.length < appliedAtOnce) {
				if (firstUnwritten === undefined && seen === sequence) empty = true;
				else arm(timing.ms("indexLag"));
				return;
			}
		}
	}

	/** A clock that was set back makes nothing wait longer. */
	function isDue(number: bigint, at: number, due: number): boolean {
		return number <= dueUntil || due <= clock.now() || at > clock.now();
	}

	function apply(due: readonly { readonly key: Buffer; readonly changes: readonly RecordChange[] }[]): Promise<void> {
		const living = new Set(tables.all().flatMap(({ indexes }) => indexes.map(({ key }) => key.space)));
		return records.write(
			due.flatMap(({ key, changes }) => [
				...changes.filter((change) => living.has(spaceOf(change.key))),
				{ type: "del" as const, key },
			]),
		);
	}

	function arm(ms: number): void {
		cancel?.();
		cancel = closed ? undefined : clock.after(ms, tick);
	}

	function tick(): void {
		cancel = undefined;
		drain().catch((error: unknown) => {
			if (closed) return;
			const text = `Global indexes could not be brought up to date; the next read tries again. ${String(error)}`;
			events.publish({ type: "log", part: "dynamodb", level: "warn", text });
		});
	}

	if (!empty) await drain();

	return {
		holds: () => !empty || timing.ms("indexLag") > 0,
		delay(changes, batch) {
			empty = false;
			const number = ++sequence;
			unwritten.add(number);
			const at = clock.now();
			const due = at + timing.ms("indexLag");
			batch.push({ type: "put", key: sequenceKey(queueSpace, number), value: encodeDelayed(at, due, changes) });
			if (cancel === undefined) arm(due - at);
			return () => void unwritten.delete(number);
		},
		settle: (index) => (empty || index?.definition.kind !== "global" ? undefined : drain()),
		async idle() {
			if (!empty) await drain();
		},
		async close() {
			closed = true;
			cancel?.();
			await draining;
			await following;
		},
	};
}
