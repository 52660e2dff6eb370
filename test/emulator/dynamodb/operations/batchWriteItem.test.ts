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

test("BatchWriteItem refuses what AWS refuses, in AWS's words", async (t) => {
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
	await refused(
		"BatchWriteItem",
		{ RequestItems: { none: [put("1")] } },
		"ResourceNotFoundException",
		"Requested resource not found",
	);
});
