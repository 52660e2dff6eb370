import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { openDynamodb } from "../../../emulator/dynamodb/dynamodb.ts";
import { equalItems } from "../../../emulator/dynamodb/values/compareValues.ts";
import type { Item } from "../../../emulator/dynamodb/values/value.ts";
import { callable, dynamodbForTest, kernelForTest } from "./dynamodbForTest.ts";

const string = (AttributeName: string) => ({ AttributeName, AttributeType: "S" as const });
const tableWithAll = {
	AttributeDefinitions: [
		string("artist"),
		string("title"),
		string("g"),
		{ AttributeName: "n", AttributeType: "N" as const },
	],
	GlobalSecondaryIndexes: [
		{
			IndexName: "keys",
			KeySchema: [
				{ AttributeName: "g", KeyType: "HASH" as const },
				{ AttributeName: "n", KeyType: "RANGE" as const },
			],
			Projection: { ProjectionType: "KEYS_ONLY" as const },
		},
		{
			IndexName: "part",
			KeySchema: [{ AttributeName: "g", KeyType: "HASH" as const }],
			Projection: { ProjectionType: "INCLUDE" as const, NonKeyAttributes: ["v"] },
		},
	],
	LocalSecondaryIndexes: [
		{
			IndexName: "local",
			KeySchema: [
				{ AttributeName: "artist", KeyType: "HASH" as const },
				{ AttributeName: "n", KeyType: "RANGE" as const },
			],
			Projection: { ProjectionType: "ALL" as const },
		},
	],
	StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" as const },
};

const key = fc.record({ artist: fc.constantFrom("a", "b"), title: fc.constantFrom("1", "2", "3") });
const attributes = fc.record(
	{
		g: fc.constantFrom({ S: "x" }, { S: "y" }),
		n: fc.integer({ min: -3, max: 3 }).map((n) => ({ N: String(n) })),
		v: fc.constantFrom({ S: "1" }, { S: "2" }),
		w: fc.constantFrom({ S: "1" }, { S: "2" }),
	},
	{ requiredKeys: [] },
);
const step = fc.oneof(
	fc.record({ kind: fc.constant("put" as const), key, attributes }),
	fc.record({ kind: fc.constant("update" as const), key, attributes }),
	fc.record({ kind: fc.constant("delete" as const), key, attributes }),
);

test("after any writes the indexes, the stream and the counts agree with the table", async (t) => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
			const { call, table, dynamodb } = await dynamodbForTest(t);
			const { TableDescription } = await table(tableWithAll);
			for (const { kind, key: named, attributes: more } of steps) {
				const Key = { artist: { S: named.artist }, title: { S: named.title } };
				const TableName = "songs";
				if (kind === "put") await call("PutItem", { TableName, Item: { ...Key, ...more } });
				if (kind === "delete") await call("DeleteItem", { TableName, Key });
				if (kind === "update") {
					const AttributeUpdates = Object.fromEntries(
						["g", "n", "v", "w"].map((name) => {
							const Value = more[name as keyof typeof more];
							return [name, Value === undefined ? { Action: "DELETE" } : { Value }];
						}),
					);
					await call("UpdateItem", { TableName, Key, AttributeUpdates });
				}
			}
			const all: Item[] = (await call("Scan", { TableName: "songs" })).Items;
			const text = (items: readonly object[]) =>
				items.map((item) => JSON.stringify(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)))).toSorted();
			const only = (names: readonly string[], needed: readonly string[]) =>
				all
					.filter((item) => needed.every((name) => item[name] !== undefined))
					.map((item) => Object.fromEntries(Object.entries(item).filter(([name]) => names.includes(name))));
			const index = async (IndexName: string) => (await call("Scan", { TableName: "songs", IndexName })).Items;
			assert.deepEqual(text(await index("keys")), text(only(["artist", "title", "g", "n"], ["g", "n"])));
			assert.deepEqual(text(await index("part")), text(only(["artist", "title", "g", "v"], ["g"])));
			assert.deepEqual(text(await index("local")), text(all.filter((item) => item["n"] !== undefined)));

			const replayed = new Map<string, Item>();
			const changes = await dynamodb.streams.read(TableDescription.LatestStreamArn, 0n, 1000);
			for (const { record } of changes) {
				const id = JSON.stringify([record.keys["artist"], record.keys["title"]]);
				const before = replayed.get(id);
				assert.equal(
					record.event,
					before === undefined ? "INSERT" : record.newImage === undefined ? "REMOVE" : "MODIFY",
				);
				assert.ok(
					before === undefined ? record.oldImage === undefined : record.oldImage && equalItems(before, record.oldImage),
				);
				if (record.oldImage && record.newImage)
					assert.ok(!equalItems(record.oldImage, record.newImage), "nothing changed");
				if (record.newImage === undefined) replayed.delete(id);
				else replayed.set(id, record.newImage);
			}
			assert.deepEqual(text([...replayed.values()]), text(all));

			const { Table } = await call("DescribeTable", { TableName: "songs" });
			assert.equal(Table.ItemCount, all.length);
			const counts = Table.GlobalSecondaryIndexes.map((it: { ItemCount: number }) => it.ItemCount);
			assert.deepEqual(counts, [only([], ["g", "n"]).length, only([], ["g"]).length]);
		}),
		{ numRuns: 40 },
	);
});

test("a new run knows tables, items, streams and counts, whether the last one ended properly or not", async () => {
	const kernel = await kernelForTest();
	const first = callable(kernel, await openDynamodb(kernel));
	const { TableDescription } = await first.table({ ...tableWithAll, Tags: [{ Key: "k", Value: "v" }] });
	const Item = { artist: { S: "a" }, title: { S: "1" }, g: { S: "x" }, n: { N: "1" } };
	await first.call("PutItem", { TableName: "songs", Item });
	await first.dynamodb.close();
	const second = callable(kernel, await openDynamodb(kernel));
	assert.equal((await second.call("DescribeTable", { TableName: "songs" })).Table.ItemCount, 1);
	await second.call("PutItem", { TableName: "songs", Item: { ...Item, title: { S: "2" } } });
	// This one is not closed: its counts are lost, as in a crash, and are counted again.
	const third = callable(kernel, await openDynamodb(kernel));
	const { Table } = await third.call("DescribeTable", { TableName: "songs" });
	assert.equal(Table.ItemCount, 2);
	assert.equal(Table.GlobalSecondaryIndexes[0].ItemCount, 2);
	assert.equal(Table.TableId, TableDescription.TableId);
	const arn = TableDescription.LatestStreamArn;
	await third.call("PutItem", { TableName: "songs", Item: { ...Item, title: { S: "3" } } });
	const changes = await third.dynamodb.streams.read(arn, 0n, 10);
	assert.deepEqual(
		changes.map(({ record }) => record.keys["title"]),
		[{ S: "1" }, { S: "2" }, { S: "3" }],
	);
	await third.call("DeleteTable", { TableName: "songs" });
	const space = await third.table();
	assert.notEqual(space.TableDescription.TableId, TableDescription.TableId);
	await third.dynamodb.close();
	await second.dynamodb.close();
	kernel.clock.close();
	await kernel.records.close();
});
