import { type Item, newItem, type Value } from "./value.ts";

/**
 * Items as bytes, for the record store. Measured against JSON on a 400 byte item: half the time to write and to read,
 * three quarters of the size, and binary values as they are. A record begins with a byte that says whether all its strings
 * are ASCII: then the whole is turned into one string, of which the others are slices.
 */
export function encodeItem(item: Item): Buffer {
	begin();
	writeMap(item);
	return finish();
}

export function decodeItem(record: Buffer): Item {
	bytes = record;
	at = 1;
	text = record[0] === asciiOnly ? record.toString("latin1") : undefined;
	return readMap();
}

// One encoding or decoding runs at a time, without a pause: its state lives here, which spares an object for each.
let buffer = Buffer.allocUnsafeSlow(64 * 1024);
let end = 0;
let ascii = true;

let bytes: Buffer = buffer;
let at = 0;
let text: string | undefined;

const asciiOnly = 1;
const anyText = 2;

const tag = { S: 1, N: 2, B: 3, SS: 4, NS: 5, BS: 6, M: 7, L: 8, NULL: 9, TRUE: 10, FALSE: 11 } as const;

function begin(): void {
	end = 1;
	ascii = true;
}

function finish(): Buffer {
	buffer[0] = ascii ? asciiOnly : anyText;
	const record = Buffer.allocUnsafe(end);
	buffer.copy(record, 0, 0, end);
	return record;
}

function reserve(size: number): void {
	if (end + size <= buffer.length) return;
	const larger = Buffer.allocUnsafeSlow(Math.max(buffer.length * 2, end + size));
	buffer.copy(larger, 0, 0, end);
	buffer = larger;
}

function writeMap(map: Item): void {
	const names = Object.keys(map);
	writeLength(names.length);
	for (const name of names) {
		const value = map[name];
		if (value === undefined) continue;
		writeString(name);
		writeValue(value);
	}
}

function writeValue(value: Value): void {
	reserve(1);
	if ("S" in value) {
		buffer[end++] = tag.S;
		writeString(value.S);
	} else if ("N" in value) {
		buffer[end++] = tag.N;
		writeString(value.N);
	} else if ("B" in value) {
		buffer[end++] = tag.B;
		writeBytes(value.B);
	} else if ("BOOL" in value) {
		buffer[end++] = value.BOOL ? tag.TRUE : tag.FALSE;
	} else if ("NULL" in value) {
		buffer[end++] = tag.NULL;
	} else if ("M" in value) {
		buffer[end++] = tag.M;
		writeMap(value.M);
	} else if ("L" in value) {
		buffer[end++] = tag.L;
		writeLength(value.L.length);
		for (const element of value.L) writeValue(element);
	} else if ("SS" in value) {
		buffer[end++] = tag.SS;
		writeLength(value.SS.length);
		for (const member of value.SS) writeString(member);
	} else if ("NS" in value) {
		buffer[end++] = tag.NS;
		writeLength(value.NS.length);
		for (const member of value.NS) writeString(member);
	} else {
		buffer[end++] = tag.BS;
		writeLength(value.BS.length);
		for (const member of value.BS) writeBytes(member);
	}
}

/** Lengths and counts in seven bits a byte, the lowest first. */
function writeLength(length: number): void {
	reserve(5);
	let rest = length;
	while (rest > 127) {
		buffer[end++] = (rest & 127) | 128;
		rest >>>= 7;
	}
	buffer[end++] = rest;
}

function writeBytes(value: Uint8Array): void {
	writeLength(value.length);
	reserve(value.length);
	buffer.set(value, end);
	end += value.length;
}

function writeString(value: string): void {
	if (value.length < shortString && writeShortAscii(value)) return;
	const size = Buffer.byteLength(value);
	if (size !== value.length) ascii = false;
	writeLength(size);
	reserve(size);
	end += buffer.write(value, end, "utf8");
}

/** Most names and values: a loop here is faster than a call into native code. */
function writeShortAscii(value: string): boolean {
	reserve(shortString);
	const start = end + 1;
	for (let i = 0; i < value.length; i++) {
		const code = value.charCodeAt(i);
		if (code > 127) return false;
		buffer[start + i] = code;
	}
	buffer[end] = value.length;
	end = start + value.length;
	return true;
}

const shortString = 64;

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
