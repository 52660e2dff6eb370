import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { afterPrefix, keyBytes, prefixBytes } from "../../../../emulator/dynamodb/keys/keyBytes.ts";
import { keyHash } from "../../../../emulator/dynamodb/keys/keyHash.ts";
import { compareValues } from "../../../../emulator/dynamodb/values/compareValues.ts";
import { normalNumber } from "../../../../emulator/dynamodb/values/decimal.ts";
import type { Value } from "../../../../emulator/dynamodb/values/value.ts";

const text = fc.record({ S: fc.string({ unit: "grapheme", minLength: 0, maxLength: 6 }) });
const binary = fc.record({ B: fc.uint8Array({ maxLength: 6 }) });
const number = fc
	.tuple(fc.bigInt(-(10n ** 38n) + 1n, 10n ** 38n - 1n), fc.integer({ min: -130, max: 87 }))
	.map(([digits, exponent]) => ({ N: normalNumber(`${digits}E${exponent}`) }));
const smallNumber = fc
	.tuple(fc.integer({ min: -120, max: 120 }), fc.integer({ min: -2, max: 2 }))
	.map(([digits, exponent]) => ({ N: normalNumber(`${digits}E${exponent}`) }));

for (const [kind, values] of Object.entries({ text, binary, number, smallNumber })) {
	test(`key bytes of a ${kind} sort as the values do, and none begins another's`, () => {
		const pair = fc.tuple<[Value, Value]>(values as fc.Arbitrary<Value>, values as fc.Arbitrary<Value>);
		fc.assert(
			fc.property(pair, ([a, b]) => {
				const [x, y] = [keyBytes(a), keyBytes(b)];
				assert.equal(Math.sign(Buffer.compare(x, y)), Math.sign(compareValues(a, b) ?? Number.NaN));
				if (!x.equals(y)) assert.ok(!y.subarray(0, x.length).equals(x), "one key begins the other");
			}),
			{ numRuns: 500 },
		);
	});
}

test("the range of a prefix holds just the values that begin with it", () => {
	fc.assert(
		fc.property(fc.uint8Array({ maxLength: 3 }), fc.uint8Array({ maxLength: 5 }), (prefix, value) => {
			const from = prefixBytes({ B: prefix });
			const to = afterPrefix(from);
			const key = keyBytes({ B: value });
			const inside = Buffer.compare(key, from) >= 0 && (to === undefined || Buffer.compare(key, to) < 0);
			assert.equal(inside, Buffer.from(value).subarray(0, prefix.length).equals(Buffer.from(prefix)));
		}),
		{ numRuns: 500 },
	);
});

test("partition keys are scattered evenly over the ring", () => {
	const buckets = Array.from({ length: 16 }, () => 0);
	for (let i = 0; i < 16_000; i++) {
		const bucket = Math.floor((keyHash(Buffer.from(`user#${i}`)) / 2 ** 32) * 16);
		buckets[bucket] = (buckets[bucket] ?? 0) + 1;
	}
	for (const count of buckets) assert.ok(count > 850 && count < 1150, buckets.join(" "));
});
