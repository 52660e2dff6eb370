import assert from "node:assert/strict";
import { test } from "node:test";
import {
	CreateTableCommand,
	DeleteTableCommand,
	DescribeTableCommand,
	type DynamoDBClient,
	GetItemCommand,
	PutItemCommand,
	QueryCommand,
	UpdateTableCommand,
	waitUntilTableExists,
	waitUntilTableNotExists,
} from "@aws-sdk/client-dynamodb";
import { invalid, refused, sdkForTest, song, songs, TableName } from "../sdkForTest.ts";

const timing = { table: 10, index: 60 };
const inUse = (sent: Promise<unknown>, why: string) =>
	refused(sent, "ResourceInUseException", `Attempt to change a resource which is still in use: ${why}`);
const statusOf = async (client: DynamoDBClient) => {
	const { Table } = await client.send(new DescribeTableCommand({ TableName }));
	const [index] = Table?.GlobalSecondaryIndexes ?? [];
	return [Table?.TableStatus, index?.IndexStatus, index?.Backfilling];
};
const protect = new UpdateTableCommand({ TableName, DeletionProtectionEnabled: false });
const remove = new DeleteTableCommand({ TableName });

test("a table is CREATING, ACTIVE, UPDATING, DELETING and gone as the clock says, with AWS's errors between", async (t) => {
	const { client, advance } = await sdkForTest(t, { dynamodb: { timing } });
	await client.send(new CreateTableCommand(songs));
	assert.equal((await statusOf(client))[0], "CREATING");
	const item = new PutItemCommand({ TableName, Item: song("1") });
	await refused(client.send(item), "ResourceNotFoundException", "Requested resource not found");
	await inUse(client.send(new CreateTableCommand(songs)), "Table is being created: songs");
	await inUse(client.send(protect), "Table is being created: songs");
	await inUse(client.send(remove), "Table is being created: songs");

	const exists = waitUntilTableExists({ client, minDelay: 1, maxDelay: 1, maxWaitTime: 20 }, { TableName });
	advance(10);
	await exists;
	await client.send(item);
	await refused(client.send(new CreateTableCommand(songs)), "ResourceInUseException", "Table already exists: songs");

	const stream = { StreamEnabled: true, StreamViewType: "KEYS_ONLY" as const };
	await client.send(new UpdateTableCommand({ TableName, StreamSpecification: stream }));
	assert.equal((await statusOf(client))[0], "UPDATING");
	const onDemand = new UpdateTableCommand({ TableName, OnDemandThroughput: { MaxReadRequestUnits: 5 } });
	await inUse(client.send(onDemand), "Table is being updated: songs");
	await inUse(client.send(remove), "Table is being updated: songs");
	await client.send(protect);
	assert.deepEqual((await client.send(new GetItemCommand({ TableName, Key: song("1") }))).Item, song("1"));
	advance(10);
	assert.equal((await statusOf(client))[0], "ACTIVE");

	assert.equal((await client.send(remove)).TableDescription?.TableStatus, "DELETING");
	assert.equal((await statusOf(client))[0], "DELETING");
	await inUse(client.send(remove), "Table is being deleted: songs");
	await inUse(client.send(onDemand), "Table is being deleted: songs");
	await refused(client.send(new CreateTableCommand(songs)), "ResourceInUseException", "Table already exists: songs");
	const gone = waitUntilTableNotExists({ client, minDelay: 1, maxDelay: 1, maxWaitTime: 20 }, { TableName });
	advance(10);
	await gone;
	await client.send(new CreateTableCommand(songs));
});

const byYear = {
	IndexName: "byYear",
	KeySchema: [{ AttributeName: "year", KeyType: "HASH" as const }],
	Projection: { ProjectionType: "ALL" as const },
};
const addIndex = (IndexName = "byYear") =>
	new UpdateTableCommand({
		TableName,
		AttributeDefinitions: [{ AttributeName: "year", AttributeType: "N" }],
		GlobalSecondaryIndexUpdates: [{ Create: { ...byYear, IndexName } }],
	});
const dropIndex = new UpdateTableCommand({
	TableName,
	GlobalSecondaryIndexUpdates: [{ Delete: { IndexName: "byYear" } }],
});
const byYear1999 = new QueryCommand({
	TableName,
	IndexName: "byYear",
	KeyConditionExpression: "#y = :y",
	ExpressionAttributeNames: { "#y": "year" },
	ExpressionAttributeValues: { ":y": { N: "1999" } },
});

test("a new index is given room, backfilled and ACTIVE; a deleted one is DELETING before it is gone", async (t) => {
	const { client, advance } = await sdkForTest(t, { dynamodb: { timing } });
	await client.send(new CreateTableCommand(songs));
	advance(10);
	await client.send(new PutItemCommand({ TableName, Item: { ...song("before"), year: { N: "1999" } } }));
	const { TableDescription } = await client.send(addIndex());
	assert.equal(TableDescription?.GlobalSecondaryIndexes?.[0]?.Backfilling, false);
	assert.deepEqual(await statusOf(client), ["UPDATING", "CREATING", false]);
	const where = "Table: songs Index: byYear";
	await inUse(
		client.send(dropIndex),
		`Index creation is in resource allocation phase. Retry deletion during backfilling phase or when the index is active. ${where}`,
	);
	await refused(client.send(addIndex("other")), "LimitExceededException", oneAtATime);
	await inUse(
		client.send(new UpdateTableCommand({ TableName, StreamSpecification: { StreamEnabled: false } })),
		"Can't change stream status when an index is being created. Table: songs Indexes: [byYear]",
	);

	advance(10);
	assert.deepEqual(await statusOf(client), ["ACTIVE", "CREATING", true]);
	await refused(client.send(addIndex("other")), "LimitExceededException", oneAtATime);
	await inUse(client.send(remove), "Cannot delete table while indexes are being created, updated, or deleted.");
	await invalid(
		client.send(byYear1999),
		"One or more parameter values were invalid: Cannot read from backfilling global secondary index: byYear",
	);
	await client.send(new PutItemCommand({ TableName, Item: { ...song("while"), year: { N: "1999" } } }));
	advance(60);
	const ready = async (): Promise<unknown> =>
		(await statusOf(client))[1] === "ACTIVE" ? client.send(byYear1999) : ready();
	await ready();
	assert.equal((await client.send(byYear1999)).Count, 2);

	await client.send(dropIndex);
	assert.deepEqual(await statusOf(client), ["UPDATING", "DELETING", undefined]);
	await inUse(client.send(addIndex()), `Index is being deleted. ${where}`);
	await invalid(client.send(byYear1999), "The table does not have the specified index: byYear");
	advance(60);
	const dropped = async (): Promise<unknown> => (await statusOf(client))[1] === undefined || dropped();
	await dropped();
	await client.send(addIndex());
});

const oneAtATime = "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table";

test("the timing is read and changed while the emulator runs, and refuses what is none", async (t) => {
	const { emulator, client } = await sdkForTest(t);
	const url = `${emulator.endpoint}/_gatewright/dynamodb/timing`;
	const post = (body: unknown) => fetch(url, { method: "POST", body: JSON.stringify(body) });
	const changed = await post({ table: 3 });
	assert.deepEqual(await changed.json(), {
		table: 3,
		index: 0,
		indexLag: 0,
		expiry: 0,
		timeToLiveChange: 0,
		recoveryLag: 0,
	});
	assert.deepEqual(await (await fetch(url)).json(), await (await post({})).json());
	for (const [body, message] of [
		[{ tables: 3 }, /There is no timing "tables"/],
		[{ table: -1 }, /"table" is a number of seconds from 0 to 604800/],
		[[], /Timing is an object/],
	] as const) {
		const answer = await post(body);
		assert.equal(answer.status, 400);
		assert.match(JSON.stringify(await answer.json()).replaceAll("\\", ""), message);
	}
	await client.send(new CreateTableCommand(songs));
	assert.equal((await statusOf(client))[0], "CREATING");
});
