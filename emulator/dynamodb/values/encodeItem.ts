import { anyText, asciiOnly, tag } from "./itemTags.ts";
import type { Item, Value } from "./value.ts";

/**
 * Items as bytes, for the record store. Measured against JSON on a 400 byte item: half the time to write and to read,
 * three quarters of the size, and binary values as they are. A record begins with a byte that says whether all its strings
 * are ASCII: then the whole is turned into one string, of which the others are slices.
 */
export function encodeItem(item: Item): Buffer {
	// An item that is written goes into the table, into indexes that hold all of it, and into a stream, one after another.
	if (item === lastItem) return lastRecord;
	end = 1;
	ascii = true;
	writeMap(item);
	buffer[0] = ascii ? asciiOnly : anyText;
	const record = Buffer.allocUnsafe(end);
	buffer.copy(record, 0, 0, end);
	lastItem = item;
	lastRecord = record;
	return record;
}

let lastItem: Item | undefined;
let lastRecord = Buffer.alloc(0);

// One encoding runs at a time, without a pause: its state lives here, which spares an object for each.
let buffer = Buffer.allocUnsafeSlow(64 * 1024);
let end = 0;
let ascii = true;

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
