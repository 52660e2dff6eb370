import { asciiOnly, tag } from "./itemTags.ts";
import { type Item, newItem, type Value } from "./value.ts";

/** An item from the bytes that `encodeItem` made of it. */
export function decodeItem(record: Buffer): Item {
	bytes = record;
	at = 1;
	text = record[0] === asciiOnly ? record.toString("latin1") : undefined;
	return readMap();
}

// One decoding runs at a time, without a pause: its state lives here, which spares an object for each.
let bytes: Buffer;
let at = 0;
/** The whole record, when a byte of it is a character. */
let text: string | undefined;

function readMap(): Item {
	const map = newItem();
	for (let count = readLength(); count > 0; count--) {
		const name = readString();
		map[name] = readValue();
	}
	return map;
}

function readValue(): Value {
	const type = bytes[at++];
	switch (type) {
		case tag.S:
			return { S: readString() };
		case tag.N:
			return { N: readString() };
		case tag.B:
			return { B: readBytes() };
		case tag.TRUE:
			return { BOOL: true };
		case tag.FALSE:
			return { BOOL: false };
		case tag.NULL:
			return { NULL: true };
		case tag.M:
			return { M: readMap() };
		case tag.L:
			return { L: readList(readValue) };
		case tag.SS:
			return { SS: readList(readString) };
		case tag.NS:
			return { NS: readList(readString) };
		case tag.BS:
			return { BS: readList(readBytes) };
		default:
			throw new Error(`A stored item has an unknown tag ${type} at byte ${at - 1}.`);
	}
}

function readList<T>(read: () => T): T[] {
	const list: T[] = [];
	for (let count = readLength(); count > 0; count--) list.push(read());
	return list;
}

function readLength(): number {
	let length = 0;
	for (let shift = 0; ; shift += 7) {
		const byte = bytes[at++];
		if (byte === undefined) throw new Error("A stored item ends before its end.");
		length |= (byte & 127) << shift;
		if (byte < 128) return length;
	}
}

function readString(): string {
	const length = readLength();
	const start = at;
	at += length;
	return text === undefined ? bytes.toString("utf8", start, at) : text.slice(start, at);
}

function readBytes(): Uint8Array {
	const length = readLength();
	const start = at;
	at += length;
	// A copy: the record's memory may be reused or large.
	return Uint8Array.prototype.slice.call(bytes, start, at);
}
