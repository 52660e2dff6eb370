import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import {
	BatchExecuteStatementCommand,
	BatchGetItemCommand,
	BatchWriteItemCommand,
	ConditionalCheckFailedException,
	CreateTableCommand,
	type CreateTableCommandInput,
	DeleteItemCommand,
	DeleteTableCommand,
	DescribeEndpointsCommand,
	DescribeTableCommand,
	DescribeTimeToLiveCommand,
	DuplicateItemException,
	DynamoDBClient,
	ExecuteStatementCommand,
	ExecuteTransactionCommand,
	GetItemCommand,
	ListTablesCommand,
	ListTagsOfResourceCommand,
	PutItemCommand,
	paginateQuery,
	paginateScan,
	ResourceNotFoundException,
	TagResourceCommand,
	TransactGetItemsCommand,
	TransactionCanceledException,
	TransactWriteItemsCommand,
	UpdateItemCommand,
	UpdateTableCommand,
	UpdateTimeToLiveCommand,
	waitUntilTableExists,
	waitUntilTableNotExists,
} from "@aws-sdk/client-dynamodb";
import { type EmulatorOptions, startEmulator as start } from "../../../emulator/main.ts";
import { clientOptions, startEmulator } from "../startEmulator.ts";
import { simpleTable } from "./dynamodbForTest.ts";

async function clientForTest(t: TestContext, options: Partial<EmulatorOptions> = {}) {
	const emulator = await startEmulator(t, options);
	const client = new DynamoDBClient(clientOptions(emulator));
	t.after(() => client.destroy());
	return { client, emulator };
}

// The generated input has read-only lists, which the SDK's type does not; the values are the same.
const table = simpleTable as unknown as CreateTableCommandInput;
const TableName = "songs";
const key = (title: string) => ({ artist: { S: "a" }, title: { S: title } });

test("the SDK for JavaScript makes, fills, reads and removes a table", async (t) => {
	const { client, emulator } = await clientForTest(t);
	const created = await client.send(new CreateTableCommand(table));
	assert.ok(created.TableDescription?.CreationDateTime instanceof Date);
	await waitUntilTableExists({ client, minDelay: 1, maxWaitTime: 20 }, { TableName });

	const Item = {
		...key("1"),
		bytes: { B: Uint8Array.of(0x90, 0) },
		parts: { BS: [Uint8Array.of(1)] },
		n: { N: "1.50" },
		empty: { S: "" },
	};
	await client.send(new PutItemCommand({ TableName, Item }));
	const got = await client.send(new GetItemCommand({ TableName, Key: key("1"), ConsistentRead: true }));
	assert.deepEqual(got.Item, { ...Item, n: { N: "1.5" } });
	const updated = await client.send(
		new UpdateItemCommand({
			TableName,
			Key: key("1"),
			UpdateExpression: "SET #n = #n + :one REMOVE bytes, parts",
			ExpressionAttributeNames: { "#n": "n" },
			ExpressionAttributeValues: { ":one": { N: "1" } },
			ReturnValues: "ALL_NEW",
			ReturnConsumedCapacity: "TOTAL",
		}),
	);
	assert.deepEqual(updated.Attributes, { ...key("1"), n: { N: "2.5" }, empty: { S: "" } });
	assert.equal(updated.ConsumedCapacity?.CapacityUnits, 1);

	await client.send(
		new BatchWriteItemCommand({
			RequestItems: { songs: Array.from({ length: 25 }, (_, i) => ({ PutRequest: { Item: key(String(i + 10)) } })) },
		}),
	);
	let count = 0;
	const query = {
		TableName,
		KeyConditionExpression: "artist = :a",
		ExpressionAttributeValues: { ":a": { S: "a" } },
		Limit: 10,
	};
	for await (const page of paginateQuery({ client }, query)) count += page.Count ?? 0;
	for await (const page of paginateScan({ client }, { TableName, Limit: 7 })) count += page.Count ?? 0;
	assert.equal(count, 52);
	const batch = await client.send(
		new BatchGetItemCommand({ RequestItems: { songs: { Keys: [key("1"), key("none")] } } }),
	);
	assert.equal(batch.Responses?.["songs"]?.length, 1);
	await client.send(new DeleteItemCommand({ TableName, Key: key("1") }));

	assert.deepEqual((await client.send(new ListTablesCommand({}))).TableNames, ["songs"]);
	const { Endpoints } = await client.send(new DescribeEndpointsCommand({}));
	assert.equal(Endpoints?.[0]?.Address, new URL(emulator.endpoint).host);
	await client.send(new DeleteTableCommand({ TableName }));
	await waitUntilTableNotExists({ client, minDelay: 1, maxWaitTime: 20 }, { TableName });
});

test("the SDK sees AWS's errors as what they are", async (t) => {
	const { client } = await clientForTest(t);
	await assert.rejects(client.send(new GetItemCommand({ TableName, Key: key("1") })), (error) => {
		assert.ok(error instanceof ResourceNotFoundException);
		assert.equal(error.message, "Requested resource not found");
		return true;
	});
	await client.send(new CreateTableCommand(table));
	await client.send(new PutItemCommand({ TableName, Item: { ...key("1"), price: { N: "650" } } }));
	// Recorded from AWS: dynamodb test_return_values_on_conditions_check_failure.
	const conditional = new PutItemCommand({
		TableName,
		Item: key("1"),
		ConditionExpression: "attribute_not_exists(artist)",
		ReturnValuesOnConditionCheckFailure: "ALL_OLD",
	});
	await assert.rejects(client.send(conditional), (error) => {
		assert.ok(error instanceof ConditionalCheckFailedException);
		assert.equal(error.message, "The conditional request failed");
		assert.deepEqual(error.Item, { ...key("1"), price: { N: "650" } });
		return true;
	});
	const { ConditionExpression, Item } = conditional.input;
	const transaction = new TransactWriteItemsCommand({
		TransactItems: [{ Put: { TableName, Item, ConditionExpression } }, { Delete: { TableName, Key: key("2") } }],
	});
	// Recorded from AWS: dynamodb test_transaction_write_canceled.
	await assert.rejects(client.send(transaction), (error) => {
		assert.ok(error instanceof TransactionCanceledException);
		assert.equal(
			error.message,
			"Transaction cancelled, please refer cancellation reasons for specific reasons [ConditionalCheckFailed, None]",
		);
		assert.deepEqual(
			error.CancellationReasons?.map(({ Code }) => Code),
			["ConditionalCheckFailed", "None"],
		);
		return true;
	});
});

test("the SDK changes a table: index, tags, time to live", async (t) => {
	const { client } = await clientForTest(t);
	const { TableDescription } = await client.send(new CreateTableCommand(table));
	await client.send(
		new TransactWriteItemsCommand({
			TransactItems: [{ Put: { TableName, Item: { ...key("1"), year: { N: "1999" } } } }],
		}),
	);
	await client.send(
		new UpdateTableCommand({
			TableName,
			AttributeDefinitions: [{ AttributeName: "year", AttributeType: "N" }],
			GlobalSecondaryIndexUpdates: [
				{
					Create: {
						IndexName: "byYear",
						KeySchema: [{ AttributeName: "year", KeyType: "HASH" }],
						Projection: { ProjectionType: "ALL" },
					},
				},
			],
		}),
	);
	const described = await client.send(new DescribeTableCommand({ TableName }));
	assert.equal(described.Table?.GlobalSecondaryIndexes?.[0]?.ItemCount, 1);
	const ResourceArn = TableDescription?.TableArn;
	await client.send(new TagResourceCommand({ ResourceArn, Tags: [{ Key: "a", Value: "b" }] }));
	assert.deepEqual((await client.send(new ListTagsOfResourceCommand({ ResourceArn }))).Tags, [
		{ Key: "a", Value: "b" },
	]);
	const TimeToLiveSpecification = { Enabled: true, AttributeName: "ttl" };
	await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }));
	const ttl = await client.send(new DescribeTimeToLiveCommand({ TableName }));
	assert.equal(ttl.TimeToLiveDescription?.TimeToLiveStatus, "ENABLED");
	const got = await client.send(
		new TransactGetItemsCommand({ TransactItems: [{ Get: { TableName, Key: key("1") } }] }),
	);
	assert.equal(got.Responses?.[0]?.Item?.["year"]?.N, "1999");
});

test("what was written to a folder is there when the next emulator opens it", async (t) => {
	const dir = await mkdtemp(join(tmpdir(), "gatewright-dynamodb-"));
	const storage = { kind: "disk", dir } as const;
	const first = await start({ port: 0, storage, account: "000000000000", region: "us-east-1", seed: 1 });
	const writer = new DynamoDBClient(clientOptions(first));
	await writer.send(new CreateTableCommand(table));
	for (let i = 0; i < 50; i++) await writer.send(new PutItemCommand({ TableName, Item: key(String(i)) }));
	writer.destroy();
	await first.close();
	const { client } = await clientForTest(t, { storage });
	t.after(() => rm(dir, { recursive: true, force: true }));
	const { Table } = await client.send(new DescribeTableCommand({ TableName }));
	assert.equal(Table?.ItemCount, 50);
	const got = await client.send(new GetItemCommand({ TableName, Key: key("49") }));
	assert.deepEqual(got.Item, key("49"));
});

test("the SDK for JavaScript speaks PartiQL", async (t) => {
	const { client } = await clientForTest(t);
	await client.send(new CreateTableCommand(table));
	const insert = new ExecuteStatementCommand({
		Statement: "INSERT INTO songs VALUE {'artist': ?, 'title': '1', 'bytes': ?, 'plays': 1}",
		Parameters: [{ S: "a" }, { B: Uint8Array.of(0x90, 0) }],
	});
	assert.deepEqual((await client.send(insert)).Items, []);
	await assert.rejects(client.send(insert), DuplicateItemException);
	await client.send(
		new ExecuteTransactionCommand({
			TransactStatements: [
				{ Statement: "UPDATE songs SET plays = plays + 1 WHERE artist = 'a' AND title = '1'" },
				{ Statement: "INSERT INTO songs VALUE {'artist': 'a', 'title': '2'}" },
			],
		}),
	);
	const first = await client.send(
		new ExecuteStatementCommand({ Statement: "SELECT * FROM songs WHERE artist = 'a'", Limit: 1 }),
	);
	assert.deepEqual(first.Items, [{ ...key("1"), bytes: { B: Uint8Array.of(0x90, 0) }, plays: { N: "2" } }]);
	const { NextToken } = first;
	assert.ok(NextToken !== undefined);
	const rest = await client.send(
		new ExecuteStatementCommand({ Statement: "SELECT * FROM songs WHERE artist = 'a'", NextToken }),
	);
	assert.deepEqual(rest.Items, [key("2")]);
	const { Responses } = await client.send(
		new BatchExecuteStatementCommand({
			Statements: [
				{ Statement: "DELETE FROM songs WHERE artist = 'a' AND title = '1' RETURNING ALL OLD *" },
				{ Statement: "DELETE FROM songs WHERE artist = 'a'" },
			],
		}),
	);
	assert.deepEqual(Responses?.[0]?.Item?.["plays"], { N: "2" });
	assert.equal(Responses?.[1]?.Error?.Code, "ValidationError");
});
