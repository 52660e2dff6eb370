import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { equalItems } from "../../../../emulator/dynamodb/values/compareValues.ts";
import { decodeItem } from "../../../../emulator/dynamodb/values/decodeItem.ts";
import { encodeItem } from "../../../../emulator/dynamodb/values/encodeItem.ts";
import { type Item, newItem, type Value } from "../../../../emulator/dynamodb/values/value.ts";

const { value } = fc.letrec<{ value: Value; item: Item }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 4 },
		fc.record({ S: fc.string({ unit: "binary" }) }),
		fc.record({ N: fc.integer().map(String) }),
		fc.record({ B: fc.uint8Array() }),
		fc.record({ BOOL: fc.boolean() }),
		fc.constant({ NULL: true } as const),
		fc.record({ SS: fc.uniqueArray(fc.string(), { minLength: 1 }) }),
		fc.record({ NS: fc.uniqueArray(fc.integer().map(String), { minLength: 1 }) }),
		fc.record({ BS: fc.array(fc.uint8Array(), { minLength: 1 }) }),
		fc.record({ L: fc.array(tie("value"), { maxLength: 4 }) }),
		fc.record({ M: tie("item") }),
	),
	item: fc
		.array(fc.tuple(fc.string(), tie("value")), { maxLength: 4 })
		.map((entries) => Object.assign(newItem(), Object.fromEntries(entries))),
}));

test("an item comes back from its bytes as it was, whatever it holds", () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.string({ unit: "binary" }), value), { maxLength: 8 }), (entries) => {
			const item = newItem();
			for (const [name, it] of entries) item[name] = it;
			const back = decodeItem(encodeItem(item));
			assert.ok(equalItems(item, back));
			assert.deepEqual(Object.keys(back), Object.keys(item));
		}),
	);
});

test("names that JavaScript's own objects have are names as any other", () => {
	const item = newItem();
	for (const name of ["__proto__", "constructor", "hasOwnProperty", "toString"]) item[name] = { S: name };
	const back = decodeItem(encodeItem(item));
	assert.deepEqual(Object.keys(back), ["__proto__", "constructor", "hasOwnProperty", "toString"]);
	assert.deepEqual(back["__proto__"], { S: "__proto__" });
	assert.equal(newItem()["constructor"], undefined);
});

test("large values and binary values survive beside text that is not ASCII", () => {
	const item = Object.assign(newItem(), {
		text: { S: "grüße ".repeat(20_000) },
		bytes: { B: Uint8Array.from({ length: 100_000 }, (_, i) => i % 256) },
	});
	assert.ok(equalItems(decodeItem(encodeItem(item)), item));
});
