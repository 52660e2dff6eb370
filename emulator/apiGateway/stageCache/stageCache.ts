import type { Clock } from "../../aws/clock.ts";
import type { MethodOutput } from "../call.ts";
import type { CacheKey } from "./cacheKey.ts";

/**
 * What methods answered, by stage and key, for as long as the stage says: on the virtual clock, the least recently used
 * out first when a stage's cluster, or all of this machine's share, is full.
 */
export type StageCache = {
	/** What is kept, with one more hit counted; or why nothing is. */
	find(stage: string, key: CacheKey): CacheEntry | string;
	/** False when the answer is longer than AWS keeps. */
	keep(stage: string, key: CacheKey, output: MethodOutput, ttlSeconds: number, clusterBytes: number): boolean;
	/** Forgets all of a stage. */
	flush(stage: string): void;
	entries(stage: string): readonly CacheEntry[];
};

export type CacheEntry = {
	readonly key: CacheKey;
	readonly output: MethodOutput;
	readonly keptAt: number;
	readonly until: number;
	hits: number;
};

/** The longest answer that AWS keeps (fact A7). */
const longestAnswer = 1_048_576;
/** What all stages together may hold here: a cluster of 0.5 GB and more is AWS's own machine. */
const mostBytes = 128 * 1024 * 1024;
/** What an entry costs beside its body and headers. */
const entryBytes = 512;

export function stageCache(clock: Pick<Clock, "now">): StageCache {
	const stages = new Map<string, Held>();
	/** Of all stages, the one used longest ago first. */
	const uses = new Map<CacheEntry, Held>();
	let bytes = 0;

	function drop(held: Held, entry: CacheEntry): void {
		const size = sizeOf(entry.output);
		held.entries.delete(entry.key.text);
		held.bytes -= size;
		bytes -= size;
		uses.delete(entry);
	}

	function heldOf(stage: string): Held {
		let held = stages.get(stage);
		if (held === undefined) {
			held = { entries: new Map(), bytes: 0 };
			stages.set(stage, held);
		}
		return held;
	}

	function find(stage: string, key: CacheKey): CacheEntry | string {
		const held = stages.get(stage);
		const entry = held?.entries.get(key.text);
		if (held === undefined || entry === undefined) return whyNone(held, key);
		const lateMs = clock.now() - entry.until;
		if (lateMs >= 0) {
			drop(held, entry);
			return `what was kept expired ${Math.round(lateMs / 1000)} s ago`;
		}
		uses.delete(entry);
		uses.set(entry, held);
		entry.hits++;
		return entry;
	}

	return {
		find,
		keep(stage, key, output, ttlSeconds, clusterBytes) {
			if (output.body.length > longestAnswer) return false;
			const held = heldOf(stage);
			const before = held.entries.get(key.text);
			if (before !== undefined) drop(held, before);
			const keptAt = clock.now();
			const entry: CacheEntry = { key, output, keptAt, until: keptAt + ttlSeconds * 1000, hits: 0 };
			const size = sizeOf(output);
			held.entries.set(key.text, entry);
			held.bytes += size;
			bytes += size;
			uses.set(entry, held);
			for (const [oldest, owner] of uses) {
				if (bytes <= mostBytes && held.bytes <= clusterBytes) break;
				if (bytes > mostBytes || owner === held) drop(owner, oldest);
			}
			return true;
		},
		flush(stage) {
			const held = stages.get(stage);
			for (const entry of held?.entries.values() ?? []) uses.delete(entry);
			bytes -= held?.bytes ?? 0;
			stages.delete(stage);
		},
		entries(stage) {
			const now = clock.now();
			return [...(stages.get(stage)?.entries.values() ?? [])].filter((it) => now < it.until);
		},
	};
}

type Held = { readonly entries: Map<string, CacheEntry>; bytes: number };

function sizeOf({ headers, body }: MethodOutput): number {
	return headers.reduce((sum, [name, value]) => sum + name.length + value.length, entryBytes + body.length);
}

/** What the newest entry of the same method has another value of: mostly that is what one wants to know. */
function whyNone(held: Held | undefined, key: CacheKey): string {
	const newest = [...(held?.entries.values() ?? [])].findLast(
		(it) => it.key.namespace === key.namespace && it.key.method === key.method,
	);
	const parts = Object.entries(newest?.key.parts ?? {});
	const other = parts.find(([name, value]) => value !== key.parts[name]);
	if (other === undefined) return "nothing is kept for this key";
	const [name, value] = other;
	return `nothing is kept for this key; the newest entry has another ${name}: ${value ?? "none"}, not ${key.parts[name] ?? "none"}`;
}
