import assert from "node:assert/strict";
import { test } from "node:test";
import { dynamodbForTest } from "../dynamodbForTest.ts";
import { item } from "./songsForTest.ts";

test("DeleteTable answers the little that AWS does, and what the table held is gone", async (t) => {
	const { table, call, kernel, dynamodb } = await dynamodbForTest(t);
	await table();
	await call("PutItem", item({}, "x"));
	const { TableDescription } = await call("DeleteTable", { TableName: "songs" });
	assert.deepEqual(Object.keys(TableDescription).toSorted(), [
		"BillingModeSummary",
		"DeletionProtectionEnabled",
		"ItemCount",
		"ProvisionedThroughput",
		"TableArn",
		"TableId",
		"TableName",
		"TableSizeBytes",
		"TableStatus",
	]);
	assert.equal(TableDescription.TableStatus, "DELETING");
	await table();
	assert.equal((await call("Scan", { TableName: "songs" })).Count, 0);
	await dynamodb.close();
	assert.deepEqual(await kernel.records.range({ limit: 10 }), []);
});

test("DeleteTable leaves a protected table alone", async (t) => {
	const { table, call, invalid } = await dynamodbForTest(t);
	await table({ DeletionProtectionEnabled: true });
	await invalid(
		"DeleteTable",
		{ TableName: "songs" },
		"Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.",
	);
	await call("UpdateTable", { TableName: "songs", DeletionProtectionEnabled: false });
	await call("DeleteTable", { TableName: "songs" });
});
