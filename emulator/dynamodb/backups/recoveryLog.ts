import type { EventLog } from "../../../protocol/events.ts";
import type { Clock } from "../../aws/clock.ts";
import type { RecordChange, RecordStore } from "../../aws/records.ts";
import type { ItemChange } from "../items/writeItems.ts";
import { largestSequence, sequenceKey } from "../streams/sequenceKey.ts";
import type { Tables } from "../tables/tables.ts";
import { decodeItem } from "../values/decodeItem.ts";
import { encodeItem } from "../values/encodeItem.ts";
import type { Item } from "../values/value.ts";

/**
 * Point-in-time recovery: of each change of an item, in the batch that makes it, what the item was before. A table's past is
 * its present with the changes since taken back.
 */
export type RecoveryLog = {
	/** Answers the time of the change, for the next one of the same batch. */
	append(space: number, change: ItemChange, at: number | undefined, batch: RecordChange[]): number;
	/** What has changed after this time, by key, each as it was before its first change. */
	changesAfter(space: number, time: number, visit: (key: Buffer, before: Item | undefined) => void): Promise<void>;
	close(): Promise<void>;
};

type Needs = {
	readonly clock: Clock;
	readonly events: EventLog;
	readonly records: RecordStore;
	readonly tables: Tables;
};

const trimEveryMs = 60 * 60 * 1000;
const dayMs = 24 * 60 * 60 * 1000;
const readAtOnce = 500;

/** Numbers follow the clock and tell a record's time; they grow also when it is set back. */
const numberAt = (ms: number) => BigInt(Math.max(Math.floor(ms), 0)) * 1_000_000n;

export async function openRecoveryLog({ clock, events, records, tables }: Needs): Promise<RecoveryLog> {
	let last = 0n;
	for (const { definition } of tables.all()) {
		if (definition.recovery === undefined) continue;
		const { space } = definition.recovery;
		const whole = { gte: sequenceKey(space, 0n), lt: sequenceKey(space, largestSequence) };
		const [newest] = await records.range({ ...whole, reverse: true, limit: 1 });
		const number = newest?.[0].readBigUInt64BE(5) ?? 0n;
		if (number > last) last = number;
	}
	let closed = false;
	let trimming: Promise<void> = Promise.resolve();
	let cancel = clock.after(trimEveryMs, trim);

	function trim(): void {
		cancel = clock.after(trimEveryMs, trim);
		trimming = trimming.then(trimAll).catch((error: unknown) => {
			if (closed) return;
			const text = `What is too old for point-in-time recovery could not be removed; the next hour tries again. ${String(error)}`;
			events.publish({ type: "log", part: "dynamodb", level: "warn", text });
		});
	}

	async function trimAll(): Promise<void> {
		for (const { definition } of tables.all()) {
			if (closed) return;
			if (definition.recovery === undefined) continue;
			const { space, days } = definition.recovery;
			const horizon = numberAt(clock.now() - days * dayMs);
			await records.clear({ gte: sequenceKey(space, 0n), lt: sequenceKey(space, horizon) });
		}
	}

	return {
		append(space, { key, before }, at, batch) {
			const time = at ?? Math.max(clock.now(), Number(last / 1_000_000n));
			const number = numberAt(time);
			last = number > last ? number : last + 1n;
			const header = Buffer.allocUnsafe(12);
			header.writeDoubleBE(time, 0);
			header.writeUInt32BE(key.length, 8);
			const value = Buffer.concat([header, key, ...(before === undefined ? [] : [encodeItem(before)])]);
			batch.push({ type: "put", key: sequenceKey(space, last), value });
			return time;
		},
		async changesAfter(space, time, visit) {
			const seen = new Set<string>();
			let range: { gte: Buffer } | { gt: Buffer } = { gte: sequenceKey(space, numberAt(time)) };
			for (;;) {
				const entries = await records.range({ ...range, lt: sequenceKey(space, largestSequence), limit: readAtOnce });
				for (const [, value] of entries) {
					if (value.readDoubleBE(0) <= time) continue;
					const end = 12 + value.readUInt32BE(8);
					const key = value.subarray(12, end);
					const id = key.toString("latin1");
					if (seen.has(id)) continue;
					seen.add(id);
					visit(key, end === value.length ? undefined : decodeItem(value.subarray(end)));
				}
				const newest = entries.at(-1)?.[0];
				if (newest === undefined || entries.length < readAtOnce) return;
				range = { gt: newest };
			}
		},
		async close() {
			closed = true;
			cancel();
			await trimming;
		},
	};
}
