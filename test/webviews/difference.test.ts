import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { difference } from "../../webviews/invoke/difference.ts";

for (const { before, after, shown } of [
	{ before: "abc", after: "abc", shown: " a b c" },
	{ before: "", after: "ab", shown: "+a+b" },
	{ before: "ab", after: "", shown: "-a-b" },
	{ before: "abcd", after: "acxd", shown: " a-b c+x d" },
	{ before: "ab", after: "ba", shown: "-a b+a" },
]) {
	test(`from "${before}" to "${after}" is shown as "${shown}"`, () => {
		const signs = { same: " ", removed: "-", added: "+" };
		const lines = difference(before.split(""), after.split(""));
		assert.equal(lines.map((it) => `${signs[it.kind]}${it.text}`).join(""), shown);
	});
}

test("whatever was compared, the two sides can be read off again", () => {
	const text = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 30 });
	fc.assert(
		fc.property(text, text, (before, after) => {
			const lines = difference(before, after);
			assert.deepEqual(
				lines.filter((it) => it.kind !== "added").map((it) => it.text),
				before,
			);
			assert.deepEqual(
				lines.filter((it) => it.kind !== "removed").map((it) => it.text),
				after,
			);
		}),
	);
});

test("two long texts without a common line are not compared at length", () => {
	const before = Array.from({ length: 5000 }, (_, at) => `old ${at}`);
	const after = Array.from({ length: 5000 }, (_, at) => `new ${at}`);
	assert.equal(difference(before, after).length, 10_000);
});
