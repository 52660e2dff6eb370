import { addToWindow, type MinuteWindow, minuteWindow } from "./minuteWindow.ts";
import { hashOf } from "./ring.ts";

/** What the requests for one partition key have used, in thousandths of a unit. */
export type HotKey = {
	/** The key of a record with this partition key. */
	readonly key: Buffer;
	readonly recent: MinuteWindow;
	read: number;
	write: number;
	refused: number;
};

export type HotKeys = {
	/** The partition keys that were used most, by their hash: two that share one of 2^32 places are taken for one. */
	readonly byHash: Map<number, HotKey>;
	/** How many requests for unknown keys there have been since there was no more room. */
	passed: number;
};

export function newHotKeys(): HotKeys {
	return { byHash: new Map(), passed: 0 };
}

export function heatKey(keys: HotKeys, key: Buffer, direction: "read" | "write", amount: number, now: number): void {
	const hot = hotKeyOf(keys, key);
	if (hot === undefined) return;
	hot[direction] += amount;
	addToWindow(hot.recent, amount, now);
}

export function noteRefusedKey(keys: HotKeys, key: Buffer): void {
	const hot = hotKeyOf(keys, key);
	if (hot !== undefined) hot.refused++;
}

/** The hottest first. */
export function hottest({ byHash }: HotKeys): readonly HotKey[] {
	return [...byHash.values()].toSorted((a, b) => heat(b) - heat(a)).slice(0, kept);
}

/** So many are certain to be kept; twice as many are held before the lesser half is forgotten. */
const kept = 64;
/** Where there are many keys, only so few of the requests for unknown ones are looked at: a hot key is soon among them. */
const lookedAt = 8;

function hotKeyOf(keys: HotKeys, key: Buffer): HotKey | undefined {
	const { byHash } = keys;
	const hash = hashOf(key);
	const known = byHash.get(hash);
	if (known !== undefined) return known;
	if (byHash.size >= kept && ++keys.passed % lookedAt !== 0) return undefined;
	if (byHash.size >= kept * 2) forgetLesser(byHash);
	// A copy: the record's key may be a piece of something larger.
	const hot: HotKey = { key: Buffer.from(key), recent: minuteWindow(), read: 0, write: 0, refused: 0 };
	byHash.set(hash, hot);
	return hot;
}

function forgetLesser(byHash: Map<number, HotKey>): void {
	const order = [...byHash].toSorted(([, a], [, b]) => heat(b) - heat(a));
	for (const [hash] of order.slice(kept)) byHash.delete(hash);
}

/** A key whose requests were turned away is hot too, though it used nothing. */
function heat({ read, write, refused }: HotKey): number {
	return read + write + refused * 1000;
}
