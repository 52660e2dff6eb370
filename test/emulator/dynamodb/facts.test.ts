import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import {
	type ConditionalCheckFailedException,
	CreateTableCommand,
	type CreateTableCommandInput,
	DescribeTableCommand,
	DynamoDBClient,
	GetItemCommand,
	ProvisionedThroughputExceededException,
	PutItemCommand,
	QueryCommand,
	UpdateItemCommand,
	UpdateTableCommand,
} from "@aws-sdk/client-dynamodb";
import { clientOptions } from "../startEmulator.ts";
import { invalid, refused, sdkForTest, song, songs, TableName } from "./sdkForTest.ts";

// AWS-FACTS D1-D32: those that have no test of their own elsewhere, and where each of the others is held.

const withLocalIndex: CreateTableCommandInput = {
	...songs,
	AttributeDefinitions: ["artist", "title", "year"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
	LocalSecondaryIndexes: [
		{
			IndexName: "byYear",
			KeySchema: [
				{ AttributeName: "artist", KeyType: "HASH" },
				{ AttributeName: "year", KeyType: "RANGE" },
			],
			Projection: { ProjectionType: "ALL" },
		},
	],
};
const provisioned = {
	BillingMode: "PROVISIONED",
	ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 },
} as const;
const big = { ...song("big"), year: { S: "1999" }, p: { S: "x".repeat(200_000) } };

test("D19: what is read from a local index is the table's capacity, and throttles the table", async (t) => {
	const { client } = await sdkForTest(t, { dynamodb: { throttling: true } });
	const wide = { ReadCapacityUnits: 1, WriteCapacityUnits: 1000 };
	await client.send(new CreateTableCommand({ ...withLocalIndex, ...provisioned, ProvisionedThroughput: wide }));
	await client.send(new PutItemCommand({ TableName, Item: big }));
	const query = new QueryCommand({
		TableName,
		IndexName: "byYear",
		ConsistentRead: true,
		KeyConditionExpression: "artist = :a",
		ExpressionAttributeValues: { ":a": { S: "a" } },
		ReturnConsumedCapacity: "TOTAL",
	});
	// Five minutes of one unit a second are 300 units, and what finds any left is let through.
	for (let i = 0; i < 7; i++) assert.equal((await client.send(query)).ConsumedCapacity?.CapacityUnits, 49);
	await refused(
		client.send(new GetItemCommand({ TableName, Key: song("big"), ConsistentRead: true })),
		"ProvisionedThroughputExceededException",
		/^The level of configured provisioned throughput for the table was exceeded\./,
	);
});

test("D20: a local index is made with its table, and never deleted", async (t) => {
	const { client } = await sdkForTest(t);
	await client.send(new CreateTableCommand(withLocalIndex));
	const remove = { TableName, GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: "byYear" } }] };
	await invalid(
		client.send(new UpdateTableCommand(remove)),
		"Cannot delete an index that is not a GlobalSecondaryIndex: byYear",
	);
	const { Table } = await client.send(new DescribeTableCommand({ TableName }));
	assert.deepEqual(
		Table?.LocalSecondaryIndexes?.map(({ IndexName }) => IndexName),
		["byYear"],
	);
});

test("D26: of two who read the same version one writes, and the other is told", async (t) => {
	const { client } = await sdkForTest(t);
	await client.send(new CreateTableCommand(songs));
	await client.send(new PutItemCommand({ TableName, Item: { ...song("1"), version: { N: "1" } } }));
	const write = (text: string) =>
		client.send(
			new UpdateItemCommand({
				TableName,
				Key: song("1"),
				UpdateExpression: "SET lyrics = :t ADD version :one",
				ConditionExpression: "version = :read",
				ExpressionAttributeValues: { ":t": { S: text }, ":one": { N: "1" }, ":read": { N: "1" } },
				ReturnValuesOnConditionCheckFailure: "ALL_OLD",
			}),
		);
	const [one, two] = await Promise.allSettled([write("one"), write("two")]);
	const lost = [one, two].flatMap((it) => (it?.status === "rejected" ? [it.reason] : []));
	assert.equal(lost.length, 1);
	const error: ConditionalCheckFailedException = lost[0];
	assert.equal(error.name, "ConditionalCheckFailedException");
	assert.deepEqual(error.Item?.["version"], { N: "2" });
	const { Item } = await client.send(new GetItemCommand({ TableName, Key: song("1") }));
	assert.deepEqual(Item, error.Item);
});

test("D29: the SDK tries a throttled write again, and is served when capacity has come back", async (t) => {
	const { client: plain, emulator, advance } = await sdkForTest(t, { dynamodb: { throttling: true } });
	await plain.send(new CreateTableCommand({ ...songs, ...provisioned }));
	await plain.send(new PutItemCommand({ TableName, Item: { ...song("1"), p: { S: "x".repeat(299 * 1024) } } }));
	await plain.send(new PutItemCommand({ TableName, Item: song("2") })).catch(() => undefined);
	const write = new PutItemCommand({ TableName, Item: song("3") });
	await assert.rejects(plain.send(write), ProvisionedThroughputExceededException);

	const patient = new DynamoDBClient({ ...clientOptions(emulator), maxAttempts: 3 });
	t.after(() => patient.destroy());
	let attempts = 0;
	patient.middlewareStack.add(
		(next) => (given) => {
			// The clock stands still: a second goes by before the second attempt.
			if (++attempts === 2) advance(1);
			return next(given);
		},
		{ step: "deserialize" },
	);
	const { $metadata } = await patient.send(write);
	assert.deepEqual([attempts, $metadata.attempts], [2, 2]);
});

const here = "facts.test.ts";
const held: Readonly<Record<string, readonly [file: string, name: string][]>> = {
	D1: [["capacity/partitions.test.ts", "a table has as many partitions as its warm throughput needs"]],
	D2: [
		["limits.test.ts", "a partition key has 2048 bytes"],
		["keys/keyBytes.test.ts", "partition keys are scattered evenly over the ring"],
	],
	D3: [
		["limits.test.ts", "a sort key has 1024 bytes"],
		["operations/query.test.ts", "a query finds its partition's items in the order of the sort key"],
	],
	D4: [["sdk.test.ts", "the SDK for JavaScript makes, fills, reads and removes a table"]],
	D5: [
		["operations/putItem.test.ts", "PutItem refuses what AWS refuses, in AWS's words and order"],
		["operations/getItem.test.ts", "GetItem refuses what AWS refuses, in AWS's words"],
		["operations/scan.test.ts", "Scan refuses what AWS refuses, in AWS's words"],
		["operations/deleteItem.test.ts", "DeleteItem refuses what AWS refuses, in AWS's words"],
		["operations/batchGetItem.test.ts", "what does not fit into 16 MB is left to be asked for again"],
		["limits.test.ts", "an item has 400 KB"],
	],
	D6: [["operations/putItem.test.ts", "a condition that does not hold leaves the item alone, and shows it when asked"]],
	D7: [
		["operations/scan.test.ts", "a scan is charged for what it looked at, not for what it shows"],
		["operations/scan.test.ts", "segments of a scan have nothing in common, and together all"],
	],
	D8: [["operations/query.test.ts", "pages end at the limit, and go on behind their last key"]],
	D9: [["capacity/partitions.test.ts", "one hot item is given a partition of its own, and stays throttled there"]],
	D10: [["operations/query.test.ts", "numbers sort by value in an index, and items without its key are not in it"]],
	D11: [["items/indexLag.test.ts", "a global index is read as it was before the lag, its table as it is"]],
	D12: [
		["operations/updateTable.test.ts", "a new index holds what the table held before it, and a deleted one is gone"],
		[
			"tables/states.test.ts",
			"a new index is given room, backfilled and ACTIVE; a deleted one is DELETING before it is gone",
		],
	],
	D13: [
		[
			"capacity/throttling.test.ts",
			"an index without capacity throttles the writes of its table that concern it, and its own reads",
		],
	],
	D14: [["operations/createTable.test.ts", "CreateTable refuses more indexes than AWS allows"]],
	D15: [
		["items/charges.test.ts", "writes are charged for the larger of the states, and for each index that they change"],
	],
	D16: [
		[
			"capacity/throttling.test.ts",
			"an index without capacity throttles the writes of its table that concern it, and its own reads",
		],
	],
	D17: [["operations/createTable.test.ts", "CreateTable refuses what AWS refuses, in AWS's words"]],
	D18: [
		[
			"items/itemCollections.test.ts",
			"a local index is read strongly, and fetches from its table what it does not hold",
		],
	],
	D19: [[here, "D19: what is read from a local index is the table's capacity, and throttles the table"]],
	D20: [[here, "D20: a local index is made with its table, and never deleted"]],
	D21: [["operations/createTable.test.ts", "CreateTable refuses more indexes than AWS allows"]],
	D22: [
		[
			"items/itemCollections.test.ts",
			"a collection grows to its limit and not beyond; it can be made smaller, and other partitions go on",
		],
		["items/itemCollections.test.ts", "the metrics tell the collection's key and between which gigabytes its size is"],
	],
	D23: [
		[
			"operations/query.test.ts",
			"a filter comes after the limit, and decides nothing about where the next page begins",
		],
	],
	D24: [
		["operations/query.test.ts", "Select and projections show what is asked for, and fetch what a local index lacks"],
		[
			"expressions/updates.test.ts",
			"a projection shows what was asked for, list elements moved together in their order",
		],
	],
	D25: [
		["operations/executeStatement.test.ts", "INSERT makes an item of every kind of literal, once"],
		["operations/batchExecuteStatement.test.ts", "BatchExecuteStatement answers each statement for itself"],
		["operations/executeTransaction.test.ts", "ExecuteTransaction writes all or nothing"],
	],
	D26: [
		[here, "D26: of two who read the same version one writes, and the other is told"],
		[
			"operations/transactWriteItems.test.ts",
			"a repeated token does nothing more for ten minutes, and belongs to one request",
		],
	],
	D27: [
		["capacity/partitions.test.ts", "an on-demand table gives twice its peak, half an hour after it, and says so"],
		[
			"capacity/changeLimits.test.ts",
			"throughput may be lowered four times a day, then once an hour, and anew after midnight",
		],
		[
			"capacity/changeLimits.test.ts",
			"a table goes over to on demand four times in 24 hours, and back whenever it likes",
		],
	],
	D28: [
		[
			"capacity/throttling.test.ts",
			"provisioned capacity is throttled when five minutes of it are used up, and comes back with the clock",
		],
		[
			"capacity/reasons.test.ts",
			"each of AWS's sixteen reasons is given for what it stands for, with the table or index",
		],
	],
	D29: [
		[here, "D29: the SDK tries a throttled write again, and is served when capacity has come back"],
		[
			"capacity/partitions.test.ts",
			"a partition that stays hot is split between its keys after some minutes, and then serves them",
		],
	],
	D30: [
		["../dynamodbStreams/dynamodbStreams.test.ts", "a stream tells each change once, in order, as AWS was recorded to"],
		[
			"../dynamodbStreams/shards.test.ts",
			"nothing is recorded where nothing changed, once where a transaction changed it, and by whom where it expired",
		],
	],
	D31: [
		[
			"../dynamodbStreams/dynamodbStreams.test.ts",
			"the view type decides which images there are, and what the size counts",
		],
	],
	D32: [
		["../dynamodbStreams/dynamodbStreams.test.ts", "a stream forgets after 24 hours, an iterator after 15 minutes"],
	],
};

test("each of the facts D1 to D32 is held by a test", async () => {
	assert.deepEqual(
		Object.keys(held),
		Array.from({ length: 32 }, (_, i) => `D${i + 1}`),
	);
	for (const [fact, tests] of Object.entries(held)) {
		for (const [file, name] of tests) {
			const source = await readFile(new URL(file, import.meta.url), "utf8");
			const named = [`test("${name}"`, `\n\t"${name}": [`].some((text) => source.includes(text));
			assert.ok(named, `${fact}: ${file} has no test "${name}"`);
		}
	}
});
