import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { openDynamodb } from "../../../../emulator/dynamodb/dynamodb.ts";
import { type Answer, callable, type DynamodbForTest, dynamodbForTest, kernelForTest } from "../dynamodbForTest.ts";

const TableName = "songs";
const withIndex = {
	TableName,
	AttributeDefinitions: [
		{ AttributeName: "artist", AttributeType: "S" as const },
		{ AttributeName: "title", AttributeType: "S" as const },
		{ AttributeName: "year", AttributeType: "N" as const },
	],
	GlobalSecondaryIndexes: [
		{
			IndexName: "byYear",
			KeySchema: [{ AttributeName: "year", KeyType: "HASH" as const }],
			Projection: { ProjectionType: "INCLUDE" as const, NonKeyAttributes: ["stars"] },
		},
	],
};
const put = (title: string, year: number, stars = 1) => ({
	TableName,
	Item: { artist: { S: "a" }, title: { S: title }, year: { N: `${year}` }, stars: { N: `${stars}` } },
});
const titles = async ({ call }: DynamodbForTest, year: number): Promise<string> => {
	const { Items } = await call("Query", {
		TableName,
		IndexName: "byYear",
		KeyConditionExpression: "#y = :y",
		ExpressionAttributeNames: { "#y": "year" },
		ExpressionAttributeValues: { ":y": { N: `${year}` } },
	});
	return Items.map((item: Answer) => `${item.title.S}${item.stars.N}`).join(" ");
};
const wait = (seconds: number, { kernel }: DynamodbForTest) => kernel.clock.advance(seconds * 1000);

test("a global index is read as it was before the lag, its table as it is", async (t) => {
	const db = await dynamodbForTest(t);
	await db.table(withIndex);
	await db.call("PutItem", put("old", 1999));
	db.dynamodb.timing.change({ indexLag: 5 });
	await db.call("PutItem", put("new", 1999));
	await db.call("PutItem", put("old", 1999, 2));
	assert.equal(await titles(db, 1999), "old1");
	assert.equal((await db.call("Scan", { TableName })).Count, 2);
	wait(4, db);
	await db.call("PutItem", put("old", 2000, 3));
	assert.equal(await titles(db, 1999), "old1");
	wait(1, db);
	assert.equal(await titles(db, 1999), "new1 old2");
	wait(4, db);
	assert.equal(await titles(db, 1999), "new1");
	assert.equal(await titles(db, 2000), "old3");
});

test("without a lag again, nothing overtakes what still waits", async (t) => {
	const db = await dynamodbForTest(t);
	await db.table(withIndex);
	db.dynamodb.timing.change({ indexLag: 60 });
	await db.call("PutItem", put("a", 1999));
	db.dynamodb.timing.change({ indexLag: 0 });
	await db.call("PutItem", put("a", 2000));
	assert.equal(await titles(db, 2000), "");
	wait(60, db);
	assert.equal(await titles(db, 1999), "");
	assert.equal(await titles(db, 2000), "a1");
	await db.call("PutItem", put("b", 2000));
	assert.equal(await titles(db, 2000), "a1 b1");
});

test("what still waited when the emulator ended is there when it starts again", async () => {
	const kernel = await kernelForTest();
	const options = { timing: { indexLag: 3600 } };
	const first = callable(kernel, await openDynamodb(kernel, options));
	await first.table(withIndex);
	await first.call("PutItem", put("a", 1999));
	await first.call("PutItem", put("a", 2000));
	assert.equal(await titles(first, 2000), "");
	await first.dynamodb.close();
	const second = callable(kernel, await openDynamodb(kernel, options));
	assert.equal(await titles(second, 1999), "");
	assert.equal(await titles(second, 2000), "a1");
	await second.dynamodb.close();
	await kernel.records.close();
});

test("an index that is deleted while changes of it wait leaves nothing behind", async (t) => {
	const db = await dynamodbForTest(t);
	await db.table(withIndex);
	db.dynamodb.timing.change({ indexLag: 60 });
	await db.call("PutItem", put("a", 1999));
	const space = db.dynamodb.tables.get(TableName).definition.indexes[0]?.space ?? 0;
	await db.call("UpdateTable", { TableName, GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: "byYear" } }] });
	wait(60, db);
	await db.dynamodb.indexLag.idle();
	const left = await db.kernel.records.range({
		gte: Buffer.from([0x64, 0, 0, 0, space]),
		limit: 1,
		lt: Buffer.from([0x64, 0, 0, 0, space + 1]),
	});
	assert.deepEqual(left, []);
	assert.equal(db.dynamodb.indexLag.holds(), true);
	db.dynamodb.timing.change({ indexLag: 0 });
	assert.equal(db.dynamodb.indexLag.holds(), false);
});

const step = fc.oneof(
	fc.record({ kind: fc.constant("put"), title: fc.nat(7), year: fc.nat(2), stars: fc.nat(2) }),
	fc.record({ kind: fc.constant("delete"), title: fc.nat(7), year: fc.nat(0), stars: fc.nat(0) }),
	fc.record({ kind: fc.constant("wait"), title: fc.nat(9), year: fc.nat(0), stars: fc.nat(0) }),
	fc.record({ kind: fc.constant("lag"), title: fc.nat(9), year: fc.nat(0), stars: fc.nat(0) }),
	fc.record({ kind: fc.constant("rebuild"), title: fc.nat(0), year: fc.nat(0), stars: fc.nat(0) }),
);

const rebuild = { kind: "rebuild", title: 0, year: 0, stars: 0 };

test("after the lag an index is its table's projection, whatever was written, waited and rebuilt meanwhile", async (t) => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.array(step, { maxLength: 6 }), { maxLength: 8 }), async (rounds) => {
			const db = await dynamodbForTest(t);
			await db.table(withIndex);
			for (const round of rounds) await Promise.all(round.map((it) => run(db, it)));
			if (db.dynamodb.tables.get(TableName).indexes.length === 0) await run(db, rebuild);
			db.kernel.clock.advance(10_000);
			const { Items: entries } = await db.call("Scan", { TableName, IndexName: "byYear" });
			const { Items: items } = await db.call("Scan", { TableName });
			assert.deepEqual(sorted(entries), sorted(items));
		}),
		{ numRuns: 60 },
	);
});

async function run(
	db: DynamodbForTest,
	{ kind, title, year, stars }: { kind: string; title: number; year: number; stars: number },
) {
	if (kind === "wait") return db.kernel.clock.advance(title * 300);
	if (kind === "lag") return db.dynamodb.timing.change({ indexLag: title });
	if (kind === "put") return db.call("PutItem", put(`${title}`, year, stars));
	if (kind === "delete")
		return db.call("DeleteItem", { TableName, Key: { artist: { S: "a" }, title: { S: `${title}` } } });
	const {
		AttributeDefinitions,
		GlobalSecondaryIndexes: [Create],
	} = withIndex;
	const there = db.dynamodb.tables.get(TableName).indexes.length > 0;
	const change = there ? { Delete: { IndexName: "byYear" } } : { Create };
	const request = { TableName, AttributeDefinitions, GlobalSecondaryIndexUpdates: [change] };
	// Of two that want the same at once, one comes too late.
	await db
		.call("UpdateTable", request)
		.catch((error: unknown) => assert.match(String(error), /already exists|not found|online index/));
}

function sorted(items: readonly object[]): readonly string[] {
	return items.map((item) => JSON.stringify(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)))).toSorted();
}
