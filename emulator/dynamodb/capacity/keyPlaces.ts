import type { KeyValues } from "../../../protocol/partitions.ts";
import type { KeyType } from "../keys/keyBytes.ts";
import type { Key } from "../tables/table.ts";
import { normalNumber } from "../values/decimal.ts";

const hashLength = 4;

/** How long the part of a place on the ring is that the hash and the partition key make: the places of its items begin with it. */
export function partitionLength(types: readonly KeyType[], place: Buffer): number {
	let at = hashLength;
	for (const type of types) at = endOfValue(type, place, at);
	return at;
}

/** The values of the partition key in a place, by their attributes; undefined where it holds no whole key. */
export function partitionKeyAt({ hash }: Key, place: Buffer): KeyValues | undefined {
	const values: [name: string, value: KeyValues[string]][] = [];
	let at = hashLength;
	for (const { name, type } of hash) {
		const end = endOfValue(type, place, at);
		if (end > place.length) return undefined;
		values.push([name, valueOf(type, place.subarray(at, end))]);
		at = end;
	}
	return Object.fromEntries(values);
}

/** Behind the value that begins here; behind all there is when it does not end. The forms are those of `keyBytes`. */
function endOfValue(type: KeyType, place: Buffer, start: number): number {
	if (type === "N") {
		const sign = place[start];
		if (sign === undefined) return place.length + 1;
		if (sign === 1) return start + 1;
		const end = place.indexOf(sign === 0 ? 255 : 0, start + 2);
		return end === -1 ? place.length + 1 : end + 1;
	}
	for (let at = place.indexOf(0, start); at !== -1; at = place.indexOf(0, at + 2)) {
		if (place[at + 1] === 0) return at + 2;
	}
	return place.length + 1;
}

function valueOf(type: KeyType, bytes: Buffer): KeyValues[string] {
	if (type === "N") return { N: numberOf(bytes) };
	const raw: number[] = [];
	for (let at = 0; at < bytes.length - 2; at++) {
		const byte = bytes[at] ?? 0;
		raw.push(byte);
		if (byte === 0) at++;
	}
	const value = Buffer.from(raw);
	return type === "S" ? { S: value.toString("utf8") } : { B: value.toString("base64") };
}

const smallestMagnitude = -130;

function numberOf(bytes: Buffer): string {
	if (bytes[0] === 1) return "0";
	const negative = bytes[0] === 0;
	const plain = negative ? bytes.map((byte) => 255 - byte) : bytes;
	const magnitude = (plain[1] ?? 0) + smallestMagnitude;
	const digits = [...plain.subarray(2, -1)].map((pair) => String(pair - 1).padStart(2, "0")).join("");
	const exponent = magnitude - digits.length + 1;
	return normalNumber(`${negative ? "-" : ""}${digits}e${exponent}`);
}
