import { decodeItem } from "../values/decodeItem.ts";
import { encodeItem } from "../values/encodeItem.ts";
import type { Item } from "../values/value.ts";

/** One change of one item, as a stream keeps it. The images are there as the stream's view type asks. */
export type StreamRecord = {
	readonly event: "INSERT" | "MODIFY" | "REMOVE";
	readonly at: number;
	readonly size: number;
	readonly keys: Item;
	readonly newImage?: Item;
	readonly oldImage?: Item;
	readonly expired: boolean;
};

const events = ["INSERT", "MODIFY", "REMOVE"] as const;
const headerBytes = 1 + 8 + 4;

/** One byte for event and flags, time, size, then the keys and images, each after its length (0 for none). */
export function encodeStreamRecord(record: StreamRecord): Buffer {
	const header = Buffer.allocUnsafe(headerBytes);
	header[0] = events.indexOf(record.event) | (record.expired ? 0x80 : 0);
	header.writeDoubleBE(record.at, 1);
	header.writeUInt32BE(record.size, 9);
	// The new image first: it was encoded last, for the table.
	const newImage = encodePart(record.newImage);
	return Buffer.concat([header, ...encodePart(record.keys), ...newImage, ...encodePart(record.oldImage)]);
}

export function decodeStreamRecord(stored: Buffer): StreamRecord {
	const first = stored[0] ?? 0;
	const event = events[first & 3];
	if (event === undefined) throw new Error("A stream record has an unknown event.");
	let at = headerBytes;
	const part = () => {
		const length = stored.readUInt32BE(at);
		const start = at + 4;
		at = start + length;
		return length === 0 ? undefined : decodeItem(stored.subarray(start, at));
	};
	const keys = part();
	const newImage = part();
	const oldImage = part();
	if (keys === undefined) throw new Error("A stream record has no keys.");
	return {
		event,
		at: stored.readDoubleBE(1),
		size: stored.readUInt32BE(9),
		keys,
		...(newImage && { newImage }),
		...(oldImage && { oldImage }),
		expired: (first & 0x80) !== 0,
	};
}

function encodePart(item: Item | undefined): readonly Buffer[] {
	const encoded = item === undefined ? Buffer.alloc(0) : encodeItem(item);
	const length = Buffer.allocUnsafe(4);
	length.writeUInt32BE(encoded.length);
	return [length, encoded];
}
