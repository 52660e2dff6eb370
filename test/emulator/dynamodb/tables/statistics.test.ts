import assert from "node:assert/strict";
import { suite, type TestContext, test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { openDynamodb } from "../../../../emulator/dynamodb/dynamodb.ts";
import { recordKey } from "../../../../emulator/dynamodb/tables/table.ts";
import { encodeItem } from "../../../../emulator/dynamodb/values/encodeItem.ts";
import { newItem } from "../../../../emulator/dynamodb/values/value.ts";
import { callable, dynamodbForTest } from "../dynamodbForTest.ts";

/** A table of so many items, as a run finds it after one that was killed: no counts were stored. */
async function afterKill(t: TestContext, items: number) {
	const killed = await dynamodbForTest(t);
	const { TableDescription } = await killed.table();
	const TableName: string = TableDescription.TableName;
	const { key } = killed.dynamodb.tables.get(TableName);
	const records = Array.from({ length: items }, (_, index) => {
		const values = key.all.map(({ name, type }) => [name, type === "N" ? { N: `${index}` } : { S: `${index}` }]);
		const item = Object.assign(newItem(), Object.fromEntries(values));
		return { type: "put" as const, key: recordKey(key, item), value: encodeItem(item) };
	});
	await killed.kernel.records.write(records);
	const next = await openDynamodb(killed.kernel);
	t.after(() => next.close());
	const { call } = callable(killed.kernel, next);
	return async (): Promise<number> => (await call("DescribeTable", { TableName })).Table.ItemCount;
}

suite("A table's counts after a kill", () => {
	test("are there when somebody asks for them", async (t) => {
		const count = await afterKill(t, 2500);
		assert.equal(await count(), 2500);
	});

	test("of a large table keep nobody waiting, and follow", async (t) => {
		const count = await afterKill(t, 12_000);
		assert.deepEqual(await Promise.all([count(), count()]), [5000, 5000]);
		while ((await count()) < 12_000) await setImmediate();
		assert.equal(await count(), 12_000);
	});
});
