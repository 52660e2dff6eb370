import type { RecordChange } from "../../aws/records.ts";
import { spaceStart, type Table } from "../tables/table.ts";
import type { Item } from "../values/value.ts";

/** Keeps the list of a table's items by the time at which they expire, in the batch that changes the item. */
export function expiryChanges(
	table: Table,
	key: Buffer,
	before: Item | undefined,
	after: Item | undefined,
	batch: RecordChange[],
): void {
	const setting = table.definition.timeToLive;
	if (setting === undefined) return;
	const oldTime = before && expiryOf(before, setting.attribute);
	const newTime = after && expiryOf(after, setting.attribute);
	if (oldTime === newTime) return;
	if (oldTime !== undefined) batch.push({ type: "del", key: expiryKey(setting.space, oldTime, key) });
	if (newTime !== undefined) batch.push({ type: "put", key: expiryKey(setting.space, newTime, key), value: key });
}

/** An item's time to live in seconds since the epoch; undefined where it has none that DynamoDB takes for one. */
export function expiryOf(item: Item, attribute: string): number | undefined {
	const value = item[attribute];
	if (value === undefined || !("N" in value)) return undefined;
	const seconds = Math.floor(Number(value.N));
	return seconds >= 0 && seconds <= latest ? seconds : undefined;
}

/** Entries before this key expire earlier than `seconds`. */
export function expiryBound(space: number, seconds: number): Buffer {
	const bound = Buffer.concat([spaceStart(space, 0).subarray(0, 5), Buffer.alloc(6)]);
	bound.writeUIntBE(Math.min(Math.max(seconds, 0), latest), 5, 6);
	return bound;
}

function expiryKey(space: number, seconds: number, itemKey: Buffer): Buffer {
	return Buffer.concat([expiryBound(space, seconds), itemKey]);
}

/** The last second that six bytes hold; some nine million years ahead. */
const latest = 2 ** 48 - 1;
