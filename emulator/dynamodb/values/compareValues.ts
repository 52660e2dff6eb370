import { compareNumbers } from "./decimal.ts";
import type { Item, Value } from "./value.ts";

/** Order of two values of one scalar type; undefined where DynamoDB does not compare them. */
export function compareValues(a: Value, b: Value): number | undefined {
	if ("S" in a && "S" in b) return compareStrings(a.S, b.S);
	if ("N" in a && "N" in b) return compareNumbers(a.N, b.N);
	if ("B" in a && "B" in b) return Buffer.compare(a.B, b.B);
	return undefined;
}

/** Equal in type and content; sets are compared as they are stored, sorted. */
export function equalValues(a: Value, b: Value): boolean {
	if (a === b) return true;
	if ("S" in a) return "S" in b && a.S === b.S;
	if ("N" in a) return "N" in b && a.N === b.N;
	if ("B" in a) return "B" in b && sameBytes(a.B, b.B);
	if ("BOOL" in a) return "BOOL" in b && a.BOOL === b.BOOL;
	if ("NULL" in a) return "NULL" in b;
	if ("SS" in a) return "SS" in b && sameLists(a.SS, b.SS, (x, y) => x === y);
	if ("NS" in a) return "NS" in b && sameLists(a.NS, b.NS, (x, y) => x === y);
	if ("BS" in a) return "BS" in b && sameLists(a.BS, b.BS, sameBytes);
	if ("L" in a) return "L" in b && sameLists(a.L, b.L, equalValues);
	return "M" in b && equalItems(a.M, b.M);
}

export function equalItems(a: Item, b: Item): boolean {
	const names = Object.keys(a);
	if (names.length !== Object.keys(b).length) return false;
	return names.every((name) => {
		const left = a[name];
		const right = b[name];
		return left !== undefined && right !== undefined && equalValues(left, right);
	});
}

/** By UTF-8 bytes, as DynamoDB sorts strings; JavaScript's own order differs beyond the basic plane. */
export function compareStrings(a: string, b: string): number {
	if (a === b) return 0;
	const length = Math.min(a.length, b.length);
	for (let i = 0; i < length; i++) {
		const x = a.charCodeAt(i);
		const y = b.charCodeAt(i);
		if (x === y) continue;
		// Surrogates stand for code points above all others of two bytes.
		const xSurrogate = x >= 0xd800 && x <= 0xdfff;
		const ySurrogate = y >= 0xd800 && y <= 0xdfff;
		if (xSurrogate !== ySurrogate) return xSurrogate ? 1 : -1;
		return x - y;
	}
	return a.length - b.length;
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
	return a.length === b.length && Buffer.compare(a, b) === 0;
}

function sameLists<T>(a: readonly T[], b: readonly T[], same: (x: T, y: T) => boolean): boolean {
	return a.length === b.length && a.every((x, i) => same(x, b[i] as T)); // the lengths are equal
}
