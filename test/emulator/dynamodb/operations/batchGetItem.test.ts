import assert from "node:assert/strict";
import { test } from "node:test";
import { dynamodbForTest } from "../dynamodbForTest.ts";

const key = (title: string) => ({ artist: { S: "a" }, title: { S: title } });

test("BatchGetItem refuses what AWS refuses, in AWS's words", async (t) => {
	const { table, invalid, refused } = await dynamodbForTest(t);
	await table();
	await table({ TableName: "others" });
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
	await refused(
		"BatchGetItem",
		{ RequestItems: { none: { Keys: keys(1) } } },
		"ResourceNotFoundException",
		"Requested resource not found",
	);
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
