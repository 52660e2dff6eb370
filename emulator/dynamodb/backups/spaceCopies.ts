import type { RecordChange, RecordStore } from "../../aws/records.ts";
import type { ItemChange } from "../items/writeItems.ts";
import { spaceStart } from "../tables/table.ts";
import { encodeItem } from "../values/encodeItem.ts";
import type { WriteMoments } from "./writeMoments.ts";

/**
 * Copies of a table's items as they are at one moment, while they go on changing: whoever changes an item first puts it, as it
 * was, into the copies that do not have it yet, in the batch of the change.
 */
export type SpaceCopies = {
	/** Copies all items as they are when this is called; fails when a write failed meanwhile, since the copy may lack something. */
	copy(from: number, to: number): Promise<void>;
	/** Puts what the change is about to destroy where it is still wanted. */
	preserve(space: number, change: ItemChange, batch: RecordChange[]): void;
	/** A batch could not be written: what it was to preserve is lost. */
	fail(): void;
	/** Keeps these spaces from being discarded while the work reads them. */
	reading<T>(spaces: readonly number[], work: () => Promise<T>): Promise<T>;
	/** Resolves when nobody reads any of these. */
	unread(spaces: readonly number[]): Promise<void>;
};

type Copy = { readonly to: number; readonly preserved: Set<string>; failed: boolean };

const copiedAtOnce = 500;

export function spaceCopies(records: RecordStore, moments: WriteMoments): SpaceCopies {
	const copies = new Map<number, Set<Copy>>();
	const readers = new Set<{ readonly spaces: readonly number[]; readonly done: Promise<unknown> }>();

	async function reading<T>(spaces: readonly number[], work: () => Promise<T>): Promise<T> {
		const working = work();
		const reader = {
			spaces,
			done: Promise.allSettled([working]),
		};
		readers.add(reader);
		try {
			return await working;
		} finally {
			readers.delete(reader);
		}
	}

	async function copyAll(from: number, copy: Copy): Promise<void> {
		await moments.quiet();
		let range: { gte: Buffer } | { gt: Buffer } = { gte: spaceStart(from) };
		for (;;) {
			const entries = await records.range({ ...range, lt: spaceStart(from + 1), limit: copiedAtOnce });
			const batch: RecordChange[] = entries
				.filter(([key]) => !copy.preserved.has(key.toString("latin1")))
				.map(([key, value]) => ({ type: "put", key: inSpace(key, copy.to), value }));
			if (batch.length > 0) await records.write(batch);
			if (copy.failed) throw new Error("An item could not be written while its table was being copied.");
			const last = entries.at(-1)?.[0];
			if (last === undefined || entries.length < copiedAtOnce) return;
			range = { gt: last };
		}
	}

	return {
		reading,
		copy(from, to) {
			const copy: Copy = { to, preserved: new Set(), failed: false };
			const others = copies.get(from) ?? new Set();
			copies.set(from, others.add(copy));
			return reading([from], () => copyAll(from, copy)).finally(() => {
				others.delete(copy);
				if (others.size === 0) copies.delete(from);
			});
		},
		preserve(space, { key, before }, batch) {
			const wanted = copies.get(space);
			if (wanted === undefined) return;
			const id = key.toString("latin1");
			for (const { to, preserved } of wanted) {
				if (preserved.has(id)) continue;
				preserved.add(id);
				if (before !== undefined) batch.push({ type: "put", key: inSpace(key, to), value: encodeItem(before) });
			}
		},
		fail() {
			for (const several of copies.values()) for (const copy of several) copy.failed = true;
		},
		async unread(spaces) {
			const busy = [...readers].filter((reader) => reader.spaces.some((space) => spaces.includes(space)));
			await Promise.all(busy.map(({ done }) => done));
		},
	};
}

/** The same place in another space. */
export function inSpace(key: Buffer, space: number): Buffer {
	const moved = Buffer.from(key);
	moved.writeUInt32BE(space, 1);
	return moved;
}
