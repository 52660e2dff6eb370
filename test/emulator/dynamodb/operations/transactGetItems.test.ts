import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import {
	CreateTableCommand,
	PutItemCommand,
	TransactGetItemsCommand,
	type TransactGetItemsCommandInput,
	TransactionCanceledException,
	TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import { invalid, refused, sdkForTest, song, songs, TableName } from "../sdkForTest.ts";

const get = (title: string, more: object = {}) => ({ Get: { TableName, Key: song(title), ...more } });

async function songsForTest(t: TestContext) {
	const { client } = await sdkForTest(t);
	await client.send(new CreateTableCommand(songs));
	const read = async (
		TransactItems: TransactGetItemsCommandInput["TransactItems"],
		more: Partial<TransactGetItemsCommandInput> = {},
	) => {
		const { $metadata: _, ...answer } = await client.send(new TransactGetItemsCommand({ TransactItems, ...more }));
		return answer;
	};
	return { client, read };
}

test("TransactGetItems answers item by item, with nothing for what is not there, and costs twice", async (t) => {
	const { client, read } = await songsForTest(t);
	const Item = {
		...song("1"),
		n: { N: "1" },
		bytes: { B: Uint8Array.of(0x90) },
		doc: { M: { l: { L: [{ S: "x" }] } } },
	};
	await client.send(new PutItemCommand({ TableName, Item }));
	const doc = { ProjectionExpression: "#d.l[0]", ExpressionAttributeNames: { "#d": "doc" } };
	assert.deepEqual(await read([get("2"), get("1")]), { Responses: [{}, { Item }] });
	assert.deepEqual(await read([get("1", doc)], { ReturnConsumedCapacity: "INDEXES" }), {
		Responses: [{ Item: { doc: { M: { l: { L: [{ S: "x" }] } } } } }],
		ConsumedCapacity: [
			{
				TableName,
				CapacityUnits: 2,
				ReadCapacityUnits: 2,
				Table: { CapacityUnits: 2, ReadCapacityUnits: 2 },
			},
		],
	});
});

test("TransactGetItems refuses a request that cannot be read, in AWS's words", async (t) => {
	const { read } = await songsForTest(t);
	const cases: [items: TransactGetItemsCommandInput["TransactItems"], message: string | RegExp][] = [
		[
			[],
			"1 validation error detected: Value '[]' at 'transactItems' failed to satisfy constraint: Member must have length greater than or equal to 1",
		],
		[
			Array.from({ length: 101 }, (_, i) => get(String(i))),
			/^1 validation error detected: Value '\[.+\]' at 'transactItems' failed to satisfy constraint: Member must have length less than or equal to 100$/s,
		],
		[[get("1", { ProjectionExpression: "!!!" })], 'Invalid ProjectionExpression: Syntax error; token: "!", near: "!!"'],
		[
			[get("1", { ExpressionAttributeNames: { "#a": "a" } })],
			"ExpressionAttributeNames can only be specified when using expressions",
		],
		[
			[get("")],
			"One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: title",
		],
		[[get("1"), get("1")], "Transaction request cannot include multiple operations on one item"],
		// Before a key that is not the table's.
		[[get("1"), get("1"), get("2", { Key: {} })], "Transaction request cannot include multiple operations on one item"],
	];
	for (const [items, message] of cases) await invalid(read(items), message);
	await refused(
		read([get("1", { TableName: "none" }), get("2", { Key: {} })]),
		"ResourceNotFoundException",
		"Requested resource not found",
	);
});

test("a key that is not the table's cancels TransactGetItems, and is the reason of its item", async (t) => {
	const { read } = await songsForTest(t);
	const wrong: object[] = [
		{},
		{ artist: { S: "a" } },
		{ ...song("1"), x: { S: "x" } },
		{ artist: { S: "a" }, title: { N: "1" } },
	];
	for (const Key of wrong) {
		const error: unknown = await read([get("1"), get("2", { Key })]).catch((reason: unknown) => reason);
		assert.ok(error instanceof TransactionCanceledException);
		assert.equal(
			error.message,
			"Transaction cancelled, please refer cancellation reasons for specific reasons [None, ValidationError]",
		);
		assert.deepEqual(error.CancellationReasons, [
			{ Code: "None" },
			{ Code: "ValidationError", Message: "The provided key element does not match the schema" },
		]);
	}
});

test("TransactGetItems sees a transaction whole or not at all", async (t) => {
	const { client, read } = await songsForTest(t);
	const write = (n: number) =>
		client.send(
			new TransactWriteItemsCommand({
				TransactItems: ["1", "2"].map((title) => ({
					Put: { TableName, Item: { ...song(title), n: { N: String(n) } } },
				})),
			}),
		);
	await write(0);
	const writes = (async () => {
		for (let n = 1; n <= 20; n++) await write(n);
	})();
	let seen = 0;
	for (let i = 0; i < 40; i++) {
		// One that meets a write is cancelled, as on AWS, and asked again.
		const answer = await read([get("1"), get("2")]).catch((error: unknown) => {
			assert.ok(error instanceof TransactionCanceledException);
			return undefined;
		});
		if (answer === undefined) continue;
		const [one, two] = answer.Responses ?? [];
		assert.deepEqual(one?.Item?.["n"], two?.Item?.["n"]);
		seen++;
	}
	await writes;
	assert.ok(seen > 0);
});
