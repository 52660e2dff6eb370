import assert from "node:assert/strict";
import { test } from "node:test";
import { type Answer, dynamodbForTest } from "../dynamodbForTest.ts";
import { at, item } from "../operations/songsForTest.ts";

test("writes are charged for the larger of the states, and for each index that they change", async (t) => {
	const { table, call } = await dynamodbForTest(t);
	await table({
		AttributeDefinitions: ["artist", "title", "g", "l"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
		GlobalSecondaryIndexes: [
			{
				IndexName: "gsi",
				KeySchema: [{ AttributeName: "g", KeyType: "HASH" }],
				Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: ["proj"] },
			},
		],
		LocalSecondaryIndexes: [
			{
				IndexName: "lsi",
				KeySchema: [
					{ AttributeName: "artist", KeyType: "HASH" },
					{ AttributeName: "l", KeyType: "RANGE" },
				],
				Projection: { ProjectionType: "ALL" },
			},
		],
	});
	// Measured on DynamoDB: nubo-db/dynamodb-conformance, indexConsumedCapacity, 2026-08-12.
	const ReturnConsumedCapacity = "INDEXES";
	const full = { g: { S: "g1" }, l: { S: "l1" }, proj: { S: "p" }, other: { S: "o" } };
	const units = ({ ConsumedCapacity: used }: Answer) => [
		used.CapacityUnits,
		used.Table.CapacityUnits,
		used.GlobalSecondaryIndexes?.gsi.CapacityUnits,
		used.LocalSecondaryIndexes?.lsi.CapacityUnits,
	];
	const put = (more: object) => call("PutItem", { ...item(more), ReturnConsumedCapacity }).then(units);
	const set = (UpdateExpression: string, v?: string) =>
		call("UpdateItem", {
			...at(),
			UpdateExpression,
			...(v && { ExpressionAttributeValues: { ":v": { S: v } } }),
			ReturnConsumedCapacity,
		}).then(units);
	assert.deepEqual(await put({ other: { S: "o" } }), [1, 1, undefined, undefined]);
	assert.deepEqual(await put(full), [3, 1, 1, 1]);
	assert.deepEqual(await put(full), [1, 1, undefined, undefined], "an identical overwrite");
	assert.deepEqual(await set("SET other = :v", "o2").catch(() => "reserved"), "reserved");
	assert.deepEqual(await set("SET extra = :v", "x"), [2, 1, undefined, 1], "not projected by the global index");
	assert.deepEqual(await set("SET proj = :v", "p2"), [3, 1, 1, 1]);
	assert.deepEqual(await set("SET g = :v", "g2"), [4, 1, 2, 1], "the entry moves: delete and insert");
	assert.deepEqual(await set("SET l = :v", "l2"), [3, 1, undefined, 2]);
	assert.deepEqual(await set("REMOVE g"), [3, 1, 1, 1]);
	assert.deepEqual(units(await call("DeleteItem", { ...at(), ReturnConsumedCapacity })), [2, 1, undefined, 1]);

	await call("PutItem", item({ big: { S: "x".repeat(5000) } }));
	const get = (more: object) => call("GetItem", { ...at(), ReturnConsumedCapacity: "TOTAL", ...more });
	assert.deepEqual((await get({})).ConsumedCapacity, { TableName: "songs", CapacityUnits: 1 });
	assert.deepEqual((await get({ ConsistentRead: true })).ConsumedCapacity, { TableName: "songs", CapacityUnits: 2 });
	assert.deepEqual(await put({}), [5, 1 + 4, undefined, undefined], "the old state was larger");
	const { ItemCollectionMetrics } = await call("PutItem", { ...item(), ReturnItemCollectionMetrics: "SIZE" });
	assert.deepEqual(ItemCollectionMetrics, { ItemCollectionKey: { artist: { S: "a" } }, SizeEstimateRangeGB: [0, 1] });
});
