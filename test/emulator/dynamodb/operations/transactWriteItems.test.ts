import assert from "node:assert/strict";
import { test } from "node:test";
import { CreateTableCommand, TransactWriteItemsCommand } from "@aws-sdk/client-dynamodb";
import { dynamodbForTest } from "../dynamodbForTest.ts";
import { invalid as refusedBySdk, sdkForTest, songs } from "../sdkForTest.ts";

const key = (title: string) => ({ artist: { S: "a" }, title: { S: title } });
const TableName = "songs";
const put = (title: string, more: object = {}) => ({
	Put: { TableName, Item: { ...key(title), v: { N: "1" } }, ...more },
});
const add = (title: string, amount: number, more: object = {}) => ({
	Update: {
		TableName,
		Key: key(title),
		UpdateExpression: "ADD v :n",
		ExpressionAttributeValues: { ":n": { N: String(amount) } },
		...more,
	},
});
const remove = (title: string) => ({ Delete: { TableName, Key: key(title) } });
const check = (title: string, ConditionExpression: string) => ({
	ConditionCheck: { TableName, Key: key(title), ConditionExpression },
});
const canceled = (...reasons: string[]) =>
	`Transaction cancelled, please refer cancellation reasons for specific reasons [${reasons.join(", ")}]`;

test("a transaction does all of its actions, or none", async (t) => {
	const { table, call, refused } = await dynamodbForTest(t);
	await table();
	await call("TransactWriteItems", { TransactItems: [put("1"), put("2"), put("3")] });
	await call("TransactWriteItems", {
		TransactItems: [add("1", 5), remove("2"), check("3", "attribute_exists(v)"), put("4")],
	});
	const state = async () => {
		const Keys = ["1", "2", "3", "4", "5"].map((title) => ({
			Get: { TableName, Key: key(title), ProjectionExpression: "v" },
		}));
		const { Responses } = await call("TransactGetItems", { TransactItems: Keys });
		return Responses.map(({ Item }: { Item?: { v: { N: string } } }) => Item?.v.N);
	};
	assert.deepEqual(await state(), ["6", undefined, "1", "1", undefined]);

	const exists = {
		ConditionExpression: "attribute_not_exists(artist)",
		ReturnValuesOnConditionCheckFailure: "ALL_OLD",
	};
	const error = await refused(
		"TransactWriteItems",
		{ TransactItems: [put("5"), put("1", exists), add("3", 1), check("4", "attribute_not_exists(v)")] },
		"TransactionCanceledException",
		canceled("None", "ConditionalCheckFailed", "None", "ConditionalCheckFailed"),
	);
	const { CancellationReasons } = structuredClone(error.members) as { CancellationReasons: object[] };
	assert.deepEqual(CancellationReasons, [
		{ Code: "None" },
		{ Code: "ConditionalCheckFailed", Message: "The conditional request failed", Item: { ...key("1"), v: { N: "6" } } },
		{ Code: "None" },
		{ Code: "ConditionalCheckFailed", Message: "The conditional request failed" },
	]);
	assert.deepEqual(await state(), ["6", undefined, "1", "1", undefined]);
});

test("a transaction is charged twice", async (t) => {
	const { table, call } = await dynamodbForTest(t);
	await table();
	const ReturnConsumedCapacity = "TOTAL";
	const write = await call("TransactWriteItems", {
		TransactItems: [put("1"), check("2", "attribute_not_exists(v)")],
		ReturnConsumedCapacity,
	});
	assert.deepEqual(write.ConsumedCapacity, [{ TableName, CapacityUnits: 4, WriteCapacityUnits: 4 }]);
	const read = await call("TransactGetItems", {
		TransactItems: [{ Get: { TableName, Key: key("1") } }],
		ReturnConsumedCapacity,
	});
	assert.deepEqual(read.ConsumedCapacity, [{ TableName, CapacityUnits: 2, ReadCapacityUnits: 2 }]);
});

test("what is wrong with a transaction refuses the request or cancels it, as AWS divides them", async (t) => {
	const { table, invalid, refused, call } = await dynamodbForTest(t);
	await table();
	const items = (...TransactItems: object[]) => ({ TransactItems });
	const badKey = { artist: { S: "a" }, title: { N: "1" } };
	const topLevel: [request: object, message: string][] = [
		[items(put("1"), add("1", 1)), "Transaction request cannot include multiple operations on one item"],
		[items({ ...put("1"), ...remove("2") }), "TransactItems can only contain one of Check, Put, Update or Delete"],
		[items({}), "Invalid Request: TransactWriteRequest should contain Delete or Put or Update request"],
		[
			items(put("")),
			"One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: title",
		],
		[items(check("1", "")), "Invalid ConditionExpression: The expression can not be empty;"],
		[
			items(check("1", "attribute_not_exists(")),
			'Invalid ConditionExpression: Syntax error; token: "<EOF>", near: "("',
		],
		[
			items({ Put: { TableName, Item: { ...key("1"), p: { S: "x".repeat(409_600) } } } }),
			"Item size has exceeded the maximum allowed size",
		],
	];
	for (const [request, message] of topLevel) await invalid("TransactWriteItems", request, message);
	const reasons: [request: object, reason: string][] = [
		[
			items({ Put: { TableName, Item: badKey } }),
			"One or more parameter values were invalid: Type mismatch for key title expected: S actual: N",
		],
		[items({ Delete: { TableName, Key: badKey } }), "The provided key element does not match the schema"],
		[
			items({ ConditionCheck: { TableName, Key: badKey, ConditionExpression: "attribute_exists(x)" } }),
			"The provided key element does not match the schema",
		],
	];
	for (const [request, reason] of reasons) {
		const error = await refused(
			"TransactWriteItems",
			request,
			"TransactionCanceledException",
			canceled("ValidationError"),
		);
		assert.deepEqual(error.members, { CancellationReasons: [{ Code: "ValidationError", Message: reason }] });
	}
	await call("PutItem", { TableName, Item: { ...key("text"), v: { S: "no number" } } });
	const error = await refused(
		"TransactWriteItems",
		items(put("1"), add("text", 1)),
		"TransactionCanceledException",
		canceled("None", "ValidationError"),
	);
	assert.deepEqual(error.members, {
		CancellationReasons: [
			{ Code: "None" },
			{ Code: "ValidationError", Message: "An operand in the update expression has an incorrect data type" },
		],
	});
	await refused(
		"TransactWriteItems",
		items({ Put: { TableName: "none", Item: key("1") } }),
		"ResourceNotFoundException",
		"Requested resource not found",
	);
});

test("a repeated token does nothing more for ten minutes, and belongs to one request", async (t) => {
	const { table, call, refused, kernel } = await dynamodbForTest(t);
	await table();
	const request = { TransactItems: [add("1", 1)], ClientRequestToken: "token-1" };
	const value = async () => (await call("GetItem", { TableName, Key: key("1") })).Item.v.N;
	await call("TransactWriteItems", request);
	await call("TransactWriteItems", request);
	assert.equal(await value(), "1");
	await refused(
		"TransactWriteItems",
		{ ...request, TransactItems: [add("1", 2)] },
		"IdempotentParameterMismatchException",
		/different parameters/,
	);
	kernel.clock.advance(10 * 60 * 1000 + 1);
	await call("TransactWriteItems", request);
	assert.equal(await value(), "2");
});

test("transactions that meet on an item do not wait: all but one are refused, and no half is done", async (t) => {
	const { table, call, dynamodb } = await dynamodbForTest(t);
	await table();
	await call("TransactWriteItems", { TransactItems: [put("1"), put("2")] });
	const move = () => call("TransactWriteItems", { TransactItems: [add("1", -1), add("2", 1)] });
	const outcomes = await Promise.allSettled([
		...Array.from({ length: 30 }, move),
		call("UpdateItem", add("1", 100).Update),
	]);
	const failures = outcomes.flatMap((outcome) => (outcome.status === "rejected" ? [outcome.reason] : []));
	const done = outcomes.filter(({ status }) => status === "fulfilled").length;
	assert.ok(failures.length > 0);
	for (const error of failures) {
		assert.match(error.code, /^Transaction(Canceled|Conflict)Exception$/);
		if (error.code === "TransactionCanceledException")
			assert.match(error.message, /\[TransactionConflict, TransactionConflict\]$/);
	}
	const { Items } = await call("Scan", { TableName });
	const sum = Items.reduce((total: number, item: { v: { N: string } }) => total + Number(item.v.N), 0);
	assert.ok(sum === 2 || sum === 102, `${sum} after ${done}`);
	assert.equal(dynamodb.locks.inTransaction(Buffer.from("any")), false);
});

test("TransactWriteItems answers the SDK with nothing but the capacity and the metrics that are asked for", async (t) => {
	const { client } = await sdkForTest(t);
	await client.send(new CreateTableCommand(songs));
	const send = async (more: object = {}) => {
		const { $metadata: _, ...answer } = await client.send(
			new TransactWriteItemsCommand({
				TransactItems: [put("1"), remove("2"), check("3", "attribute_not_exists(v)")],
				...more,
			}),
		);
		return answer;
	};
	assert.deepEqual(await send(), {});
	assert.deepEqual(await send({ ReturnConsumedCapacity: "INDEXES", ReturnItemCollectionMetrics: "SIZE" }), {
		ConsumedCapacity: [
			{
				TableName,
				CapacityUnits: 6,
				WriteCapacityUnits: 6,
				Table: { CapacityUnits: 6, WriteCapacityUnits: 6 },
			},
		],
	});
});

test("of several faults TransactWriteItems tells those of the request first, then those of its items", async (t) => {
	const { client } = await sdkForTest(t);
	await client.send(new CreateTableCommand(songs));
	const send = (...TransactItems: object[]) => client.send(new TransactWriteItemsCommand({ TransactItems }));
	const wrongKey = { Delete: { TableName, Key: {} } };
	const unread = check("4", "v =");
	const twice = [put("1"), remove("1")];
	await refusedBySdk(send({ ...put("1"), ...remove("2") }, unread), /^TransactItems can only contain one of/);
	await refusedBySdk(send(wrongKey, ...twice, unread), /^Invalid ConditionExpression: Syntax error/);
	await refusedBySdk(send(wrongKey, ...twice), "Transaction request cannot include multiple operations on one item");
	await assert.rejects(send(wrongKey, put("1")), { name: "TransactionCanceledException" });
});
