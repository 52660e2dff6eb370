import assert from "node:assert/strict";
import { test } from "node:test";
import { CreateTableCommand, DeleteItemCommand, DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import {
	DescribeStreamCommand,
	DynamoDBStreamsClient,
	GetRecordsCommand,
	GetShardIteratorCommand,
	ListStreamsCommand,
	ResourceNotFoundException,
} from "@aws-sdk/client-dynamodb-streams";
import { clientOptions, startEmulator } from "../startEmulator.ts";

test("the SDK for JavaScript reads a table's changes", async (t) => {
	const emulator = await startEmulator(t);
	const client = new DynamoDBClient(clientOptions(emulator));
	const streams = new DynamoDBStreamsClient(clientOptions(emulator));
	t.after(() => {
		client.destroy();
		streams.destroy();
	});
	const TableName = "people";
	await client.send(
		new CreateTableCommand({
			TableName,
			AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
			KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
			BillingMode: "PAY_PER_REQUEST",
			StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
		}),
	);
	const Item = { id: { S: "1" }, data: { B: Uint8Array.of(0x90) } };
	await client.send(new PutItemCommand({ TableName, Item }));
	await client.send(new PutItemCommand({ TableName, Item }));
	await client.send(new DeleteItemCommand({ TableName, Key: { id: Item.id } }));

	const { Streams = [] } = await streams.send(new ListStreamsCommand({ TableName }));
	const StreamArn = Streams[0]?.StreamArn;
	const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
	const ShardId = StreamDescription?.Shards?.[0]?.ShardId;
	const position = await streams.send(
		new GetShardIteratorCommand({ StreamArn, ShardId, ShardIteratorType: "TRIM_HORIZON" }),
	);
	const { Records = [], NextShardIterator } = await streams.send(
		new GetRecordsCommand({ ShardIterator: position.ShardIterator }),
	);
	assert.deepEqual(
		Records.map(({ eventName, dynamodb }) => [eventName, dynamodb?.NewImage, dynamodb?.OldImage]),
		[
			["INSERT", Item, undefined],
			["REMOVE", undefined, Item],
		],
		"the second put changed nothing",
	);
	assert.ok(Records[0]?.dynamodb?.ApproximateCreationDateTime instanceof Date);
	assert.ok(NextShardIterator);
	await assert.rejects(
		streams.send(new DescribeStreamCommand({ StreamArn: `${StreamArn}-none` })),
		(error) => error instanceof ResourceNotFoundException,
	);
});
