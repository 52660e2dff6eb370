import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import {
	CreateTableCommand,
	DeleteTableCommand,
	ListTablesCommand,
	type ListTablesCommandInput,
	paginateListTables,
} from "@aws-sdk/client-dynamodb";
import { invalid, sdkForTest, songs } from "../sdkForTest.ts";

async function tablesForTest(t: TestContext, names: readonly string[]) {
	const { client } = await sdkForTest(t);
	for (const TableName of names) await client.send(new CreateTableCommand({ ...songs, TableName }));
	const list = async (request: ListTablesCommandInput = {}) => {
		const { $metadata: _, ...answer } = await client.send(new ListTablesCommand(request));
		return answer;
	};
	return { client, list };
}

test("ListTables answers with the names in their order, and with the last one while there are more", async (t) => {
	const { list } = await tablesForTest(t, ["delta", "alpha", "charlie", "bravo"]);
	assert.deepEqual(await list(), { TableNames: ["alpha", "bravo", "charlie", "delta"] });
	assert.deepEqual(await list({ Limit: 2 }), {
		TableNames: ["alpha", "bravo"],
		LastEvaluatedTableName: "bravo",
	});
	assert.deepEqual(await list({ ExclusiveStartTableName: "bravo" }), { TableNames: ["charlie", "delta"] });
	assert.deepEqual(await list({ ExclusiveStartTableName: "bravo", Limit: 2 }), { TableNames: ["charlie", "delta"] });
	assert.deepEqual(await list({ ExclusiveStartTableName: "between" }), {
		TableNames: ["bravo", "charlie", "delta"],
	});
	assert.deepEqual(await list({ ExclusiveStartTableName: "zulu" }), { TableNames: [] });
});

test("ListTables refuses what AWS refuses, in AWS's words", async (t) => {
	const { list } = await tablesForTest(t, []);
	const at = "1 validation error detected: Value";
	const cases: [request: ListTablesCommandInput, message: string][] = [
		[
			{ Limit: 0 },
			`${at} '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1`,
		],
		[
			{ Limit: 101 },
			`${at} '101' at 'limit' failed to satisfy constraint: Member must have value less than or equal to 100`,
		],
		[
			{ ExclusiveStartTableName: "ab" },
			`${at} 'ab' at 'exclusiveStartTableName' failed to satisfy constraint: Member must have length greater than or equal to 3`,
		],
		[
			{ ExclusiveStartTableName: "bad name" },
			`${at} 'bad name' at 'exclusiveStartTableName' failed to satisfy constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+`,
		],
	];
	for (const [request, message] of cases) await invalid(list(request), message);
});

test("the SDK pages through more than a hundred tables, and a deleted one is not among them", async (t) => {
	const names = Array.from({ length: 103 }, (_, i) => `t${String(i).padStart(3, "0")}`);
	const { client, list } = await tablesForTest(t, names);
	assert.deepEqual((await list()).LastEvaluatedTableName, "t099");
	await client.send(new DeleteTableCommand({ TableName: "t050" }));
	const found: string[] = [];
	for await (const { TableNames = [] } of paginateListTables({ client, pageSize: 40 }, {})) found.push(...TableNames);
	assert.deepEqual(
		found,
		names.filter((name) => name !== "t050"),
	);
});
