import assert from "node:assert/strict";
import { test } from "node:test";
import { dynamodbForTest } from "../dynamodbForTest.ts";
import { at, item, key, names } from "./songsForTest.ts";

test("UpdateItem returns what its ReturnValues ask for", async (t) => {
	const { table, call } = await dynamodbForTest(t);
	await table();
	const update = (UpdateExpression: string, ReturnValues: string, values?: object) =>
		call("UpdateItem", {
			...at(),
			UpdateExpression,
			ReturnValues,
			...(values && { ExpressionAttributeValues: values }),
		});
	assert.deepEqual(await update("SET a = :a", "UPDATED_NEW", { ":a": { S: "1" } }), { Attributes: { a: { S: "1" } } });
	assert.deepEqual(await update("SET a = :a", "UPDATED_OLD", { ":a": { S: "2" } }), { Attributes: { a: { S: "1" } } });
	assert.deepEqual(await update("SET a = :a", "ALL_OLD", { ":a": { S: "3" } }), {
		Attributes: { ...key(), a: { S: "2" } },
	});
	assert.deepEqual(await update("REMOVE a", "ALL_NEW"), { Attributes: key() });
	assert.deepEqual(await update("REMOVE a", "UPDATED_NEW"), {});
	await update("SET m = :m", "NONE", { ":m": { M: { keep: { S: "k" }, child: { S: "old" } } } });
	assert.deepEqual(await update("SET m.child = :c", "UPDATED_NEW", { ":c": { S: "new" } }), {
		Attributes: { m: { M: { child: { S: "new" } } } },
	});
});

test("UpdateItem of nothing makes an item of its key", async (t) => {
	const { table, call } = await dynamodbForTest(t);
	await table();
	assert.deepEqual(await call("UpdateItem", { ...at(), ReturnValues: "ALL_OLD" }), {});
	assert.deepEqual((await call("GetItem", at())).Item, key());
});

test("UpdateItem refuses what AWS refuses, in AWS's words", async (t) => {
	const { table, call, invalid } = await dynamodbForTest(t);
	await table({
		AttributeDefinitions: ["artist", "title", "year"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
		GlobalSecondaryIndexes: [
			{
				IndexName: "byYear",
				KeySchema: [{ AttributeName: "year", KeyType: "HASH" }],
				Projection: { ProjectionType: "ALL" },
			},
		],
	});
	await call("PutItem", item({ n: { N: "1" } }));
	const update = (UpdateExpression: string, v: object) => ({
		...at(),
		UpdateExpression,
		ExpressionAttributeValues: { ":v": v },
		ExpressionAttributeNames: /#year/.test(UpdateExpression) ? names("year") : undefined,
	});
	const wrong = "One or more parameter values were invalid: ";
	const cases: [request: object, message: string][] = [
		[update("SET title = :v", { S: "x" }), `${wrong}Cannot update attribute title. This attribute is part of the key`],
		[
			update("SET #year = :v", { N: "1" }),
			`${wrong}Type mismatch for Index Key year Expected: S Actual: N IndexName: byYear`,
		],
		[
			update("SET #year = if_not_exists(nowhere, :v)", { N: "1" }),
			"The update expression attempted to update the secondary index key to unsupported type",
		],
		[
			update("SET #year = :v", { S: "" }),
			"One or more parameter values are not valid. The update expression attempted to update a secondary index key to a value that is not supported. The AttributeValue for a key attribute cannot contain an empty string value.",
		],
		[update("SET n = n + :v", { N: "9.99E125" }), "Attempting to store more than 38 significant digits in a Number"],
		[update("SET big = :v", { S: "x".repeat(409_600) }), "Item size to update has exceeded the maximum allowed size"],
		[
			{ ...at(), UpdateExpression: "REMOVE a", AttributeUpdates: {} },
			"Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {AttributeUpdates} Expression parameters: {UpdateExpression}",
		],
		[
			{ ...update("REMOVE a", { S: "" }), ExpressionAttributeNames: undefined },
			"Value provided in ExpressionAttributeValues unused in expressions: keys: {:v}",
		],
	];
	for (const [request, message] of cases) {
		await invalid("UpdateItem", JSON.parse(JSON.stringify(request)), message);
	}
	await invalid(
		"UpdateItem",
		{ TableName: "songs", Key: { artist: { S: "a" } } },
		"The provided key element does not match the schema",
	);
});

test("updates of one item happen one after another, however many come at once", async (t) => {
	const { table, call } = await dynamodbForTest(t);
	await table();
	const add = { ...at(), UpdateExpression: "ADD n :one", ExpressionAttributeValues: { ":one": { N: "1" } } };
	await Promise.all(Array.from({ length: 200 }, () => call("UpdateItem", add)));
	assert.deepEqual((await call("GetItem", at())).Item.n, { N: "200" });
	const once = { ...item({ by: { S: "me" } }, "once"), ConditionExpression: "attribute_not_exists(artist)" };
	const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => call("PutItem", once)));
	assert.equal(outcomes.filter(({ status }) => status === "fulfilled").length, 1);
});
