import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import {
	CreateTableCommand,
	GetItemCommand,
	type GetItemCommandInput,
	PutItemCommand,
	UpdateItemCommand,
} from "@aws-sdk/client-dynamodb";
import { invalid, refused, sdkForTest, song, songs, TableName } from "../sdkForTest.ts";

const Item = {
	...song("t"),
	n: { N: "1.5" },
	bytes: { B: Uint8Array.of(0x90, 0) },
	doc: { M: { list: { L: [{ BOOL: false }, { NULL: true }, { S: "" }] }, other: { S: "x" } } },
};

async function songsForTest(t: TestContext) {
	const { client } = await sdkForTest(t);
	await client.send(new CreateTableCommand(songs));
	await client.send(new PutItemCommand({ TableName, Item }));
	const get = async (members: Partial<GetItemCommandInput> = {}) => {
		const { $metadata: _, ...answer } = await client.send(
			new GetItemCommand({ TableName, Key: song("t"), ...members }),
		);
		return answer;
	};
	return { client, get };
}

test("GetItem answers with the item, what is asked of it, or nothing, and tells its capacity when asked", async (t) => {
	const { get } = await songsForTest(t);
	assert.deepEqual(await get(), { Item });
	assert.deepEqual(await get({ Key: song("none") }), {});
	const { artist, n } = Item;
	assert.deepEqual(await get({ ProjectionExpression: "artist, n, nowhere" }), { Item: { artist, n } });
	assert.deepEqual(
		await get({ ProjectionExpression: "#d.#l[2], #d.#l[0]", ExpressionAttributeNames: { "#d": "doc", "#l": "list" } }),
		{ Item: { doc: { M: { list: { L: [{ BOOL: false }, { S: "" }] } } } } },
	);
	assert.deepEqual(await get({ AttributesToGet: ["n", "nowhere"] }), { Item: { n } });
	assert.deepEqual(await get({ ProjectionExpression: "nowhere" }), { Item: {} });
	const used = { ProjectionExpression: "n", ReturnConsumedCapacity: "TOTAL" } as const;
	assert.deepEqual(await get(used), { Item: { n }, ConsumedCapacity: { TableName, CapacityUnits: 0.5 } });
	assert.deepEqual(await get({ Key: song("none"), ReturnConsumedCapacity: "INDEXES", ConsistentRead: true }), {
		ConsumedCapacity: { TableName, CapacityUnits: 1, Table: { CapacityUnits: 1 } },
	});
});

test("GetItem refuses what AWS refuses, in AWS's words", async (t) => {
	const { get } = await songsForTest(t);
	const mismatch = "The provided key element does not match the schema";
	const cases: [members: Partial<GetItemCommandInput>, message: string | RegExp][] = [
		[{ Key: { artist: { S: "a" } } }, mismatch],
		[{ Key: { ...song("t"), more: { S: "x" } } }, mismatch],
		[{ Key: { artist: { S: "a" }, title: { N: "1" } } }, mismatch],
		[
			{ Key: song("") },
			"One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: title",
		],
		[{ ProjectionExpression: "" }, "Invalid ProjectionExpression: The expression can not be empty;"],
		[
			{ ProjectionExpression: "n, n" },
			"Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of these paths; path one: [n], path two: [n]",
		],
		[
			{ ProjectionExpression: "list" },
			"Invalid ProjectionExpression: Attribute name is a reserved keyword; reserved keyword: list",
		],
		[
			{ ProjectionExpression: "#a" },
			"Invalid ProjectionExpression: An expression attribute name used in the document path is not defined; attribute name: #a",
		],
		[
			{ ProjectionExpression: "n", ExpressionAttributeNames: { "#a": "a" } },
			"Value provided in ExpressionAttributeNames unused in expressions: keys: {#a}",
		],
		[
			{ ExpressionAttributeNames: { "#a": "a" } },
			"ExpressionAttributeNames can only be specified when using expressions",
		],
		[
			{ ProjectionExpression: "n", AttributesToGet: ["n"] },
			"Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributesToGet} Expression parameters: {ProjectionExpression}",
		],
		[
			{ ProjectionExpression: "title.x" },
			"Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: title",
		],
	];
	for (const [members, message] of cases) await invalid(get(members), message);
});

test("of several faults GetItem tells the one that AWS looks for first", async (t) => {
	const { get } = await songsForTest(t);
	const all = {
		TableName: "none",
		Key: { artist: { S: "a" } },
		ProjectionExpression: "n,",
		AttributesToGet: ["n"],
		ExpressionAttributeNames: { a: "a" },
	};
	await invalid(get(all), /^Can not use both expression and non-expression parameters/);
	const { AttributesToGet: _, ...expression } = all;
	await invalid(get(expression), 'ExpressionAttributeNames contains invalid key: Syntax error; key: "a"');
	const named = { ...expression, ExpressionAttributeNames: { "#a": "a" } };
	await invalid(get(named), /^Invalid ProjectionExpression: Syntax error/);
	const path = { ...named, ProjectionExpression: "title.x" };
	await invalid(get(path), "Value provided in ExpressionAttributeNames unused in expressions: keys: {#a}");
	const { ExpressionAttributeNames: __, ...used } = path;
	await refused(get(used), "ResourceNotFoundException", "Requested resource not found");
	await invalid(get({ ...used, TableName }), "The provided key element does not match the schema");
	await invalid(get({ ...used, TableName, Key: song("t") }), /^Key attributes must be scalars/);
});

test("a strong read after each write finds what it wrote", async (t) => {
	const { client, get } = await songsForTest(t);
	for (let plays = 1; plays <= 5; plays++) {
		await client.send(
			new UpdateItemCommand({
				TableName,
				Key: song("t"),
				UpdateExpression: "ADD plays :one",
				ExpressionAttributeValues: { ":one": { N: "1" } },
			}),
		);
		assert.deepEqual((await get({ ConsistentRead: true })).Item?.["plays"], { N: String(plays) });
	}
});
