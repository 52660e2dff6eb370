import assert from "node:assert/strict";
import { test } from "node:test";
import { dynamodbForTest } from "../dynamodbForTest.ts";

test("ListTables pages through the names in their order", async (t) => {
	const { table, call } = await dynamodbForTest(t);
	for (const TableName of ["delta", "alpha", "charlie", "bravo"]) await table({ TableName });
	assert.deepEqual(await call("ListTables", { Limit: 2 }), {
		TableNames: ["alpha", "bravo"],
		LastEvaluatedTableName: "bravo",
	});
	assert.deepEqual(await call("ListTables", { ExclusiveStartTableName: "bravo" }), {
		TableNames: ["charlie", "delta"],
	});
});
