import type { EventLog } from "../../../protocol/events.ts";
import type { Clock } from "../../aws/clock.ts";
import type { Documents } from "../../aws/documents.ts";
import type { RecordChange, RecordStore } from "../../aws/records.ts";
import type { ItemChange } from "../items/writeItems.ts";
import type { KeySchemaElement } from "../model.generated.ts";
import type { Spaces } from "../tables/spaces.ts";
import type { StreamSetting, ViewType } from "../tables/tableDefinition.ts";
import { recordOfChange } from "./recordOfChange.ts";
import { largestSequence, sequenceKey } from "./sequenceKey.ts";
import { decodeStreamRecord, encodeStreamRecord, type StreamRecord } from "./streamRecord.ts";

/** A stream as it is stored; it outlives its table and its own end by 24 hours. */
export type StreamDefinition = {
	readonly arn: string;
	readonly label: string;
	readonly tableName: string;
	readonly viewType: ViewType;
	readonly keySchema: readonly KeySchemaElement[];
	readonly space: number;
	readonly shardId: string;
	readonly createdAt: number;
	/** The number below which no record of it is. */
	readonly start: string;
	readonly endedAt?: number;
	readonly end?: string;
};

export type ReadChange = { readonly sequence: bigint; readonly record: StreamRecord };

/** The streams of all tables: each change of an item in the batch that makes it, read in order. */
export type ChangeStreams = {
	/** Adds the change's stream record to the batch; the answer is to be called when the batch is written, or has failed. */
	append(change: ItemChange, batch: RecordChange[]): (() => void) | undefined;
	start(
		tableName: string,
		tableArn: string,
		viewType: ViewType,
		keySchema: readonly KeySchemaElement[],
	): Promise<StreamSetting>;
	end(arn: string): Promise<void>;
	/** Those that are not yet forgotten, oldest first. */
	all(): readonly StreamDefinition[];
	find(arn: string): StreamDefinition | undefined;
	/** Records from the given number on; never one that a record with a smaller number may still come before. */
	read(arn: string, from: bigint, limit: number): Promise<readonly ReadChange[]>;
	/** The number that the next record will at least have. */
	next(arn: string): bigint;
	/** The number below which records have been forgotten. */
	horizon(arn: string): bigint;
	/** The number below which every record is written that will ever be. */
	written(arn: string): bigint;
	/** The first number of a millisecond: numbers follow the clock. */
	sequenceAt(ms: number): bigint;
	close(): Promise<void>;
};

type Needs = {
	readonly clock: Clock;
	readonly events: EventLog;
	readonly records: RecordStore;
	readonly spaces: Spaces;
	readonly documents: Documents<StreamDefinition>;
};

/** What is known of a stream while the emulator runs. */
type Running = { last: bigint; readonly unwritten: Set<bigint> };

const keptMs = 24 * 60 * 60 * 1000;
const trimEveryMs = 60 * 60 * 1000;

export async function openChangeStreams({ clock, events, records, spaces, documents }: Needs): Promise<ChangeStreams> {
	const running = new Map<string, Running>();
	for (const stream of documents.all()) {
		running.set(stream.arn, { last: await lastSequence(records, stream), unwritten: new Set() });
	}
	let cancelTrim = clock.after(trimEveryMs, trim);

	const runningOf = (arn: string) => {
		const known = running.get(arn);
		if (known === undefined) throw new Error(`There is no stream ${arn}.`);
		return known;
	};

	const existing = (arn: string) => {
		const stream = documents.get(arn);
		if (stream === undefined) throw new Error(`There is no stream ${arn}.`);
		return stream;
	};

	/** Numbers follow the clock, so that they grow even when everything before has been trimmed, and tell a record's age. */
	const sequenceAt = (ms: number) => BigInt(Math.floor(ms)) * 1_000_000n;
	const horizon = (stream: StreamDefinition) => {
		const oldest = sequenceAt(clock.now() - keptMs);
		const start = BigInt(stream.start);
		return oldest > start ? oldest : start;
	};

	function next(stream: StreamDefinition): bigint {
		if (stream.end !== undefined) return BigInt(stream.end) + 1n;
		const now = sequenceAt(clock.now());
		const after = runningOf(stream.arn).last + 1n;
		return now > after ? now : after;
	}

	let trimming: Promise<void> = Promise.resolve();
	let closed = false;

	function trim(): void {
		cancelTrim = clock.after(trimEveryMs, trim);
		trimming = trimming.then(trimAll).catch((error: unknown) => {
			if (closed) return;
			const text = `Old stream records could not be removed; the next hour tries again. ${String(error)}`;
			events.publish({ type: "log", part: "dynamodb", level: "warn", text });
		});
	}

	async function trimAll(): Promise<void> {
		for (const stream of documents.all()) {
			if (closed) return;
			if (stream.endedAt !== undefined && stream.endedAt < clock.now() - keptMs) await forget(stream);
			else await records.clear({ gte: sequenceKey(stream.space, 0n), lt: sequenceKey(stream.space, horizon(stream)) });
		}
	}

	async function forget(stream: StreamDefinition): Promise<void> {
		await documents.delete(stream.arn);
		running.delete(stream.arn);
		await spaces.discard([stream.space]);
	}

	return {
		append(change, batch) {
			const setting = change.table.definition.stream;
			const stream = setting?.enabled ? documents.get(setting.arn) : undefined;
			if (stream === undefined || stream.endedAt !== undefined) return undefined;
			const state = runningOf(stream.arn);
			const sequence = next(stream);
			state.last = sequence;
			state.unwritten.add(sequence);
			const value = encodeStreamRecord(recordOfChange(stream.viewType, change, clock.now()));
			batch.push({ type: "put", key: sequenceKey(stream.space, sequence), value });
			return () => void state.unwritten.delete(sequence);
		},
		async start(tableName, tableArn, viewType, keySchema) {
			const [space = 0] = await spaces.allocate(1);
			const createdAt = uniqueTime(documents, tableArn, Math.floor(clock.now()));
			const label = new Date(createdAt).toISOString().replace("Z", "");
			const arn = `${tableArn}/stream/${label}`;
			const start = sequenceAt(createdAt);
			const shardId = `shardId-${String(createdAt).padStart(20, "0")}-${space.toString(16).padStart(8, "0")}`;
			running.set(arn, { last: start, unwritten: new Set() });
			await documents.put(arn, {
				arn,
				label,
				tableName,
				viewType,
				keySchema,
				space,
				shardId,
				createdAt,
				start: String(start),
			});
			return { enabled: true, arn, label, viewType };
		},
		async end(arn) {
			const stream = documents.get(arn);
			if (stream === undefined || stream.endedAt !== undefined) return;
			await documents.put(arn, { ...stream, endedAt: clock.now(), end: String(runningOf(arn).last) });
		},
		all: () => documents.all(),
		find: (arn) => documents.get(arn),
		async read(arn, from, limit) {
			const stream = existing(arn);
			const oldest = horizon(stream);
			const first = from > oldest ? from : oldest;
			const { unwritten } = runningOf(stream.arn);
			const entries = await records.range({
				gte: sequenceKey(stream.space, first),
				lt: sequenceKey(stream.space, smallest(unwritten) ?? largestSequence),
				limit,
			});
			return entries.map(([key, value]) => ({ sequence: key.readBigUInt64BE(5), record: decodeStreamRecord(value) }));
		},
		next: (arn) => next(existing(arn)),
		horizon: (arn) => horizon(existing(arn)),
		written: (arn) => smallest(runningOf(arn).unwritten) ?? next(existing(arn)),
		sequenceAt,
		async close() {
			closed = true;
			cancelTrim();
			await trimming;
		},
	};
}

async function lastSequence(records: RecordStore, stream: StreamDefinition): Promise<bigint> {
	const range = { gte: sequenceKey(stream.space, 0n), lt: sequenceKey(stream.space, largestSequence) };
	const [last] = await records.range({ ...range, reverse: true, limit: 1 });
	return last === undefined ? BigInt(stream.start) : last[0].readBigUInt64BE(5);
}

function smallest(sequences: ReadonlySet<bigint>): bigint | undefined {
	let least: bigint | undefined;
	for (const sequence of sequences) if (least === undefined || sequence < least) least = sequence;
	return least;
}

/** A label is its stream's time of creation; two streams of a table never have the same. */
function uniqueTime(documents: Documents<StreamDefinition>, tableArn: string, now: number): number {
	const taken = new Set(
		documents
			.all()
			.filter(({ arn }) => arn.startsWith(`${tableArn}/`))
			.map((it) => it.createdAt),
	);
	let time = now;
	while (taken.has(time)) time++;
	return time;
}
