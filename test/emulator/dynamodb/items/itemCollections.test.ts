import assert from "node:assert/strict";
import { test } from "node:test";
import {
	BatchWriteItemCommand,
	CreateBackupCommand,
	CreateTableCommand,
	DeleteItemCommand,
	type DynamoDBClient,
	GetItemCommand,
	PutItemCommand,
	QueryCommand,
	RestoreTableFromBackupCommand,
	TransactionCanceledException,
	TransactWriteItemsCommand,
	UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import fc from "fast-check";
import { openDynamodb } from "../../../../emulator/dynamodb/dynamodb.ts";
import { bytesInCollection } from "../../../../emulator/dynamodb/items/itemCollections.ts";
import { callable, kernelForTest } from "../dynamodbForTest.ts";
import { refused, sdkForTest, song, songs, TableName } from "../sdkForTest.ts";

const withLocalIndex = {
	...songs,
	AttributeDefinitions: [...(songs.AttributeDefinitions ?? []), { AttributeName: "year", AttributeType: "N" as const }],
	LocalSecondaryIndexes: [
		{
			IndexName: "byYear",
			KeySchema: [
				{ AttributeName: "artist", KeyType: "HASH" as const },
				{ AttributeName: "year", KeyType: "RANGE" as const },
			],
			Projection: { ProjectionType: "KEYS_ONLY" as const },
		},
	],
};
const put = (title: string, text: string, more: object = {}) =>
	new PutItemCommand({
		TableName,
		Item: { ...song(title), text: { S: text }, year: { N: "1999" } },
		ReturnItemCollectionMetrics: "SIZE",
		...more,
	});
const tooLarge = (sent: Promise<unknown>) =>
	refused(sent, "ItemCollectionSizeLimitExceededException", "Collection size exceeded.");
const full = { dynamodb: { itemCollectionBytes: 1000 } };

async function filled(client: DynamoDBClient) {
	await client.send(new CreateTableCommand(withLocalIndex));
	await client.send(put("1", "x".repeat(400)));
	await client.send(put("2", "x".repeat(400)));
}

test("a collection grows to its limit and not beyond; it can be made smaller, and other partitions go on", async (t) => {
	const { client } = await sdkForTest(t, full);
	await filled(client);
	await tooLarge(client.send(put("3", "x".repeat(100))));
	const larger = { TableName, Key: song("1"), UpdateExpression: "SET more = :m" };
	await tooLarge(
		client.send(new UpdateItemCommand({ ...larger, ExpressionAttributeValues: { ":m": { S: "x".repeat(200) } } })),
	);
	await tooLarge(
		client.send(
			new BatchWriteItemCommand({
				RequestItems: { [TableName]: [{ PutRequest: { Item: { ...song("3"), text: { S: "x".repeat(100) } } } }] },
			}),
		),
	);
	const canceled = await client
		.send(
			new TransactWriteItemsCommand({
				TransactItems: [
					{ Put: { TableName, Item: { artist: { S: "other" }, title: { S: "1" } } } },
					{ Put: { TableName, Item: { ...song("3"), text: { S: "x".repeat(100) } } } },
				],
			}),
		)
		.catch((error: unknown) => error);
	assert.ok(canceled instanceof TransactionCanceledException);
	assert.deepEqual(
		canceled.CancellationReasons?.map(({ Code }) => Code),
		["None", "ItemCollectionSizeLimitExceeded"],
	);
	assert.equal((await client.send(new GetItemCommand({ TableName, Key: song("3") }))).Item, undefined);
	await client.send(
		new PutItemCommand({ TableName, Item: { artist: { S: "b" }, title: { S: "1" }, text: { S: "x".repeat(900) } } }),
	);
	await client.send(put("1", "x".repeat(300)));
	await client.send(put("3", "x".repeat(40)));
	await client.send(new DeleteItemCommand({ TableName, Key: song("2") }));
	await client.send(put("4", "x".repeat(300)));
});

test("the metrics tell the collection's key and between which gigabytes its size is", async (t) => {
	const { client } = await sdkForTest(t);
	await filled(client);
	const { ItemCollectionMetrics } = await client.send(put("3", "x"));
	assert.deepEqual(ItemCollectionMetrics, { ItemCollectionKey: { artist: { S: "a" } }, SizeEstimateRangeGB: [0, 1] });
	await client.send(new CreateTableCommand({ ...songs, TableName: "plain" }));
	const without = await client.send(put("3", "x", { TableName: "plain" }));
	assert.equal(without.ItemCollectionMetrics, undefined);
});

test("a restored table knows the sizes of its collections", async (t) => {
	const { client } = await sdkForTest(t, full);
	await filled(client);
	const { BackupDetails } = await client.send(new CreateBackupCommand({ TableName, BackupName: "full" }));
	await client.send(
		new RestoreTableFromBackupCommand({ BackupArn: BackupDetails?.BackupArn, TargetTableName: "restored" }),
	);
	await tooLarge(client.send(put("3", "x".repeat(100), { TableName: "restored" })));
	await client.send(put("3", "x".repeat(20), { TableName: "restored" }));
});

test("a local index is read strongly, and fetches from its table what it does not hold", async (t) => {
	const { client } = await sdkForTest(t);
	await filled(client);
	const { Items, ConsumedCapacity } = await client.send(
		new QueryCommand({
			TableName,
			IndexName: "byYear",
			ConsistentRead: true,
			KeyConditionExpression: "artist = :a",
			ExpressionAttributeValues: { ":a": { S: "a" } },
			Select: "ALL_ATTRIBUTES",
			ReturnConsumedCapacity: "INDEXES",
		}),
	);
	assert.equal(Items?.[0]?.["text"]?.S?.length, 400);
	assert.equal(ConsumedCapacity?.Table?.CapacityUnits, 2);
	assert.equal(ConsumedCapacity?.LocalSecondaryIndexes?.["byYear"]?.CapacityUnits, 1);
});

const change = fc.record({ title: fc.nat(4), year: fc.option(fc.nat(3)), text: fc.nat(50), gone: fc.boolean() });

test("the size of a collection is that of its items and entries, whatever is written at once, and after a restart", async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.array(change, { maxLength: 6 }), { maxLength: 6 }), async (rounds) => {
			const kernel = await kernelForTest();
			let db = callable(kernel, await openDynamodb(kernel));
			await db.call("CreateTable", withLocalIndex);
			for (const round of rounds) {
				await Promise.all(
					round.map(({ title, year, text, gone }) => {
						const Key = song(`${title}`);
						if (gone) return db.call("DeleteItem", { TableName, Key });
						const Item = { ...Key, text: { S: "x".repeat(text) }, ...(year !== null && { year: { N: `${year}` } }) };
						return db.call("PutItem", { TableName, Item });
					}),
				);
				await db.dynamodb.close();
				db = callable(kernel, await openDynamodb(kernel));
			}
			const table = db.dynamodb.tables.get(TableName);
			const { Items } = await db.call("Scan", { TableName });
			const whole = Items.reduce((sum: number, item: never) => sum + bytesInCollection(table, item), 0);
			assert.equal(db.dynamodb.collections.bytes(table, song("1")), whole);
			await db.dynamodb.close();
			await kernel.records.close();
		}),
		{ numRuns: 30 },
	);
});
