import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { groupedWrites } from "../../../emulator/aws/groupedWrites.ts";
import type { RecordChange } from "../../../emulator/aws/records.ts";

const put = (text: string): RecordChange => ({ type: "put", key: Buffer.from(text), value: Buffer.alloc(0) });

/** A database whose every write ends when it is told to; `written` holds the keys of each. */
function database() {
	const written: string[] = [];
	const endings: ((error?: Error) => void)[] = [];
	const write = groupedWrites((changes) => {
		written.push(changes.map(({ key }) => key.toString()).join(" "));
		return new Promise((resolve, reject) => {
			endings.push((error) => (error === undefined ? resolve() : reject(error)));
		});
	});
	return { write, written, end: (error?: Error) => endings.shift()?.(error) };
}

suite("Writes that come together", () => {
	test("wait for the one before, and are then written as one, in their order", async () => {
		const { write, written, end } = database();
		const first = write([put("a")]);
		const others = [write([put("b"), put("c")]), write([put("d")])];
		assert.deepEqual(written, ["a"]);
		end();
		await first;
		assert.deepEqual(written, ["a", "b c d"]);
		end();
		await Promise.all(others);
	});

	test("of those that fail none is told that it was written, and later ones are tried", async () => {
		const { write, written, end } = database();
		const first = write([put("a")]);
		const failing = Promise.allSettled([write([put("b")]), write([put("c")])]);
		end();
		await first;
		end(new Error("disk full"));
		assert.deepEqual(
			(await failing).map((it) => it.status === "rejected" && String(it.reason)),
			["Error: disk full", "Error: disk full"],
		);
		const last = write([put("d")]);
		end();
		await last;
		assert.deepEqual(written, ["a", "b c", "d"]);
	});

	test("are written in portions, and a batch is never divided", async () => {
		const { write, written, end } = database();
		const many = Array.from({ length: 600 }, () => put("x"));
		const all = [write([put("a")]), write(many), write(many), write([...many, ...many]), write([put("b")])];
		for (const _ of all) {
			end();
			await new Promise(setImmediate);
		}
		await Promise.all(all);
		assert.deepEqual(
			written.map((keys) => keys.split(" ").length),
			[1, 600, 600, 1200, 1],
		);
	});
});
