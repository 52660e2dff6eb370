import assert from "node:assert/strict";
import { test } from "node:test";
import { first, song, songsForTest } from "./partiqlForTest.ts";

type Row = { readonly artist: { S: string }; readonly track: { N: string } };
const places = (rows: readonly Row[]) => rows.map(({ artist, track }) => `${artist.S}${track.N}`).join(" ");

/** WHERE (and ORDER BY), which songs it finds in which order, and how many items it looked at. */
const selections: readonly [string, string, number?][] = [
	["WHERE artist = 'a'", "a1 a2 a3"],
	["WHERE artist = ? AND track = 2", "a2", 1],
	["WHERE track >= 2 AND artist = 'a'", "a2 a3", 2],
	["WHERE 1 < track AND 'a' = artist AND track < 3", "a2", 1],
	["WHERE artist = 'a' AND track BETWEEN 2 AND 9", "a2 a3", 2],
	["WHERE artist = 'a' AND track = 1 AND track = 2", "", 0],
	["WHERE artist = 'a' AND artist = 'b'", "", 3],
	["WHERE artist = 'a' AND track IN [1, 3]", "a1 a3", 3],
	["WHERE artist IN ['b', 'a', 'b'] AND track = 2", "b2 a2", 2],
	["WHERE artist IN ('b', 'a')", "b1 b2 b3 a1 a2 a3"],
	["WHERE artist = 'b' OR artist = 'a'", "b1 b2 b3 a1 a2 a3", 6],
	["WHERE artist IN ['b', 'a'] ORDER BY artist, track DESC", "a3 a2 a1 b3 b2 b1"],
	["WHERE artist = 'a' ORDER BY track DESC", "a3 a2 a1"],
	["WHERE artist = 'a' AND (genre = 'jazz' OR title = 't1')", "a1 a3", 3],
	["WHERE artist = 'a' AND NOT genre = 'jazz'", "a1 a2"],
	["WHERE artist = 'a' AND track <> 2", "a1 a3", 3],
	["WHERE artist = 'a' AND track != 2", "a1 a3"],
	["WHERE artist = 'a' AND track NOT IN [2]", "a1 a3"],
	["WHERE artist = 'a' AND track NOT BETWEEN 1 AND 2", "a3"],
	["WHERE artist = 'a' AND begins_with(title, 't1')", "a1"],
	["WHERE artist = 'a' AND BEGINS_WITH(\"title\", 't1')", "a1"],
	["WHERE artist = 'a' AND contains(tags, 'y') AND track = 1", "a1", 1],
	["WHERE artist = 'a' AND attribute_type(tags, 'SS') AND size(tags) = 2 AND track = 1", "a1"],
	["WHERE artist = 'a' AND track = 1 AND tags = <<'y', 'x'>>", "a1"],
	["WHERE artist = 'a' AND track = 1 AND detail.years[1] = 2 AND detail['label'] = 'L'", "a1"],
	["WHERE artist = 'a' AND track = 1 AND parts = ['p', {'under': 'deep'}]", "a1"],
	["WHERE artist = 'a' AND nil IS NULL AND track = 1", "a1"],
	["WHERE artist = 'a' AND absent IS NULL", ""],
	["WHERE artist = 'a' AND absent IS MISSING AND track = 1", "a1"],
	["WHERE artist = 'a' AND title IS NOT MISSING AND track = 1", "a1"],
	["WHERE artist = 'a' AND title IS STRING AND track IS NUMERIC AND detail IS STRUCT AND track = 1", "a1"],
	["WHERE artist = 'a' AND ((track = +1))", "a1"],
	["WHERE ARTIST = 'a'", "", 6],
	["WHERE artist = 'it''s'", "", 0],
	["-- a comment\n /* and another */ WHERE artist = 'a' AND track = 1;", "a1"],
];

for (const [rest, expected, looked] of selections) {
	test(`SELECT … ${rest}`, async (t) => {
		const { execute } = await songsForTest(t);
		const Parameters = rest.includes("?") ? [{ S: "a" }] : undefined;
		const answer = await execute(`SELECT artist, track FROM "songs" ${rest}`, { Parameters });
		assert.equal(places(answer.Items), expected);
		if (looked === undefined) return;
		// One item for each page tells what was looked at: a query looks at no more than it must.
		let count = 0;
		let NextToken: string | undefined;
		do {
			const page = await execute(`SELECT artist, track FROM "songs" ${rest}`, { Parameters, NextToken, Limit: 1 });
			NextToken = page.NextToken;
			if (NextToken !== undefined) count++;
		} while (NextToken !== undefined);
		assert.equal(count, looked);
	});
}

test("SELECT shows the last names of paths, and all of an item for a star", async (t) => {
	const { execute } = await songsForTest(t);
	assert.deepEqual((await execute(`SELECT * FROM songs ${first}`)).Items, [song("a", 1)]);
	const { Items } = await execute(
		`SELECT detail.label, detail.years[1], parts[1].under, absent.x FROM songs ${first}`,
		{},
	);
	assert.deepEqual(
		Items,
		[{ label: { S: "L" }, "years[1]": { N: "2" } }].map((row) => ({ ...row, under: { S: "deep" } })),
	);
});

test("SELECT goes through pages, over several partitions and backwards", async (t) => {
	const { execute, wrong } = await songsForTest(t);
	const statement = "SELECT artist, track FROM songs WHERE artist IN ['a', 'b'] ORDER BY artist DESC, track DESC";
	const found: string[] = [];
	let NextToken: string | undefined;
	let tokens = 0;
	do {
		const page = await execute(statement, { Limit: 2, NextToken });
		found.push(places(page.Items));
		assert.equal(page.NextToken === undefined, page.LastEvaluatedKey === undefined);
		NextToken = page.NextToken;
		if (NextToken !== undefined) {
			tokens++;
			await wrong(`${statement} `, "NextToken does not match request", { NextToken });
		}
	} while (NextToken !== undefined);
	assert.deepEqual(found.filter(Boolean), ["b3 b2", "b1 a3", "a2 a1"]);
	assert.ok(tokens >= 2);
	await wrong(statement, "Invalid NextToken", { NextToken: "abc" });
});

test("SELECT reads indexes, and says what they do not have", async (t) => {
	const { execute, wrong } = await songsForTest(t);
	const jazz = await execute(`SELECT * FROM "songs"."byGenre" WHERE genre = 'jazz'`, {
		ReturnConsumedCapacity: "INDEXES",
	});
	assert.deepEqual(
		jazz.Items.map(Object.keys),
		[1, 2].map(() => ["artist", "track", "genre", "title"]),
	);
	assert.equal(jazz.ConsumedCapacity.GlobalSecondaryIndexes.byGenre.CapacityUnits, 0.5);
	assert.equal(jazz.ConsumedCapacity.Table.CapacityUnits, 0);
	const local = await execute(`SELECT title FROM songs.byPlays WHERE artist = 'a' AND plays > 7`, {
		ReturnConsumedCapacity: "INDEXES",
		ConsistentRead: true,
	});
	assert.deepEqual(local.Items, [{ title: { S: "t2" } }, { title: { S: "t1" } }]);
	assert.equal(local.ConsumedCapacity.Table.CapacityUnits, 2);
	assert.deepEqual((await execute("SELECT artist FROM songs.byGenre WHERE tags IS NOT MISSING")).Items, []);

	const prefix = "One or more parameter values were invalid:";
	const global = "SELECT artist FROM songs.byGenre WHERE genre = 'pop'";
	await wrong(
		`${global} AND plays = 9`,
		`${prefix} Secondary index byGenre does not project one or more filter attributes: [plays]`,
	);
	await wrong(
		"SELECT artist FROM songs.byPlays WHERE artist = 'a' AND NOT title = 'x'",
		`${prefix} Secondary index byPlays does not project one or more filter attributes: [title]`,
	);
	await wrong(
		"SELECT tags FROM songs.byGenre WHERE genre = 'pop'",
		`${prefix} Global secondary index byGenre does not project [tags]`,
	);
	await wrong(global, "Strongly consistent read is not supported on Global Secondary Indexes", {
		ConsistentRead: true,
	});
	await wrong("SELECT * FROM songs.other WHERE genre = 'x'", "The table does not have the specified index");
	await wrong("SELECT * FROM songs.a.b", "A path may contain at most 2 components in the FROM clause");
	await wrong('SELECT * FROM songs.""', "Path component cannot be an empty string");
});

test("INSERT makes an item of every kind of literal, once", async (t) => {
	const { execute, call, refused } = await songsForTest(t);
	const Statement = `INSERT INTO "songs" VALUE {'artist': ?, 'track': -1, 's': <<'b','a'>>, 'n': <<2, 1>>,
		'l': [1.50, 1e3, null, true, FALSE, {'deep': []}], 'm': {'it''s': ''}, 'p': ?}`;
	const Parameters = [{ S: "z" }, { B: Buffer.from([1]) }];
	assert.deepEqual(await execute(Statement, { Parameters }), { Items: [] });
	const Key = { artist: { S: "z" }, track: { N: "-1" } };
	const { Item } = await call("GetItem", { TableName: "songs", Key });
	assert.deepEqual(
		{ ...Item, p: Buffer.from(Item.p.B) },
		{
			...Key,
			s: { SS: ["a", "b"] },
			n: { NS: ["1", "2"] },
			l: {
				L: [{ N: "1.5" }, { N: "1000" }, { NULL: true }, { BOOL: true }, { BOOL: false }, { M: { deep: { L: [] } } }],
			},
			m: { M: { "it's": { S: "" } } },
			p: Buffer.from([1]),
		},
	);
	await refused(
		"ExecuteStatement",
		{ Statement, Parameters },
		"DuplicateItemException",
		"Duplicate primary key exists in table",
	);
});

/** UPDATE's clauses, and what RETURNING then shows. */
const updates: readonly [string, string, object | undefined][] = [
	["SET title = 'n', plays = plays + 1", "MODIFIED NEW", { title: { S: "n" }, plays: { N: "10" } }],
	[
		"SET title = 'n' SET plays = 3 - 1 - 1 REMOVE tags",
		"MODIFIED OLD",
		{ title: { S: "t1" }, plays: { N: "9" }, tags: { SS: ["x", "y"] } },
	],
	["REMOVE title REMOVE tags", "MODIFIED NEW", undefined],
	["SET fresh = title", "MODIFIED OLD", undefined],
	["SET parts = list_append(parts, [1])", "MODIFIED NEW", { parts: { L: [...song("a", 1).parts.L, { N: "1" }] } }],
	[
		"SET parts[1] = 'q', detail.label = 'M'",
		"MODIFIED NEW",
		{ parts: { L: [{ S: "q" }] }, detail: { M: { label: { S: "M" } } } },
	],
	["SET tags = set_add(tags, <<'w', 'x'>>)", "MODIFIED NEW", { tags: { SS: ["w", "x", "y"] } }],
	["SET tags = SET_DELETE(tags, <<'x'>>)", "MODIFIED NEW", { tags: { SS: ["y"] } }],
	["SET tags = set_delete(tags, <<'x', 'y'>>)", "MODIFIED NEW", undefined],
	["SET fresh = if_not_exists(fresh, 7)", "MODIFIED NEW", { fresh: { N: "7" } }],
	["REMOVE title", "ALL OLD", song("a", 1)],
	["SET title = 'n'", "ALL NEW", { ...song("a", 1), title: { S: "n" } }],
];

for (const [clauses, returning, expected] of updates) {
	test(`UPDATE … ${clauses} RETURNING ${returning} *`, async (t) => {
		const { execute } = await songsForTest(t);
		const { Items } = await execute(`UPDATE "songs" ${clauses} ${first} RETURNING ${returning} *`);
		assert.deepEqual(Items, expected === undefined ? [] : [expected]);
	});
}

test("UPDATE needs its item and its condition; DELETE only the condition of an item that is there", async (t) => {
	const { execute, refused } = await songsForTest(t);
	const failed = async (Statement: string, more: object = {}) =>
		refused(
			"ExecuteStatement",
			{ Statement, ...more },
			"ConditionalCheckFailedException",
			"The conditional request failed",
		);
	await failed("UPDATE songs SET plays = 1 WHERE artist = 'a' AND track = 9");
	const shown = await failed(`UPDATE songs SET plays = 1 ${first} AND genre = 'x'`, {
		ReturnValuesOnConditionCheckFailure: "ALL_OLD",
	});
	assert.deepEqual(structuredClone(shown.members), { Item: song("a", 1) });
	await failed(`DELETE FROM songs ${first} AND NOT begins_with(title, 't')`);
	assert.deepEqual(
		await execute("DELETE FROM songs WHERE artist = 'a' AND track = 9 AND genre = 'x' RETURNING ALL OLD *"),
		{ Items: [] },
	);
	assert.deepEqual(await execute(`DELETE FROM songs ${first} AND genre = 'pop' RETURNING ALL OLD *`), {
		Items: [song("a", 1)],
	});
	assert.deepEqual(await execute(`SELECT * FROM songs ${first}`), { Items: [] });
	// What was written is in the indexes too.
	const { Items } = await execute("SELECT artist, track FROM songs.byGenre WHERE genre = 'pop'");
	assert.equal(Items.length, 3);
});

const notWellFormed = "Statement wasn't well formed, can't be processed: ";
const where = "SELECT * FROM songs WHERE artist = 'a' AND ";

/** Statements that AWS refuses, and its words; the first group is captured from AWS, the rest from DynamoDB Local. */
const refusals: readonly [string, string][] = [
	["SLECT * FROM songs", `${notWellFormed}Expected data manipulation`],
	['SELECT * FROM "songs', notWellFormed],
	[
		`${where}attribute_exists('tags')`,
		"Operator or function requires a document path; operator or function: attribute_exists",
	],
	[
		`${where}attribute_exists()`,
		"Incorrect number of operands for operator or function; operator or function: attribute_exists, number of operands: 0",
	],
	["SELECT attribute_exists(ss) FROM songs", "Unexpected path component at 1:8:16"],
	[`${where}EXISTS(ss)`, "Unrecognized function: exists at 1:44:6"],
	[`${where}attribute_exists(m.inner)`, `${notWellFormed}Invalid path dot component`],
	[
		`${where}plays < true`,
		"Incorrect operand type for operator or function; operator or function: <, operand type: BOOL",
	],
	[
		`UPDATE songs SET t = set_add(tags, <<'x'>>) ${first}`,
		"The first argument to SET_ADD must equal the assignment value at 1:22:7",
	],
	[
		`UPDATE songs SET tags = set_add(tags, 'x') ${first}`,
		"The second argument to SET_ADD must be a value with type SET at 1:33:4",
	],
	[`UPDATE songs SET tags = set_delete(tags) ${first}`, "SET_DELETE must have exactly two arguments at 1:25:10"],
	[
		`UPDATE songs SET tags = set_add(tags, <<1>>) ${first}`,
		"An operand in the update expression has an incorrect data type",
	],
	[
		`UPDATE songs SET tags = set_add(tags, <<'x', 'x'>>) ${first}`,
		"One or more parameter values were invalid: Input collection [x, x] contains duplicates.",
	],
	[`UPDATE songs SET tags = set_add(tags, <<>>) ${first}`, "Empty bags are not supported"],
	[`${where}set_add(tags, <<'x'>>) = tags`, "Unrecognized function: set_add at 1:44:7"],
	[
		"INSERT INTO songs VALUE {'artist': 'x', 's': set_add(<<'a'>>, <<'b'>>)}",
		"Unsupported data type: set_add under key root at 1:46:7",
	],
	[
		`DELETE FROM songs ${first} RETURNING MODIFIED OLD *`,
		"Invalid returning clause: RETURNING MODIFIED OLD *. Only RETURNING ALL OLD * is allowed in DELETE statements.",
	],
	["DELETE FROM songs WHERE genre = 'pop'", "Where clause does not contain a mandatory equality on all key attributes"],
	[
		`UPDATE songs SET fresh[0] = 1 ${first}`,
		"The document path provided in the update expression is invalid for update",
	],
	[
		"INSERT INTO songs.byGenre VALUE {'artist': 'x'}",
		"FROM clause may only contain a single table name in data manipulation statements",
	],
	[`UPDATE songs.byGenre SET plays = 1 ${first}`, "This operation is not supported on an index"],

	[
		`UPDATE songs SET plays = 1 ${first} AND track = 2`,
		"Multiple conditions on same key track. Only single item Update/Insert/Delete are supported",
	],
	[
		`UPDATE songs SET artist = 'q' ${first}`,
		"One or more parameter values were invalid: Cannot update attribute artist. This attribute is part of the key",
	],
	[
		"SELECT * FROM songs WHERE artist = 5",
		"Key attribute's data type should match its data type in table's schema: Key artist",
	],
	["INSERT INTO songs VALUE {'artist': 'x'}", "Key attribute should be present in the item: Key track"],
	[
		"INSERT INTO songs VALUE {'artist': 'x', 'artist': 'y'}",
		"Duplicate keys in tuple. Key: artist under root at 1:41:8",
	],
	[
		"INSERT INTO songs VALUE 5",
		"Unsupported format in item expression. Please use struct format {...} to express item values for insert statement. at 1:25:1",
	],
	[`${where}plays = MISSING`, "MISSING must be compared using IS operator"],
	[`${where}plays`, "The arguments to AND/OR must be Expressions"],
	[`${where}title LIKE 'x'`, "Unsupported operator in Condition Expression. Operator: like"],
	[
		`${where}plays IN []`,
		"IN operator must have a left hand argument of type Variable Reference and right hand argument of type Seq with at least one member",
	],
	["SELECT * FROM songs WHERE true", "WHERE clause must contain an expression that resolves to a boolean"],
	["SELECT * FROM songs WHERE artist = ?", "Number of parameters in request and statement don't match."],
	["SELECT title, title FROM songs", "Duplicate identifiers in select clause: title"],
	["SELECT title AS t FROM songs", "Aliasing is not supported"],
	["SELECT * FROM songs s", "Aliasing is not supported"],
	["SELECT * FROM songs, songs", "Only select from a single table or index is supported."],
	["SELECT * FROM songs LIMIT 1", "Unsupported clause: LIMIT at 1:27:1"],
	["SELECT * FROM songs ORDER BY track", "Must have WHERE clause in the statement when using ORDER BY clause."],
	[
		"SELECT * FROM songs WHERE plays = 1 ORDER BY track",
		"Must have at least one non-optional hash key condition in WHERE clause when using ORDER BY clause.",
	],
	[
		"SELECT * FROM songs WHERE artist = 'a' ORDER BY title",
		"Variable reference title in ORDER BY clause must be part of the primary key",
	],
	[
		`EXISTS(SELECT * FROM songs ${first} AND plays = 1)`,
		"EXISTS can only be used in ExecuteTransaction write requests.",
	],
	["DROP TABLE songs", "Unsupported operation: DropTable"],
	[`SELECT * FROM songs WHERE ${"(".repeat(500)}plays = 1`, `${notWellFormed}Expression is nested too deeply`],
];

for (const [statement, message] of refusals) {
	test(`refused: ${statement.slice(0, 100)}`, async (t) => {
		const { wrong } = await songsForTest(t);
		await wrong(statement, message);
	});
}
