import assert from "node:assert/strict";
import { test } from "node:test";
import { dynamodbForTest } from "../dynamodbForTest.ts";
import { at, item, key, names } from "./songsForTest.ts";

test("what is put is got back in AWS's normal form", async (t) => {
	const { table, call } = await dynamodbForTest(t);
	await table();
	const Item = {
		...key(),
		n: { N: "001.50" },
		ns: { NS: ["3", "1.0", "-2e1"] },
		ss: { SS: ["b", "", "a"] },
		nothing: { NULL: false },
		bytes: { B: Uint8Array.of(0x90) },
		empty: { S: "" },
		doc: { M: { "with space": { L: [{ BOOL: false }, { M: {} }] } } },
	};
	await call("PutItem", { TableName: "songs", Item });
	assert.deepEqual((await call("GetItem", at())).Item, {
		...Item,
		n: { N: "1.5" },
		ns: { NS: ["-20", "1", "3"] },
		ss: { SS: ["", "a", "b"] },
		nothing: { NULL: true },
	});
	assert.deepEqual(await call("GetItem", at("none")), {});
});

test("PutItem refuses what AWS refuses, in AWS's words and order", async (t) => {
	const { table, invalid, refused } = await dynamodbForTest(t);
	await table({
		AttributeDefinitions: ["artist", "title", "year"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
		GlobalSecondaryIndexes: ["zIndex", "aIndex"].map((IndexName) => ({
			IndexName,
			KeySchema: [{ AttributeName: "year", KeyType: "HASH" }],
			Projection: { ProjectionType: "ALL" },
		})),
	});
	const deep = (levels: number): object => (levels === 0 ? { S: "leaf" } : { M: { n: deep(levels - 1) } });
	const wrong = "One or more parameter values were invalid: ";
	const notValid = "One or more parameter values are not valid. ";
	const cases: [request: object, message: string | RegExp][] = [
		[
			{ TableName: "no table!", Item: key() },
			"1 validation error detected: Value 'no table!' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+",
		],
		[
			{ ...item(), Expected: { x: { Exists: false } }, ConditionExpression: "attribute_not_exists(x)" },
			"Can not use both expression and non-expression parameters in the same request: Non-expression parameters: {Expected} Expression parameters: {ConditionExpression}",
		],
		[
			{ ...item(), ExpressionAttributeNames: { "#a": "a" } },
			"ExpressionAttributeNames can only be specified when using expressions",
		],
		[
			{ ...item(), ExpressionAttributeValues: { ":a": { S: "" } } },
			"ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null",
		],
		[item({ x: {} }), "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"],
		[
			item({ x: { S: "a", N: "1" } }),
			"Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes",
		],
		[item({ x: { SS: [] } }), `${wrong}An string set  may not be empty`],
		[item({ x: { NS: [] } }), `${wrong}An number set  may not be empty`],
		[item({ x: { BS: [] } }), `${wrong}Binary sets should not be empty`],
		[item({ x: { SS: ["a", "a"] } }), `${wrong}Input collection [a, a] contains duplicates.`],
		[item({ x: { NS: ["1", "1.0"] } }), "Input collection contains duplicates"],
		[item({ x: { N: "one" } }), "The parameter cannot be converted to a numeric value: one"],
		[
			item({ x: deep(32) }),
			"Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit",
		],
		[{ ...item(), ReturnValues: "ALL_NEW" }, "ReturnValues can only be ALL_OLD or NONE"],
		[
			{ ...item(), ConditionExpression: "#a = :a", ExpressionAttributeNames: { a: "a" } },
			'ExpressionAttributeNames contains invalid key: Syntax error; key: "a"',
		],
		[
			{ ...item(), ConditionExpression: "a = :a", ExpressionAttributeValues: { a: { S: "" } } },
			'ExpressionAttributeValues contains invalid key: Syntax error; key: "a"',
		],
		[
			{ ...item(), ConditionExpression: "a = :a", ExpressionAttributeValues: { ":a": { N: "x" } } },
			"ExpressionAttributeValues contains invalid value: The parameter cannot be converted to a numeric value: x for key :a",
		],
		[
			{ ...item(), ConditionExpression: "a = :a", ExpressionAttributeValues: {} },
			"ExpressionAttributeValues must not be empty",
		],
		[
			{ ...item(), ConditionExpression: "a = :a", ExpressionAttributeValues: { ":a": { S: "" }, ":b": { S: "" } } },
			"Value provided in ExpressionAttributeValues unused in expressions: keys: {:b}",
		],
		[
			{ ...item(), ConditionExpression: "attribute_exists(a)", ExpressionAttributeNames: names("unused") },
			"Value provided in ExpressionAttributeNames unused in expressions: keys: {#unused}",
		],
		[{ TableName: "songs", Item: { artist: { S: "a" } } }, `${wrong}Missing the key title in the item`],
		[
			{ TableName: "songs", Item: { artist: { S: "a" }, title: { N: "1" } } },
			`${wrong}Type mismatch for key title expected: S actual: N`,
		],
		[
			{ TableName: "songs", Item: { artist: { S: "" }, title: { S: "t" } } },
			`${notValid}The AttributeValue for a key attribute cannot contain an empty string value. Key: artist`,
		],
		[
			{ TableName: "songs", Item: { artist: { S: "a".repeat(2049) }, title: { S: "t" } } },
			`${wrong}Size of hashkey has exceeded the maximum size limit of2048 bytes`,
		],
		[
			{ TableName: "songs", Item: { artist: { S: "a" }, title: { S: "t".repeat(1025) } } },
			`${wrong}Aggregated size of all range keys has exceeded the size limit of 1024 bytes`,
		],
		[item({ year: { N: "5" } }), `${wrong}Type mismatch for Index Key year Expected: S Actual: N IndexName: aIndex`],
		[
			item({ year: { S: "" } }),
			`${notValid}A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty string value. IndexName: aIndex, IndexKey: year`,
		],
		[item({ big: { S: "x".repeat(409_600) } }), "Item size has exceeded the maximum allowed size"],
		[
			{ ...item(), ConditionExpression: "attribute_exists(title.x)" },
			"Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: Key: title",
		],
	];
	for (const [request, message] of cases) await invalid("PutItem", request, message);
	await refused(
		"PutItem",
		{ ...item(), TableName: "none" },
		"ResourceNotFoundException",
		"Requested resource not found",
	);
});

test("an item of exactly 400 KB is taken, one byte more is not", async (t) => {
	const { table, call, invalid } = await dynamodbForTest(t);
	await table();
	const room = 409_600 - "artist".length - "title".length - 2 - 1;
	await call("PutItem", item({ p: { S: "x".repeat(room) } }));
	await invalid("PutItem", item({ p: { S: "x".repeat(room + 1) } }), "Item size has exceeded the maximum allowed size");
	assert.equal((await call("DescribeTable", { TableName: "songs" })).Table.TableSizeBytes, 409_600);
});

test("a condition that does not hold leaves the item alone, and shows it when asked", async (t) => {
	const { table, call, refused } = await dynamodbForTest(t);
	await table();
	await call("PutItem", item({ v: { N: "1" } }));
	const request = { ...item({ v: { N: "2" } }), ConditionExpression: "attribute_not_exists(artist)" };
	const code = "ConditionalCheckFailedException";
	const silent = await refused("PutItem", request, code, "The conditional request failed");
	assert.deepEqual(silent.members, {});
	const shown = await refused(
		"PutItem",
		{ ...request, ReturnValuesOnConditionCheckFailure: "ALL_OLD" },
		code,
		"The conditional request failed",
	);
	assert.deepEqual(structuredClone(shown.members), { Item: { ...key(), v: { N: "1" } } });
	for (const operation of ["DeleteItem", "UpdateItem"]) {
		await refused(operation, { ...at(), ConditionExpression: "attribute_not_exists(artist)" }, code, /failed/);
	}
	assert.deepEqual((await call("GetItem", at())).Item, { ...key(), v: { N: "1" } });
});
