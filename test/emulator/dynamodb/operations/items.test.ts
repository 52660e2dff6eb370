import assert from "node:assert/strict";
import { test } from "node:test";
import { type Answer, dynamodbForTest } from "../dynamodbForTest.ts";

const key = (title = "t") => ({ artist: { S: "a" }, title: { S: title } });
const at = (title = "t") => ({ TableName: "songs", Key: key(title) });
const item = (more: object = {}, title = "t") => ({ TableName: "songs", Item: { ...key(title), ...more } });
const names = (...all: string[]) => Object.fromEntries(all.map((name) => [`#${name}`, name]));

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

test("the older parameters do what the expressions do", async (t) => {
	const { table, call, refused, invalid } = await dynamodbForTest(t);
	await table();
	await call("PutItem", { ...item({ v: { N: "1" } }), Expected: { v: { Exists: false } } });
	await refused(
		"PutItem",
		{ ...item(), Expected: { v: { Value: { N: "2" } } } },
		"ConditionalCheckFailedException",
		"The conditional request failed",
	);
	const { Attributes } = await call("UpdateItem", {
		...at(),
		AttributeUpdates: { v: { Action: "ADD", Value: { N: "4" } }, w: { Value: { S: "new" } }, u: { Action: "DELETE" } },
		Expected: { v: { ComparisonOperator: "BETWEEN", AttributeValueList: [{ N: "0" }, { N: "1" }] } },
		ReturnValues: "ALL_NEW",
	});
	assert.deepEqual(Attributes, { ...key(), v: { N: "5" }, w: { S: "new" } });
	assert.deepEqual((await call("GetItem", { ...at(), AttributesToGet: ["v"] })).Item, { v: { N: "5" } });
	const { Count } = await call("Query", {
		TableName: "songs",
		KeyConditions: {
			artist: { ComparisonOperator: "EQ", AttributeValueList: [{ S: "a" }] },
			title: { ComparisonOperator: "BEGINS_WITH", AttributeValueList: [{ S: "t" }] },
		},
		QueryFilter: {
			w: { ComparisonOperator: "NOT_NULL" },
			v: { ComparisonOperator: "GT", AttributeValueList: [{ N: "9" }] },
		},
		ConditionalOperator: "OR",
	});
	assert.equal(Count, 1);
	const scan = (ScanFilter: object) => ({ TableName: "songs", ScanFilter });
	assert.equal(
		(await call("Scan", scan({ w: { ComparisonOperator: "NOT_CONTAINS", AttributeValueList: [{ S: "x" }] } }))).Count,
		1,
	);
	const wrong = "One or more parameter values were invalid: ";
	await invalid(
		"Scan",
		scan({ w: { ComparisonOperator: "EQ" } }),
		`${wrong}Invalid number of argument(s) for the EQ ComparisonOperator`,
	);
	await invalid(
		"Scan",
		scan({ w: { ComparisonOperator: "LT", AttributeValueList: [{ M: {} }] } }),
		`${wrong}ComparisonOperator LT is not valid for M AttributeValue type`,
	);
	await invalid(
		"UpdateItem",
		{ ...at(), AttributeUpdates: { v: { Action: "PUT" } } },
		`${wrong}Only DELETE action is allowed when no attribute value is specified`,
	);
});

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

test("GetItem and DeleteItem want the whole key and nothing else", async (t) => {
	const { table, invalid } = await dynamodbForTest(t);
	await table();
	const mismatch = "The provided key element does not match the schema";
	for (const operation of ["GetItem", "DeleteItem"]) {
		await invalid(operation, { TableName: "songs", Key: { artist: { S: "a" } } }, mismatch);
		await invalid(operation, { TableName: "songs", Key: { ...key(), more: { S: "x" } } }, mismatch);
		await invalid(operation, { TableName: "songs", Key: { artist: { S: "a" }, title: { N: "1" } } }, mismatch);
		await invalid(
			operation,
			{ TableName: "songs", Key: { artist: { S: "" }, title: { S: "x" } } },
			"One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: artist",
		);
	}
});

test("writes are charged for the larger of the states, and for each index that they change", async (t) => {
	const { table, call } = await dynamodbForTest(t);
	await table({
		AttributeDefinitions: ["artist", "title", "g", "l"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
		GlobalSecondaryIndexes: [
			{
				IndexName: "gsi",
				KeySchema: [{ AttributeName: "g", KeyType: "HASH" }],
				Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: ["proj"] },
			},
		],
		LocalSecondaryIndexes: [
			{
				IndexName: "lsi",
				KeySchema: [
					{ AttributeName: "artist", KeyType: "HASH" },
					{ AttributeName: "l", KeyType: "RANGE" },
				],
				Projection: { ProjectionType: "ALL" },
			},
		],
	});
	// Measured on DynamoDB: nubo-db/dynamodb-conformance, indexConsumedCapacity, 2026-08-12.
	const ReturnConsumedCapacity = "INDEXES";
	const full = { g: { S: "g1" }, l: { S: "l1" }, proj: { S: "p" }, other: { S: "o" } };
	const units = ({ ConsumedCapacity: used }: Answer) => [
		used.CapacityUnits,
		used.Table.CapacityUnits,
		used.GlobalSecondaryIndexes?.gsi.CapacityUnits,
		used.LocalSecondaryIndexes?.lsi.CapacityUnits,
	];
	const put = (more: object) => call("PutItem", { ...item(more), ReturnConsumedCapacity }).then(units);
	const set = (UpdateExpression: string, v?: string) =>
		call("UpdateItem", {
			...at(),
			UpdateExpression,
			...(v && { ExpressionAttributeValues: { ":v": { S: v } } }),
			ReturnConsumedCapacity,
		}).then(units);
	assert.deepEqual(await put({ other: { S: "o" } }), [1, 1, undefined, undefined]);
	assert.deepEqual(await put(full), [3, 1, 1, 1]);
	assert.deepEqual(await put(full), [1, 1, undefined, undefined], "an identical overwrite");
	assert.deepEqual(await set("SET other = :v", "o2").catch(() => "reserved"), "reserved");
	assert.deepEqual(await set("SET extra = :v", "x"), [2, 1, undefined, 1], "not projected by the global index");
	assert.deepEqual(await set("SET proj = :v", "p2"), [3, 1, 1, 1]);
	assert.deepEqual(await set("SET g = :v", "g2"), [4, 1, 2, 1], "the entry moves: delete and insert");
	assert.deepEqual(await set("SET l = :v", "l2"), [3, 1, undefined, 2]);
	assert.deepEqual(await set("REMOVE g"), [3, 1, 1, 1]);
	assert.deepEqual(units(await call("DeleteItem", { ...at(), ReturnConsumedCapacity })), [2, 1, undefined, 1]);

	await call("PutItem", item({ big: { S: "x".repeat(5000) } }));
	const get = (more: object) => call("GetItem", { ...at(), ReturnConsumedCapacity: "TOTAL", ...more });
	assert.deepEqual((await get({})).ConsumedCapacity, { TableName: "songs", CapacityUnits: 1 });
	assert.deepEqual((await get({ ConsistentRead: true })).ConsumedCapacity, { TableName: "songs", CapacityUnits: 2 });
	assert.deepEqual(await put({}), [5, 1 + 4, undefined, undefined], "the old state was larger");
	const { ItemCollectionMetrics } = await call("PutItem", { ...item(), ReturnItemCollectionMetrics: "SIZE" });
	assert.deepEqual(ItemCollectionMetrics, { ItemCollectionKey: { artist: { S: "a" } }, SizeEstimateRangeGB: [0, 1] });
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
