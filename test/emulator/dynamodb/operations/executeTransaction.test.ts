import assert from "node:assert/strict";
import { test } from "node:test";
import { first, songsForTest } from "./partiqlForTest.ts";

const statements = (...list: readonly string[]) => ({ TransactStatements: list.map((Statement) => ({ Statement })) });
const second = "WHERE artist = 'a' AND track = 2";
const canceled = (...reasons: string[]) =>
	`Transaction cancelled, please refer cancellation reasons for specific reasons [${reasons.join(", ")}]`;

test("ExecuteTransaction writes all or nothing", async (t) => {
	const { call, execute, refused } = await songsForTest(t);
	const insert = "INSERT INTO songs VALUE {'artist': 'n', 'track': 1}";
	await call(
		"ExecuteTransaction",
		statements(`EXISTS(SELECT * FROM songs ${first} AND plays = 9)`, `UPDATE songs SET plays = 1 ${second}`, insert),
	);
	assert.deepEqual((await execute(`SELECT plays FROM songs ${second}`)).Items, [{ plays: { N: "1" } }]);

	const error = await refused(
		"ExecuteTransaction",
		statements(
			insert,
			`EXISTS(SELECT * FROM songs ${first} AND plays = 8)`,
			`DELETE FROM songs ${second}`,
			"UPDATE songs SET plays = 1 WHERE artist = 'no' AND track = 1",
			"DELETE FROM songs WHERE artist = 'no' AND track = 2 AND plays = 1",
		),
		"TransactionCanceledException",
		canceled("DuplicateItem", "ConditionalCheckFailed", "None", "ConditionalCheckFailed", "None"),
	);
	const failed = { Code: "ConditionalCheckFailed", Message: "The conditional request failed" };
	assert.deepEqual(error.members, {
		CancellationReasons: [
			{ Code: "DuplicateItem", Message: "Duplicate primary key exists in table" },
			failed,
			{ Code: "None" },
			failed,
			{ Code: "None" },
		],
	});
	assert.equal((await execute(`SELECT plays FROM songs ${second}`)).Items.length, 1);
});

test("ExecuteTransaction reads at one moment", async (t) => {
	const { call } = await songsForTest(t);
	const answer = await call("ExecuteTransaction", {
		...statements(
			`SELECT detail.label FROM songs ${first}`,
			`SELECT title FROM songs ${second}`,
			"SELECT * FROM songs WHERE artist = 'no' AND track = 1",
		),
		ReturnConsumedCapacity: "TOTAL",
	});
	assert.deepEqual(answer, {
		Responses: [{ Item: { label: { S: "L" } } }, { Item: { title: { S: "t2" } } }, {}],
		ConsumedCapacity: [{ TableName: "songs", CapacityUnits: 6, ReadCapacityUnits: 6 }],
	});
});

test("ExecuteTransaction with a token is done once", async (t) => {
	const { call, execute, refused } = await songsForTest(t);
	const more = { ...statements(`UPDATE songs SET plays = plays + 1 ${first}`), ClientRequestToken: "once" };
	await call("ExecuteTransaction", more);
	await call("ExecuteTransaction", more);
	assert.deepEqual((await execute(`SELECT plays FROM songs ${first}`)).Items, [{ plays: { N: "10" } }]);
	await refused(
		"ExecuteTransaction",
		{ ...more, ...statements(`DELETE FROM songs ${first}`) },
		"IdempotentParameterMismatchException",
		/different parameters/,
	);
});

const inFirst = "Validation failed in TransactStatements[0]: ";
const mixed = "ExecuteTransaction API does not support both read and write operations in the same request.";
const refusals: readonly [string, readonly string[]][] = [
	[mixed, [`SELECT * FROM songs ${first}`, `DELETE FROM songs ${second}`]],
	[mixed, [`EXISTS(SELECT * FROM songs ${first} AND plays = 9)`, `SELECT * FROM songs ${second}`]],
	[
		"Transaction request cannot include multiple operations on one item",
		[`DELETE FROM songs ${first}`, `UPDATE songs SET x = 1 ${first}`],
	],
	[
		"Transaction request cannot include multiple operations on one item",
		[`SELECT * FROM songs ${first}`, `SELECT title FROM songs ${first}`],
	],
	[
		`${inFirst}RETURNING clause is not supported in ExecuteTransaction.`,
		[`DELETE FROM songs ${first} RETURNING ALL OLD *`],
	],
	[
		`${inFirst}Reads on indices are not supported within transactions.`,
		["SELECT * FROM songs.byGenre WHERE genre = 'x'"],
	],
	[
		`${inFirst}Select statements within ExecuteTransaction must specify the primary key in the where clause.`,
		[`SELECT * FROM songs ${first} AND attribute_exists(title)`],
	],
	[
		`${inFirst}EXISTS() must contain a single item read with additional condition`,
		[`EXISTS(SELECT * FROM songs ${first})`],
	],
	[
		`${inFirst}Number of parameters in request and statement don't match.`,
		["DELETE FROM songs WHERE artist = ? AND track = 1"],
	],
];

for (const [message, list] of refusals) {
	test(`ExecuteTransaction refuses ${list.join("; ")}`, async (t) => {
		const { invalid } = await songsForTest(t);
		await invalid("ExecuteTransaction", statements(...list), message);
	});
}
