import assert from "node:assert/strict";
import { test } from "node:test";
import { dynamodbForTest } from "../dynamodbForTest.ts";
import { item } from "./songsForTest.ts";

test("UpdateTable changes one thing at a time, as AWS has it", async (t) => {
	const { table, call, invalid } = await dynamodbForTest(t);
	await table({ BillingMode: "PROVISIONED", ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 } });
	const wrong = "One or more parameter values were invalid: ";
	const stream = { StreamEnabled: true, StreamViewType: "NEW_IMAGE" };
	const throughput = { ReadCapacityUnits: 5, WriteCapacityUnits: 5 };
	const cases: [request: object, message: string | RegExp][] = [
		[{}, /^At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, .* or TableClass is required$/],
		[
			{ SSESpecification: { Enabled: true }, DeletionProtectionEnabled: true },
			`${wrong}Server-Side Encryption modification must be the only operation in the request`,
		],
		[
			{ TableClass: "STANDARD", StreamSpecification: stream },
			`${wrong}TableClass modification must be the only operation in the request`,
		],
		[
			{ ProvisionedThroughput: { ReadCapacityUnits: 9, WriteCapacityUnits: 9 }, StreamSpecification: stream },
			`${wrong}You cannot modify stream status while updating table IOPS`,
		],
		[
			{ ProvisionedThroughput: throughput },
			"The provisioned throughput for the table will not change. The requested value equals the current value. Current ReadCapacityUnits provisioned for the table: 5. Requested ReadCapacityUnits: 5. Current WriteCapacityUnits provisioned for the table: 5. Requested WriteCapacityUnits: 5. Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.",
		],
		[
			{ StreamSpecification: { StreamEnabled: true } },
			`${wrong}If stream is being enabled then UpdateViewType is required`,
		],
		[{ StreamSpecification: { StreamEnabled: false } }, "Table has no stream to disable: TableName: songs"],
		[{ GlobalSecondaryIndexUpdates: [] }, `${wrong}List of GlobalSecondaryIndexUpdates is empty`],
		[
			{ GlobalSecondaryIndexUpdates: [{}] },
			`${wrong}One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create, GlobalSecondaryIndexUpdate.Delete must not be null`,
		],
	];
	for (const [request, message] of cases) await invalid("UpdateTable", { TableName: "songs", ...request }, message);

	await call("UpdateTable", {
		TableName: "songs",
		ProvisionedThroughput: { ReadCapacityUnits: 10, WriteCapacityUnits: 5 },
	});
	const { Table: raised } = await call("DescribeTable", { TableName: "songs" });
	assert.equal(raised.ProvisionedThroughput.ReadCapacityUnits, 10);
	assert.ok(raised.ProvisionedThroughput.LastIncreaseDateTime);
	await call("UpdateTable", { TableName: "songs", BillingMode: "PAY_PER_REQUEST" });
	assert.equal(
		(await call("DescribeTable", { TableName: "songs" })).Table.BillingModeSummary.BillingMode,
		"PAY_PER_REQUEST",
	);
});

test("UpdateTable ends a stream and begins another, with an ARN of its own", async (t) => {
	const { table, call, invalid } = await dynamodbForTest(t);
	const StreamSpecification = { StreamEnabled: true, StreamViewType: "KEYS_ONLY" } as const;
	const { TableDescription: first } = await table({ StreamSpecification });
	await invalid(
		"UpdateTable",
		{ TableName: "songs", StreamSpecification },
		"Table already has an enabled stream: TableName: songs",
	);
	await call("UpdateTable", { TableName: "songs", StreamSpecification: { StreamEnabled: false } });
	const { Table: without } = await call("DescribeTable", { TableName: "songs" });
	assert.equal(without.StreamSpecification, undefined);
	assert.equal(without.LatestStreamArn, first.LatestStreamArn);
	const { TableDescription: second } = await call("UpdateTable", { TableName: "songs", StreamSpecification });
	assert.notEqual(second.LatestStreamArn, first.LatestStreamArn);
});

test("a new index holds what the table held before it, and a deleted one is gone", async (t) => {
	const { table, call, invalid, refused } = await dynamodbForTest(t);
	await table();
	for (let i = 0; i < 1200; i++) await call("PutItem", item(i % 3 === 0 ? { year: { N: "1999" } } : {}, `t${i}`));
	const create = {
		IndexName: "byYear",
		KeySchema: [{ AttributeName: "year", KeyType: "HASH" }],
		Projection: { ProjectionType: "KEYS_ONLY" },
	};
	const request = { TableName: "songs", GlobalSecondaryIndexUpdates: [{ Create: create }] };
	await invalid("UpdateTable", request, /Some index key attributes are not defined in AttributeDefinitions/);
	const AttributeDefinitions = [{ AttributeName: "year", AttributeType: "N" }];
	const { TableDescription } = await call("UpdateTable", { ...request, AttributeDefinitions });
	assert.equal(TableDescription.TableStatus, "UPDATING");
	// Measured on AWS: the first answer finds the index not backfilling yet.
	assert.equal(TableDescription.GlobalSecondaryIndexes[0].Backfilling, false);

	const { Table: described } = await call("DescribeTable", { TableName: "songs" });
	assert.equal(described.GlobalSecondaryIndexes[0].IndexStatus, "ACTIVE");
	assert.equal(described.GlobalSecondaryIndexes[0].ItemCount, 400);
	assert.equal((await call("Scan", { TableName: "songs", IndexName: "byYear" })).Count, 400);
	await invalid(
		"UpdateTable",
		{ ...request, AttributeDefinitions },
		"Attempting to create an index which already exists",
	);

	const remove = (IndexName: string) => ({
		TableName: "songs",
		GlobalSecondaryIndexUpdates: [{ Delete: { IndexName } }],
	});
	await refused("UpdateTable", remove("none"), "ResourceNotFoundException", /^Requested resource not found/);
	await call("UpdateTable", remove("byYear"));
	await invalid(
		"Scan",
		{ TableName: "songs", IndexName: "byYear" },
		"The table does not have the specified index: byYear",
	);
	const { Table: after } = await call("DescribeTable", { TableName: "songs" });
	assert.equal(after.GlobalSecondaryIndexes, undefined);
	assert.equal(after.AttributeDefinitions.length, 2);
});
