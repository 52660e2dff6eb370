import assert from "node:assert/strict";
import { test } from "node:test";
import { dynamodbForTest, noon, simpleTable } from "../dynamodbForTest.ts";

const keyOf = (...names: string[]) =>
	names.map((AttributeName, i) => ({ AttributeName, KeyType: i === 0 ? "HASH" : "RANGE" }));
const stringsOf = (...names: string[]) => names.map((AttributeName) => ({ AttributeName, AttributeType: "S" }));
const all = { ProjectionType: "ALL" };

test("CreateTable answers CREATING as AWS does, and the table is there at once", async (t) => {
	const { call } = await dynamodbForTest(t);
	const created = await call("CreateTable", {
		TableName: "orders",
		AttributeDefinitions: stringsOf("id"),
		KeySchema: keyOf("id"),
		ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 },
	});
	// Recorded from AWS: dynamodb test_table_crud.
	const recorded = {
		AttributeDefinitions: stringsOf("id"),
		CreationDateTime: new Date(noon),
		DeletionProtectionEnabled: false,
		ItemCount: 0,
		KeySchema: keyOf("id"),
		ProvisionedThroughput: { NumberOfDecreasesToday: 0, ReadCapacityUnits: 5, WriteCapacityUnits: 5 },
		TableArn: "arn:aws:dynamodb:us-east-1:000000000000:table/orders",
		TableId: created.TableDescription.TableId,
		TableName: "orders",
		TableSizeBytes: 0,
		TableStatus: "CREATING",
	};
	assert.deepEqual(created, { TableDescription: recorded });
	assert.deepEqual(await call("DescribeTable", { TableName: "orders" }), {
		Table: {
			...recorded,
			TableStatus: "ACTIVE",
			WarmThroughput: { ReadUnitsPerSecond: 5, Status: "ACTIVE", WriteUnitsPerSecond: 5 },
		},
	});
});

test("CreateTable describes an on-demand table with an index and a stream as AWS was recorded to", async (t) => {
	const { call } = await dynamodbForTest(t);
	// Recorded from AWS: dynamodb test_gsi_with_billing_mode[PAY_PER_REQUEST] and test_batch_write_items_streaming.
	const request = {
		TableName: "t-1",
		AttributeDefinitions: stringsOf("TID", "TRID"),
		KeySchema: keyOf("TID"),
		BillingMode: "PAY_PER_REQUEST",
		GlobalSecondaryIndexes: [{ IndexName: "byRecord", KeySchema: keyOf("TRID"), Projection: all }],
		StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
	};
	const { TableDescription: created } = await call("CreateTable", request);
	const none = { NumberOfDecreasesToday: 0, ReadCapacityUnits: 0, WriteCapacityUnits: 0 };
	assert.deepEqual(created.ProvisionedThroughput, none);
	assert.deepEqual(created.BillingModeSummary, { BillingMode: "PAY_PER_REQUEST" });
	assert.deepEqual(created.GlobalSecondaryIndexes, [
		{
			IndexArn: "arn:aws:dynamodb:us-east-1:000000000000:table/t-1/index/byRecord",
			IndexName: "byRecord",
			IndexSizeBytes: 0,
			IndexStatus: "CREATING",
			ItemCount: 0,
			KeySchema: keyOf("TRID"),
			Projection: all,
			ProvisionedThroughput: none,
		},
	]);
	assert.equal(created.LatestStreamLabel, "2026-01-01T12:00:00.000");
	assert.equal(created.LatestStreamArn, `${created.TableArn}/stream/2026-01-01T12:00:00.000`);
	const { Table: table } = await call("DescribeTable", { TableName: "t-1" });
	const warm = { ReadUnitsPerSecond: 12_000, Status: "ACTIVE", WriteUnitsPerSecond: 4_000 };
	assert.deepEqual(table.WarmThroughput, warm);
	assert.deepEqual(table.GlobalSecondaryIndexes[0].WarmThroughput, warm);
	assert.equal(table.GlobalSecondaryIndexes[0].IndexStatus, "ACTIVE");
	assert.deepEqual(table.BillingModeSummary.LastUpdateToPayPerRequestDateTime, new Date(noon));
});

test("CreateTable refuses what AWS refuses, in AWS's words", async (t) => {
	const { invalid } = await dynamodbForTest(t);
	const wrong = "One or more parameter values were invalid: ";
	const lsi = { IndexName: "lsi", KeySchema: keyOf("artist", "year"), Projection: all };
	const gsi = { IndexName: "gsi", KeySchema: keyOf("year"), Projection: all };
	const withYear = stringsOf("artist", "title", "year");
	const cases: [request: object, message: string][] = [
		[
			{ TableName: "ab" },
			"1 validation error detected: Value 'ab' at 'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3",
		],
		[
			{ TableName: "bad name" },
			"1 validation error detected: Value 'bad name' at 'tableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+",
		],
		[
			{ BillingMode: "PROVISIONED" },
			`${wrong}ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is PROVISIONED`,
		],
		[
			{ ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 } },
			`${wrong}Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST`,
		],
		[{ AttributeDefinitions: stringsOf("artist") }, "Invalid KeySchema: Some index key attribute have no definition"],
		[
			{ AttributeDefinitions: stringsOf("artist", "other") },
			`${wrong}Some index key attributes are not defined in AttributeDefinitions. Keys: [artist, title], AttributeDefinitions: [artist, other]`,
		],
		[
			{ AttributeDefinitions: withYear },
			`${wrong}Number of attributes in KeySchema does not exactly match number of attributes defined in AttributeDefinitions`,
		],
		[
			{ KeySchema: keyOf("artist", "artist") },
			"Both the Hash Key and the Range Key element in the KeySchema have the same name",
		],
		[
			{ KeySchema: [{ AttributeName: "artist", KeyType: "RANGE" }], AttributeDefinitions: stringsOf("artist") },
			"Invalid KeySchema: The first KeySchemaElement is not a HASH key type",
		],
		[
			{ KeySchema: [...keyOf("artist"), ...keyOf("title")] },
			"Invalid KeySchema: The second KeySchemaElement is not a RANGE key type",
		],
		[
			{ KeySchema: keyOf("pk", "sk", "extra") },
			"1 validation error detected: Value '[KeySchemaElement(attributeName=pk, keyType=HASH), KeySchemaElement(attributeName=sk, keyType=RANGE), KeySchemaElement(attributeName=extra, keyType=RANGE)]' at 'keySchema' failed to satisfy constraint: Member must have length less than or equal to 2",
		],
		[{ LocalSecondaryIndexes: [] }, `${wrong}List of LocalSecondaryIndexes is empty`],
		[{ GlobalSecondaryIndexes: [] }, `${wrong}List of GlobalSecondaryIndexes is empty`],
		[
			{ KeySchema: keyOf("artist"), AttributeDefinitions: stringsOf("artist", "year"), LocalSecondaryIndexes: [lsi] },
			`${wrong}Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex`,
		],
		[
			{ AttributeDefinitions: withYear, LocalSecondaryIndexes: [{ ...lsi, KeySchema: keyOf("artist") }] },
			`${wrong}Index KeySchema does not have a range key for index: lsi`,
		],
		[
			{ AttributeDefinitions: withYear, LocalSecondaryIndexes: [{ ...lsi, KeySchema: keyOf("year", "title") }] },
			`${wrong}Index KeySchema does not have the same leading hash key as table KeySchema for index: lsi. index hash key: year, table hash key: artist`,
		],
		[{ AttributeDefinitions: withYear, GlobalSecondaryIndexes: [gsi, gsi] }, `${wrong}Duplicate index name: gsi`],
		[
			{ AttributeDefinitions: withYear, GlobalSecondaryIndexes: [{ ...gsi, Projection: {} }] },
			`${wrong}Unknown ProjectionType: null`,
		],
		[
			{
				AttributeDefinitions: withYear,
				GlobalSecondaryIndexes: [{ ...gsi, Projection: { ProjectionType: "INCLUDE" } }],
			},
			`${wrong}ProjectionType is INCLUDE, but NonKeyAttributes is not specified`,
		],
		[
			{
				AttributeDefinitions: withYear,
				GlobalSecondaryIndexes: [{ ...gsi, Projection: { ProjectionType: "KEYS_ONLY", NonKeyAttributes: ["x"] } }],
			},
			`${wrong}ProjectionType is KEYS_ONLY, but NonKeyAttributes is specified`,
		],
		[
			{
				AttributeDefinitions: withYear,
				GlobalSecondaryIndexes: [{ ...gsi, ProvisionedThroughput: { ReadCapacityUnits: 1, WriteCapacityUnits: 1 } }],
			},
			`${wrong}ProvisionedThroughput should not be specified for index: gsi when BillingMode is PAY_PER_REQUEST`,
		],
		[
			{ AttributeDefinitions: stringsOf("artist", "title", "year", "unused"), GlobalSecondaryIndexes: [gsi] },
			`${wrong}Some AttributeDefinitions are not used. AttributeDefinitions: [artist, title, year, unused], keys used: [artist, title, year]`,
		],
		[
			{ StreamSpecification: { StreamEnabled: true } },
			`${wrong}Table is being created with a stream enabled, UpdateViewType is required`,
		],
		[
			{ StreamSpecification: { StreamEnabled: false, StreamViewType: "NEW_IMAGE" } },
			`${wrong}Table is being created with a stream disabled, UpdateViewType should not be specified`,
		],
		[
			{ SSESpecification: { Enabled: false, SSEType: "KMS" } },
			`${wrong}SSEType can not be specified if Enabled is false`,
		],
		[
			{
				Tags: [
					{ Key: "a", Value: "1" },
					{ Key: "a", Value: "2" },
				],
			},
			"Duplicate Tag Keys provided as input: Duplicate Tag Key found a",
		],
	];
	for (const [request, message] of cases) await invalid("CreateTable", { ...simpleTable, ...request }, message);
});

test("CreateTable refuses more indexes than AWS allows", async (t) => {
	const { invalid } = await dynamodbForTest(t);
	const numbered = (count: number) => Array.from({ length: count }, (_, i) => `a${i}`);
	const AttributeDefinitions = stringsOf("artist", "title", ...numbered(21));
	const global = numbered(21).map((name) => ({ IndexName: `i-${name}`, KeySchema: keyOf(name), Projection: all }));
	const local = numbered(6).map((name) => ({
		IndexName: `i-${name}`,
		KeySchema: keyOf("artist", name),
		Projection: all,
	}));
	await invalid(
		"CreateTable",
		{ ...simpleTable, AttributeDefinitions, GlobalSecondaryIndexes: global },
		"One or more parameter values were invalid: GlobalSecondaryIndex count exceeds the per-table limit of 20",
	);
	await invalid(
		"CreateTable",
		{ ...simpleTable, AttributeDefinitions, LocalSecondaryIndexes: local },
		"One or more parameter values were invalid: Number of LocalSecondaryIndexes exceeds per-table limit of 5",
	);
});

test("CreateTable refuses a name that is taken, and members that would be ignored", async (t) => {
	const { table, refused } = await dynamodbForTest(t);
	await table();
	await refused("CreateTable", simpleTable, "ResourceInUseException", "Table already exists: songs");
	await refused(
		"CreateTable",
		{ ...simpleTable, TableName: "other", GlobalTableSourceArn: "arn:aws:dynamodb:us-east-1:0:table/other" },
		"NotImplemented",
		/GlobalTableSourceArn/,
	);
});

test("a table's making, change and end are told on the event stream", async (t) => {
	const { table, call, kernel } = await dynamodbForTest(t);
	await table();
	await call("UpdateTable", { TableName: "songs", DeletionProtectionEnabled: false });
	await call("DeleteTable", { TableName: "songs" });
	const states = kernel.events.since(0).filter(({ type }) => type === "state");
	assert.deepEqual(
		states.map((event) => event.type === "state" && [event.kind, event.id, event.change]),
		[
			["table", "songs", "created"],
			["table", "songs", "updated"],
			["table", "songs", "deleted"],
		],
	);
});
