import { parseNumber } from "../values/decimal.ts";
import type { Value } from "../values/value.ts";

/** The types that a key attribute may have. */
export type KeyType = "S" | "N" | "B";

/**
 * A key value as bytes whose unsigned order is DynamoDB's order of the values, and none of which is the beginning of
 * another's, so that values can follow one another in a key.
 */
export function keyBytes(value: Value): Buffer {
	if ("S" in value) return terminated(Buffer.from(value.S));
	if ("B" in value) return terminated(value.B);
	if ("N" in value) return numberBytes(value.N);
	throw new Error("A value that is no scalar was taken for a key.");
}

/** The bytes with which the key bytes of every string or binary value begin that begins with this one. */
export function prefixBytes(value: Value): Buffer {
	const whole = keyBytes(value);
	return whole.subarray(0, whole.length - terminator.length);
}

/** The smallest bytes above all that begin with these; undefined when there are none. */
export function afterPrefix(prefix: Buffer): Buffer | undefined {
	let length = prefix.length;
	while (length > 0 && prefix[length - 1] === 0xff) length--;
	if (length === 0) return undefined;
	const after = Buffer.from(prefix.subarray(0, length));
	after[length - 1] = (after[length - 1] ?? 0) + 1;
	return after;
}

const terminator = Buffer.from([0, 0]);

/** A zero byte inside becomes 0 255, the end is 0 0: a shorter value stays before the longer ones that begin with it. */
function terminated(bytes: Uint8Array): Buffer {
	let zeros = 0;
	for (const byte of bytes) if (byte === 0) zeros++;
	const result = Buffer.allocUnsafe(bytes.length + zeros + 2);
	let at = 0;
	if (zeros === 0) {
		result.set(bytes);
		at = bytes.length;
	} else {
		for (const byte of bytes) {
			result[at++] = byte;
			if (byte === 0) result[at++] = 0xff;
		}
	}
	result[at] = 0;
	result[at + 1] = 0;
	return result;
}

/**
 * Sign, magnitude, then two digits a byte (1 to 100) and an end mark below them all. Of a negative number every byte is
 * turned over, so that the larger magnitude comes first.
 */
function numberBytes(normal: string): Buffer {
	const { coefficient, exponent } = parseNumber(normal);
	if (coefficient === 0n) return Buffer.from([1]);
	const negative = coefficient < 0n;
	const digits = (negative ? -coefficient : coefficient).toString();
	const magnitude = digits.length + exponent - 1;
	const result = Buffer.allocUnsafe(3 + Math.ceil(digits.length / 2));
	result[0] = negative ? 0 : 2;
	result[1] = magnitude - smallestMagnitude;
	let at = 2;
	for (let i = 0; i < digits.length; i += 2) {
		result[at++] = Number(digits.slice(i, i + 2).padEnd(2, "0")) + 1;
	}
	result[at] = 0;
	if (negative) for (let i = 1; i < result.length; i++) result[i] = 255 - (result[i] ?? 0);
	return result;
}

const smallestMagnitude = -130;
