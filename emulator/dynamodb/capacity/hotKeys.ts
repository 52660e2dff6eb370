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

/** The partition keys that were used most, by their hash: two that share one of 2^32 places are taken for one. */
export type HotKeys = Map<number, HotKey>;

/** So many are certain to be kept; twice as many are held before the lesser half is forgotten. */
const kept = 64;

export function hotKeyOf(keys: HotKeys, key: Buffer): HotKey {
	const hash = hashOf(key);
	const known = keys.get(hash);
	if (known !== undefined) return known;
	if (keys.size >= kept * 2) forgetLesser(keys);
	// A copy: the record's key may be a piece of something larger.
	const hot: HotKey = { key: Buffer.from(key), recent: minuteWindow(), read: 0, write: 0, refused: 0 };
	keys.set(hash, hot);
	return hot;
}

export function heatKey(keys: HotKeys, key: Buffer, direction: "read" | "write", amount: number, now: number): void {
	const hot = hotKeyOf(keys, key);
	hot[direction] += amount;
	addToWindow(hot.recent, amount, now);
}

/** The hottest first. */
export function hottest(keys: HotKeys): readonly HotKey[] {
	return [...keys.values()].toSorted((a, b) => heat(b) - heat(a)).slice(0, kept);
}

function forgetLesser(keys: HotKeys): void {
	const order = [...keys].toSorted(([, a], [, b]) => heat(b) - heat(a));
	for (const [hash] of order.slice(kept)) keys.delete(hash);
}

/** A key whose requests were turned away is hot too, though it used nothing. */
function heat({ read, write, refused }: HotKey): number {
	return read + write + refused * 1000;
}
