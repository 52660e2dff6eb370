import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import {
	ConditionalCheckFailedException,
	CreateTableCommand,
	DeleteItemCommand,
	type DeleteItemCommandInput,
	GetItemCommand,
	PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import { invalid, refused, sdkForTest, song, songs, TableName } from "../sdkForTest.ts";

type Members = Partial<Omit<DeleteItemCommandInput, "TableName">>;

const Item = {
	...song("t"),
	n: { N: "001.50" },
	bytes: { B: Uint8Array.of(0x90, 0) },
	parts: { BS: [Uint8Array.of(1)] },
	doc: { M: { list: { L: [{ BOOL: false }, { NULL: true }, { S: "" }] } } },
};

async function songsForTest(t: TestContext) {
	const { client } = await sdkForTest(t);
	await client.send(new CreateTableCommand(songs));
	const put = () => client.send(new PutItemCommand({ TableName, Item }));
	await put();
	const remove = async (members: Members = {}) => {
		const { $metadata: _, ...answer } = await client.send(
			new DeleteItemCommand({ TableName, Key: song("t"), ...members }),
		);
		return answer;
	};
	const isThere = async () => (await client.send(new GetItemCommand({ TableName, Key: song("t") }))).Item !== undefined;
	return { client, put, remove, isThere };
}

test("DeleteItem answers with what ALL_OLD, the capacity and the metrics ask for, and otherwise with nothing", async (t) => {
	const { put, remove } = await songsForTest(t);
	assert.deepEqual(await remove(), {});
	await put();
	assert.deepEqual(await remove({ ReturnValues: "NONE", ReturnItemCollectionMetrics: "SIZE" }), {});
	await put();
	assert.deepEqual(await remove({ ReturnValues: "ALL_OLD", ReturnConsumedCapacity: "TOTAL" }), {
		Attributes: { ...Item, n: { N: "1.5" } },
		ConsumedCapacity: { TableName, CapacityUnits: 1 },
	});
	// What is not there is deleted too: nothing to show, and one unit for it.
	assert.deepEqual(await remove({ ReturnValues: "ALL_OLD", ReturnConsumedCapacity: "INDEXES" }), {
		ConsumedCapacity: { TableName, CapacityUnits: 1, Table: { CapacityUnits: 1 } },
	});
});

test("DeleteItem refuses what AWS refuses, in AWS's words", async (t) => {
	const { remove, isThere, client } = await songsForTest(t);
	const mismatch = "The provided key element does not match the schema";
	const condition = (ConditionExpression: string, more: Members = {}) => ({ ConditionExpression, ...more });
	const values = { ":a": { S: "x" } };
	const cases: [members: Members, message: string | RegExp][] = [
		[{ Key: { artist: { S: "a" } } }, mismatch],
		[{ Key: { ...song("t"), more: { S: "x" } } }, mismatch],
		[{ Key: { artist: { S: "a" }, title: { N: "1" } } }, mismatch],
		[
			{ Key: song("") },
			"One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: title",
		],
		[{ ReturnValues: "ALL_NEW" }, "ReturnValues can only be ALL_OLD or NONE"],
		[{ ReturnValues: "UPDATED_OLD" }, "ReturnValues can only be ALL_OLD or NONE"],
		[condition(""), "Invalid ConditionExpression: The expression can not be empty;"],
		[condition("a ="), 'Invalid ConditionExpression: Syntax error; token: "<EOF>", near: "="'],
		[
			condition("size = :a", { ExpressionAttributeValues: values }),
			"Invalid ConditionExpression: Attribute name is a reserved keyword; reserved keyword: size",
		],
		[
			condition("a = :b", { ExpressionAttributeValues: values }),
			"Invalid ConditionExpression: An expression attribute value used in expression is not defined; attribute value: :b",
		],
		[
			condition("attribute_exists(a)", { ExpressionAttributeValues: values }),
			"Value provided in ExpressionAttributeValues unused in expressions: keys: {:a}",
		],
		[
			condition("attribute_exists(title.x)"),
			"Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: title",
		],
		[
			{ ExpressionAttributeNames: { "#a": "a" } },
			"ExpressionAttributeNames can only be specified when using expressions",
		],
		[
			condition("attribute_exists(a)", { Expected: { a: { Exists: false } } }),
			"Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {Expected} Expression parameters: {ConditionExpression}",
		],
	];
	for (const [members, message] of cases) await invalid(remove(members), message);
	await invalid(
		client.send(new DeleteItemCommand({ TableName: "no table!", Key: song("t") })),
		/^1 validation error detected: Value 'no table!' at 'tableName' failed to satisfy constraint/,
	);
	assert.ok(await isThere());
	await refused(
		client.send(new DeleteItemCommand({ TableName: "none", Key: song("t") })),
		"ResourceNotFoundException",
		"Requested resource not found",
	);
});

test("of several faults DeleteItem tells the one that AWS looks for first", async (t) => {
	const { client } = await songsForTest(t);
	// Each request has the faults of all that follow it; one is mended after the other.
	const faults: [mended: Partial<DeleteItemCommandInput>, message: string | RegExp][] = [
		[{}, /^Can not use both expression and non-expression parameters/],
		[{ Expected: undefined }, "ReturnValues can only be ALL_OLD or NONE"],
		[{ ReturnValues: "ALL_OLD" }, 'ExpressionAttributeNames contains invalid key: Syntax error; key: "a"'],
		[{ ExpressionAttributeNames: { "#a": "a" } }, /^Invalid ConditionExpression: Syntax error/],
		[
			{ ConditionExpression: "attribute_exists(title.x)" },
			"Value provided in ExpressionAttributeNames unused in expressions: keys: {#a}",
		],
	];
	let request: DeleteItemCommandInput = {
		TableName: "none",
		Key: { artist: { S: "a" } },
		Expected: { a: { Exists: false } },
		ReturnValues: "ALL_NEW",
		ConditionExpression: "a =",
		ExpressionAttributeNames: { a: "a" },
	};
	for (const [mended, message] of faults) {
		request = { ...request, ...mended };
		await invalid(client.send(new DeleteItemCommand(request)), message);
	}
	request = { ...request, ExpressionAttributeNames: undefined };
	await refused(
		client.send(new DeleteItemCommand(request)),
		"ResourceNotFoundException",
		"Requested resource not found",
	);
	request = { ...request, TableName };
	await invalid(client.send(new DeleteItemCommand(request)), "The provided key element does not match the schema");
	request = { ...request, Key: song("t") };
	await invalid(client.send(new DeleteItemCommand(request)), /^Key attributes must be scalars/);
});

test("DeleteItem deletes where its condition holds, and shows the item where it does not when asked", async (t) => {
	const { remove, isThere } = await songsForTest(t);
	const ExpressionAttributeValues = { ":n": { N: "2" } };
	const tooLarge = { ConditionExpression: "n > :n", ExpressionAttributeValues };
	const failed = (members: Members) =>
		remove(members).then(
			() => assert.fail("It was deleted."),
			(error: unknown) => {
				assert.ok(error instanceof ConditionalCheckFailedException);
				assert.equal(error.message, "The conditional request failed");
				return error.Item;
			},
		);
	assert.equal(await failed(tooLarge), undefined);
	assert.deepEqual(await failed({ ...tooLarge, ReturnValuesOnConditionCheckFailure: "ALL_OLD" }), {
		...Item,
		n: { N: "1.5" },
	});
	assert.equal(await failed({ Expected: { n: { Value: { N: "2" } } } }), undefined);
	assert.ok(await isThere());
	await remove({ ConditionExpression: "n < :n", ExpressionAttributeValues });
	assert.equal(await isThere(), false);
	// Of what is not there a condition is asked as of an item without attributes.
	await remove({ ConditionExpression: "attribute_not_exists(artist)" });
	assert.equal(await failed({ ConditionExpression: "attribute_exists(artist)" }), undefined);
});
