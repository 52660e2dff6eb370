import assert from "node:assert/strict";
import { test } from "node:test";
import { first, songsForTest } from "./partiqlForTest.ts";

const second = "WHERE artist = 'a' AND track = 2";

test("BatchExecuteStatement answers each statement for itself", async (t) => {
	const { call, execute, invalid } = await songsForTest(t);
	const batch = (...list: (string | object)[]) =>
		call("BatchExecuteStatement", {
			Statements: list.map((one) => (typeof one === "string" ? { Statement: one } : one)),
			ReturnConsumedCapacity: "TOTAL",
		});
	assert.deepEqual(
		await batch(
			{ Statement: `SELECT title FROM songs ${first}`, ConsistentRead: true },
			`SELECT * FROM songs WHERE artist = 'no' AND track = 1`,
			"SELECT * FROM songs WHERE artist = 'a'",
			"SELECT * FROM other WHERE artist = 'a'",
			"SLECT",
		),
		{
			Responses: [
				{ TableName: "songs", Item: { title: { S: "t1" } } },
				{ TableName: "songs" },
				{
					Error: {
						Code: "ValidationError",
						Message: "Select statements within BatchExecuteStatement must specify the primary key in the where clause.",
					},
				},
				{ Error: { Code: "ResourceNotFound", Message: "Requested resource not found" } },
				{
					Error: {
						Code: "ValidationError",
						Message: "Statement wasn't well formed, can't be processed: Expected data manipulation",
					},
				},
			],
			ConsumedCapacity: [{ TableName: "songs", CapacityUnits: 1.5 }],
		},
	);
	const written = await batch(
		"INSERT INTO songs VALUE {'artist': 'a', 'track': 1}",
		`UPDATE songs SET plays = 7 ${second} AND plays = 7`,
		"DELETE FROM songs WHERE artist = 'a' AND track = 3 RETURNING ALL OLD *",
		"UPDATE songs REMOVE title WHERE artist = 'b' AND track = 1 RETURNING MODIFIED NEW *",
	);
	assert.deepEqual(
		written.Responses.map(
			({ Error: error, Item, TableName }: { Error?: { Code: string }; Item?: object; TableName: string }) =>
				[TableName, error?.Code, Item !== undefined].join(),
		),
		["songs,DuplicateItem,false", "songs,ConditionalCheckFailed,false", "songs,,true", "songs,,false"],
	);
	assert.equal((await execute("SELECT artist FROM songs WHERE artist = 'a'")).Items.length, 2);

	const both = [`SELECT * FROM songs ${first}`, `DELETE FROM songs ${second}`].map((Statement) => ({ Statement }));
	await invalid(
		"BatchExecuteStatement",
		{ Statements: both },
		"Read and write requests together in the same batch is not supported.",
	);
	const twice = [1, 2].map(() => ({ Statement: `SELECT * FROM songs ${first}` }));
	await invalid("BatchExecuteStatement", { Statements: twice }, "Provided list of item keys contains duplicates");
});
