import assert from "node:assert/strict";
import { test } from "node:test";
import { dynamodbForTest } from "../dynamodbForTest.ts";
import { item } from "./songsForTest.ts";

test("DescribeTable, DeleteTable and UpdateTable name the table that is not there", async (t) => {
	const { refused } = await dynamodbForTest(t);
	// Recorded from AWS: dynamodb test_table_crud.
	const message = "Requested resource not found: Table: non-existent not found";
	const code = "ResourceNotFoundException";
	await refused("DescribeTable", { TableName: "non-existent" }, code, message);
	await refused("DeleteTable", { TableName: "non-existent" }, code, message);
	await refused("DescribeTimeToLive", { TableName: "non-existent" }, code, message);
	await refused("UpdateTable", { TableName: "non-existent", DeletionProtectionEnabled: true }, code, message);
});

test("a table can be named by its ARN", async (t) => {
	const { table, call } = await dynamodbForTest(t);
	const { TableDescription } = await table();
	await call("PutItem", { ...item({}, "x"), TableName: TableDescription.TableArn });
	assert.equal((await call("Scan", { TableName: TableDescription.TableArn })).Count, 1);
	assert.equal((await call("DescribeTable", { TableName: TableDescription.TableArn })).Table.ItemCount, 1);
});
