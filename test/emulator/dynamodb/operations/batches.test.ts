import assert from "node:assert/strict";
import { test } from "node:test";
import { dynamodbForTest } from "../dynamodbForTest.ts";

const key = (title: string) => ({ artist: { S: "a" }, title: { S: title } });
const put = (title: string, more: object = {}) => ({ PutRequest: { Item: { ...key(title), ...more } } });
const remove = (title: string) => ({ DeleteRequest: { Key: key(title) } });

test("a batch puts and deletes, and a batch of keys finds what is there", async (t) => {
	const { table, call } = await dynamodbForTest(t);
	await table();
	await table({ TableName: "others" });
	const write = (RequestItems: object, more: object = {}) => call("BatchWriteItem", { RequestItems, ...more });
	assert.deepEqual(await write({ songs: [put("1"), put("2")], others: [put("3")] }), { UnprocessedItems: {} });
	const answer = await write(
		{ songs: [remove("1"), put("2", { v: { N: "2" } })] },
		{ ReturnConsumedCapacity: "TOTAL" },
	);
	assert.deepEqual(answer.ConsumedCapacity, [{ TableName: "songs", CapacityUnits: 2 }]);
	const got = await call("BatchGetItem", {
		RequestItems: {
			songs: { Keys: [key("1"), key("2")] },
			others: { Keys: [key("3")], ProjectionExpression: "title" },
		},
	});
	assert.deepEqual(got, {
		Responses: { songs: [{ ...key("2"), v: { N: "2" } }], others: [{ title: { S: "3" } }] },
		UnprocessedKeys: {},
	});
});

test("batches refuse what AWS refuses, in AWS's words", async (t) => {
	const { table, invalid, refused } = await dynamodbForTest(t);
	await table();
	await table({ TableName: "others" });
	const many = (from: number, count: number) => Array.from({ length: count }, (_, i) => put(String(from + i)));
	const writes: [RequestItems: object, message: string][] = [
		[{ songs: many(0, 20), others: many(0, 6) }, "Too many items requested for the BatchWriteItem call"],
		[{ songs: [put("1"), remove("1")] }, "Provided list of item keys contains duplicates"],
		// Recorded from AWS: dynamodb test_batch_write_not_matching_schema.
		[
			{ songs: [{ PutRequest: { Item: { artist: { S: "a" } } } }] },
			"The provided key element does not match the schema",
		],
		[
			{ songs: [{ PutRequest: { Item: { artist: { S: "a" }, title: { N: "1" } } } }] },
			"The provided key element does not match the schema",
		],
		[
			{ songs: [put("")] },
			"One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: title",
		],
		[{ songs: [put("1", { x: { S: "x".repeat(409_600) } })] }, "Item size has exceeded the maximum allowed size"],
	];
	for (const [RequestItems, message] of writes) await invalid("BatchWriteItem", { RequestItems }, message);
	const keys = (count: number) => Array.from({ length: count }, (_, i) => key(String(i)));
	const reads: [RequestItems: object, message: string][] = [
		[{ songs: { Keys: keys(60) }, others: { Keys: keys(60) } }, "Too many items requested for the BatchGetItem call"],
		[{ songs: { Keys: [key("1"), key("1")] } }, "Provided list of item keys contains duplicates"],
		[{ songs: { Keys: [{ artist: { S: "a" } }] } }, "The provided key element does not match the schema"],
		[
			{ songs: { Keys: keys(1), ProjectionExpression: "a, a" } },
			"Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [a], path two: [a]",
		],
		[
			{
				songs: { Keys: keys(1), ProjectionExpression: "title" },
				others: { Keys: keys(1), AttributesToGet: ["title"] },
			},
			"Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributesToGet} Expression parameters: {ProjectionExpression}",
		],
	];
	for (const [RequestItems, message] of reads) await invalid("BatchGetItem", { RequestItems }, message);
	for (const [operation, request] of [
		["BatchGetItem", { Keys: keys(1) }],
		["BatchWriteItem", [put("1")]],
	] as const) {
		await refused(
			operation,
			{ RequestItems: { none: request } },
			"ResourceNotFoundException",
			"Requested resource not found",
		);
	}
});

test("what does not fit into 16 MB is left to be asked for again", async (t) => {
	const { table, call } = await dynamodbForTest(t);
	await table();
	const big = { p: { S: "x".repeat(390_000) } };
	for (let i = 0; i < 50; i++) await call("PutItem", { TableName: "songs", Item: { ...key(String(i)), ...big } });
	const Keys = Array.from({ length: 50 }, (_, i) => key(String(i)));
	const first = await call("BatchGetItem", { RequestItems: { songs: { Keys } } });
	assert.equal(first.Responses.songs.length, 43);
	assert.equal(first.UnprocessedKeys.songs.Keys.length, 7);
	const second = await call("BatchGetItem", { RequestItems: first.UnprocessedKeys });
	assert.equal(second.Responses.songs.length, 7);
	assert.deepEqual(second.UnprocessedKeys, {});
});
