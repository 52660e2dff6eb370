import assert from "node:assert/strict";
import { test } from "node:test";
import {
	CreateTableCommand,
	ExecuteTransactionCommand,
	PutItemCommand,
	TransactGetItemsCommand,
	TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { sdkForTest, song, songs, TableName } from "../sdkForTest.ts";

const key = (AttributeName: string, KeyType: "HASH" | "RANGE") => ({ AttributeName, KeyType });
const withIndexes = {
	...songs,
	AttributeDefinitions: ["artist", "title", "genre"].map((AttributeName) => ({
		AttributeName,
		AttributeType: "S" as const,
	})),
	GlobalSecondaryIndexes: [
		{ IndexName: "byGenre", KeySchema: [key("genre", "HASH")], Projection: { ProjectionType: "ALL" as const } },
	],
	LocalSecondaryIndexes: [
		{
			IndexName: "inGenre",
			KeySchema: [key("artist", "HASH"), key("genre", "RANGE")],
			Projection: { ProjectionType: "KEYS_ONLY" as const },
		},
	],
};
const jazz = (title: string, bytes = 0) => ({
	...song(title),
	genre: { S: "jazz" },
	...(bytes > 0 && { p: { S: "x".repeat(bytes) } }),
});

test("a transaction tells what it wrote: twice for the table, once for each index", async (t) => {
	const { client } = await sdkForTest(t);
	await client.send(new CreateTableCommand(withIndexes));
	const TransactItems = [
		...["1", "2"].map((title) => ({ Put: { TableName, Item: jazz(title) } })),
		{ ConditionCheck: { TableName, Key: song("3"), ConditionExpression: "attribute_not_exists(artist)" } },
	];
	const both = (units: number) => ({ CapacityUnits: units, WriteCapacityUnits: units });
	const { ConsumedCapacity } = await client.send(
		new TransactWriteItemsCommand({ TransactItems, ReturnConsumedCapacity: "INDEXES" }),
	);
	assert.deepEqual(ConsumedCapacity, [
		{
			TableName,
			...both(10),
			Table: both(6),
			GlobalSecondaryIndexes: { byGenre: both(2) },
			LocalSecondaryIndexes: { inGenre: both(2) },
		},
	]);
	const statements = [{ Statement: "INSERT INTO songs VALUE {'artist': 'a', 'title': '4', 'genre': 'jazz'}" }];
	const executed = await client.send(
		new ExecuteTransactionCommand({ TransactStatements: statements, ReturnConsumedCapacity: "TOTAL" }),
	);
	assert.deepEqual(executed.ConsumedCapacity, [{ TableName, ...both(4) }]);
});

test("a transaction that reads tells what it read, items that are not there among it", async (t) => {
	const { client } = await sdkForTest(t);
	await client.send(new CreateTableCommand(songs));
	await client.send(new PutItemCommand({ TableName, Item: jazz("1", 5000) }));
	const TransactItems = ["1", "none"].map((title) => ({ Get: { TableName, Key: song(title) } }));
	const both = { CapacityUnits: 6, ReadCapacityUnits: 6 };
	for (const [ReturnConsumedCapacity, expected] of [
		["INDEXES", [{ TableName, ...both, Table: both }]],
		["TOTAL", [{ TableName, ...both }]],
		["NONE", undefined],
	] as const) {
		const answer = await client.send(new TransactGetItemsCommand({ TransactItems, ReturnConsumedCapacity }));
		assert.deepEqual(answer.ConsumedCapacity, expected);
	}
});

test("a transaction that is repeated with its token reads what it would have written", async (t) => {
	const { client } = await sdkForTest(t);
	await client.send(new CreateTableCommand(songs));
	await client.send(new PutItemCommand({ TableName, Item: jazz("old", 9000) }));
	const request = new TransactWriteItemsCommand({
		TransactItems: [{ Put: { TableName, Item: jazz("1", 1500) } }, { Delete: { TableName, Key: song("old") } }],
		ClientRequestToken: "once",
		ReturnConsumedCapacity: "TOTAL",
	});
	const first = await client.send(request);
	assert.deepEqual(first.ConsumedCapacity, [{ TableName, CapacityUnits: 22, WriteCapacityUnits: 22 }]);
	const again = await client.send(request);
	assert.deepEqual(again.ConsumedCapacity, [{ TableName, CapacityUnits: 8, ReadCapacityUnits: 8 }]);
});
