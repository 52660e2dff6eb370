import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { dynamodbForTest } from "../dynamodbForTest.ts";

async function songs(t: TestContext) {
	const dynamodb = await dynamodbForTest(t);
	await dynamodb.table({
		AttributeDefinitions: [
			{ AttributeName: "artist", AttributeType: "S" },
			{ AttributeName: "title", AttributeType: "S" },
			{ AttributeName: "year", AttributeType: "N" },
			{ AttributeName: "label", AttributeType: "S" },
		],
		GlobalSecondaryIndexes: [
			{
				IndexName: "byLabel",
				KeySchema: [
					{ AttributeName: "label", KeyType: "HASH" },
					{ AttributeName: "year", KeyType: "RANGE" },
				],
				Projection: { ProjectionType: "KEYS_ONLY" },
			},
		],
		LocalSecondaryIndexes: [
			{
				IndexName: "byYear",
				KeySchema: [
					{ AttributeName: "artist", KeyType: "HASH" },
					{ AttributeName: "year", KeyType: "RANGE" },
				],
				Projection: { ProjectionType: "INCLUDE", NonKeyAttributes: ["genre"] },
			},
		],
	});
	const rows: [artist: string, title: string, year: number, label?: string][] = [
		["a", "b1", 2001, "x"],
		["a", "b2", -5],
		["a", "c1", 1999, "x"],
		["a", "c2", 10, "y"],
		["b", "b1", 2001, "x"],
	];
	for (const [artist, title, year, label] of rows) {
		await dynamodb.call("PutItem", {
			TableName: "songs",
			Item: {
				artist: { S: artist },
				title: { S: title },
				year: { N: String(year) },
				genre: { S: "g" },
				text: { S: `${artist}${title}` },
				...(label && { label: { S: label } }),
			},
		});
	}
	const query = (KeyConditionExpression: string, values: object, more: object = {}) => ({
		TableName: "songs",
		KeyConditionExpression,
		ExpressionAttributeValues: values,
		...more,
	});
	const titles = async (request: object) =>
		(await dynamodb.call("Query", request)).Items.map((item: { title: { S: string } }) => item.title.S).join(" ");
	return { ...dynamodb, query, titles };
}

const A = { ":a": { S: "a" } };
const year = { "#y": "year" };

test("a query finds its partition's items in the order of the sort key", async (t) => {
	const { query, titles } = await songs(t);
	const S = (value: string) => ({ S: value });
	const cases: [condition: string, values: object, titles: string][] = [
		["artist = :a", {}, "b1 b2 c1 c2"],
		["artist = :a AND title = :t", { ":t": S("c1") }, "c1"],
		["title = :t AND artist = :a", { ":t": S("c1") }, "c1"],
		["artist = :a AND title < :t", { ":t": S("c1") }, "b1 b2"],
		["artist = :a AND title <= :t", { ":t": S("c1") }, "b1 b2 c1"],
		["artist = :a AND title > :t", { ":t": S("b2") }, "c1 c2"],
		["artist = :a AND :t <= title", { ":t": S("b2") }, "b2 c1 c2"],
		["artist = :a AND title BETWEEN :t AND :u", { ":t": S("b2"), ":u": S("c1") }, "b2 c1"],
		["artist = :a AND begins_with(title, :t)", { ":t": S("b") }, "b1 b2"],
		["(artist = :a AND (title = :t))", { ":t": S("b1") }, "b1"],
	];
	for (const [condition, values, found] of cases) {
		assert.equal(await titles(query(condition, { ...A, ...values })), found, condition);
	}
	assert.equal(await titles(query("artist = :a", A, { ScanIndexForward: false })), "c2 c1 b2 b1");
});

test("numbers sort by value in an index, and items without its key are not in it", async (t) => {
	const { query, titles, call } = await songs(t);
	const local = { IndexName: "byYear" };
	assert.equal(await titles(query("artist = :a", A, local)), "b2 c2 c1 b1");
	const between = query("artist = :a AND #y BETWEEN :f AND :t", { ...A, ":f": { N: "9.5" }, ":t": { N: "2000" } });
	assert.equal(await titles({ ...between, ...local, ExpressionAttributeNames: year }), "c2 c1");
	const global = { IndexName: "byLabel" };
	const x = { ":x": { S: "x" } };
	const { Items, Count } = await call("Query", query("label = :x", x, global));
	assert.equal(Count, 3);
	assert.deepEqual(Items[0], { artist: { S: "a" }, title: { S: "c1" }, year: { N: "1999" }, label: { S: "x" } });
});

test("pages end at the limit, and go on behind their last key", async (t) => {
	const { query, call } = await songs(t);
	for (const more of [{}, { IndexName: "byYear" }, { ScanIndexForward: false }]) {
		const seen: string[] = [];
		let ExclusiveStartKey: object | undefined;
		do {
			const page = await call(
				"Query",
				query("artist = :a", A, { ...more, Limit: 3, ...(ExclusiveStartKey && { ExclusiveStartKey }) }),
			);
			seen.push(...page.Items.map((item: { title: { S: string } }) => item.title.S));
			ExclusiveStartKey = page.LastEvaluatedKey;
		} while (ExclusiveStartKey !== undefined);
		const { Items } = await call("Query", query("artist = :a", A, more));
		assert.deepEqual(
			seen,
			Items.map((item: { title: { S: string } }) => item.title.S),
		);
	}
	const last = await call("Query", query("artist = :a", A, { Limit: 4 }));
	assert.deepEqual(
		last.LastEvaluatedKey,
		{ artist: { S: "a" }, title: { S: "c2" } },
		"the limit was reached, so AWS gives a key",
	);
});

test("a filter comes after the limit, and decides nothing about where the next page begins", async (t) => {
	const { query, call } = await songs(t);
	const page = await call(
		"Query",
		query(
			"artist = :a",
			{ ...A, ":n": { S: "ab1" } },
			{ FilterExpression: "#t = :n", ExpressionAttributeNames: { "#t": "text" }, Limit: 2 },
		),
	);
	assert.equal(page.Count, 1);
	assert.equal(page.ScannedCount, 2);
	assert.deepEqual(page.LastEvaluatedKey, { artist: { S: "a" }, title: { S: "b2" } });
});

test("a page ends after the item that passes 1 MB", async (t) => {
	const { table, call } = await dynamodbForTest(t);
	await table();
	const big = "x".repeat(60_000);
	for (let i = 10; i < 30; i++) {
		await call("PutItem", { TableName: "songs", Item: { artist: { S: "a" }, title: { S: `t${i}` }, p: { S: big } } });
	}
	const request = { TableName: "songs", KeyConditionExpression: "artist = :a", ExpressionAttributeValues: A };
	const first = await call("Query", request);
	assert.equal(first.Count, 18);
	const second = await call("Query", { ...request, ExclusiveStartKey: first.LastEvaluatedKey });
	assert.equal(second.Count, 2);
	assert.equal(second.LastEvaluatedKey, undefined);
});

test("Select and projections show what is asked for, and fetch what a local index lacks", async (t) => {
	const { query, call, invalid } = await songs(t);
	const one = { Limit: 1, ReturnConsumedCapacity: "INDEXES" };
	const counted = await call("Query", query("artist = :a", A, { Select: "COUNT" }));
	assert.deepEqual(counted, { Count: 4, ScannedCount: 4 });
	const part = await call("Query", query("artist = :a", A, { IndexName: "byYear", ...one }));
	assert.deepEqual(Object.keys(part.Items[0]).toSorted(), ["artist", "genre", "title", "year"]);
	assert.deepEqual(part.ConsumedCapacity, {
		TableName: "songs",
		CapacityUnits: 0.5,
		Table: { CapacityUnits: 0 },
		LocalSecondaryIndexes: { byYear: { CapacityUnits: 0.5 } },
	});
	const whole = await call("Query", query("artist = :a", A, { IndexName: "byYear", Select: "ALL_ATTRIBUTES", ...one }));
	assert.equal(whole.Items[0].text.S, "ab2");
	assert.deepEqual(whole.ConsumedCapacity.Table, { CapacityUnits: 0.5 });
	const projected = await call(
		"Query",
		query("artist = :a", A, {
			IndexName: "byYear",
			ProjectionExpression: "#t",
			ExpressionAttributeNames: { "#t": "text" },
			Limit: 1,
		}),
	);
	assert.deepEqual(projected.Items, [{ text: { S: "ab2" } }]);

	const wrong = "One or more parameter values were invalid: ";
	const x = { ":x": { S: "x" } };
	const cases: [request: object, message: string][] = [
		[
			query("label = :x", x, { IndexName: "byLabel", Select: "ALL_ATTRIBUTES" }),
			`${wrong}Select type ALL_ATTRIBUTES is not supported for global secondary index byLabel because its projection type is not ALL`,
		],
		[
			query("label = :x", x, { IndexName: "byLabel", ProjectionExpression: "genre" }),
			`${wrong}Global secondary index byLabel does not project [genre]`,
		],
		[
			query("artist = :a", A, { Select: "SPECIFIC_ATTRIBUTES" }),
			`${wrong}Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES`,
		],
		[
			query("artist = :a", A, { Select: "ALL_PROJECTED_ATTRIBUTES" }),
			`${wrong}ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName`,
		],
		[
			query("artist = :a", A, { Select: "COUNT", ProjectionExpression: "genre" }),
			"Cannot specify the ProjectionExpression when choosing to get only the Count",
		],
		[
			query("artist = :a", A, { Select: "ALL_ATTRIBUTES", ProjectionExpression: "genre" }),
			"Cannot specify the ProjectionExpression when choosing to get ALL_ATTRIBUTES",
		],
	];
	for (const [request, message] of cases) await invalid("Query", request, message);
});

test("Query refuses what AWS refuses, in AWS's words", async (t) => {
	const { query, invalid, refused } = await songs(t);
	const T = { ":t": { S: "t" } };
	const AT = { ...A, ...T };
	const cases: [request: object, message: string][] = [
		[
			{ TableName: "songs" },
			"Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.",
		],
		[query("", A), "Invalid KeyConditionExpression: The expression can not be empty;"],
		[query("title = :t", T), "Query condition missed key schema element: artist"],
		[query("genre = :t", T), "Query condition missed key schema element: artist"],
		[query("artist = :a AND genre = :t", AT), "Query condition missed key schema element: title"],
		[query("artist > :a", A), "Query key condition not supported"],
		[query("artist = :a AND title = :t AND genre = :t", AT), "Conditions can be of length 1 or 2 only"],
		[query("artist = :a OR title = :t", AT), "Invalid operator used in KeyConditionExpression: OR"],
		[query("artist = :a AND NOT title = :t", AT), "Invalid operator used in KeyConditionExpression: NOT"],
		[query("artist = :a AND title <> :t", AT), "Invalid operator used in KeyConditionExpression: <>"],
		[query("artist = :a AND title IN (:t)", AT), "Invalid operator used in KeyConditionExpression: IN"],
		[query("artist = :a AND contains(title, :t)", AT), "Invalid operator used in KeyConditionExpression: contains"],
		[query("artist = :a AND size(title) = :t", AT), "KeyConditionExpressions cannot contain nested operations"],
		[
			query("artist = :a AND title = :t AND title > :a", AT),
			"KeyConditionExpressions must only contain one condition per key",
		],
		[query("artist = :a AND title.x = :t", AT), "KeyConditionExpressions cannot have conditions on nested attributes"],
		[
			query("artist = title", {}),
			"Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition",
		],
		[query(":a = :t", AT), "Invalid condition in KeyConditionExpression: No key attribute specified"],
		[
			query("artist = :n", { ":n": { N: "1" } }),
			"One or more parameter values were invalid: Condition parameter type does not match schema type",
		],
		[
			query("artist = :e", { ":e": { S: "" } }),
			"One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: artist",
		],
		[query("artist = :a", A, { IndexName: "none" }), "The table does not have the specified index: none"],
		[
			query("label = :a", A, { IndexName: "byLabel", ConsistentRead: true }),
			"Consistent reads are not supported on global secondary indexes",
		],
		[
			query("artist = :a", AT, { FilterExpression: "title = :t" }),
			"Filter Expression can only contain non-primary key attributes: Primary key attribute: title",
		],
		[
			query("artist = :a", A, { FilterExpression: "attribute_exists(title.x)" }),
			"Filter Expression can only contain non-primary key attributes: Primary key attribute: title",
		],
		[
			query("artist = :a", A, { FilterExpression: "#m = :a" }),
			"Invalid FilterExpression: An expression attribute name used in the document path is not defined; attribute name: #m",
		],
		[
			query("artist = :a", A, { ExclusiveStartKey: { artist: { S: "a" } } }),
			"The provided starting key is invalid: The provided key element does not match the schema",
		],
		[
			query("artist = :a", A, { ExclusiveStartKey: { artist: { S: "b" }, title: { S: "t" } } }),
			"The provided starting key is outside query boundaries based on provided conditions",
		],
		[
			query("artist = :a", A, { ExclusiveStartKey: { artist: { N: "x" }, title: { S: "t" } } }),
			"The provided starting key is invalid: The parameter cannot be converted to a numeric value: x",
		],
	];
	for (const [request, message] of cases) {
		const { ExpressionAttributeValues: values } = request as { ExpressionAttributeValues?: object };
		const none = values !== undefined && Object.keys(values).length === 0;
		await invalid("Query", none ? { ...request, ExpressionAttributeValues: undefined } : request, message);
	}
	await refused(
		"Query",
		query("artist = :a", A, { TableName: "none" }),
		"ResourceNotFoundException",
		"Requested resource not found",
	);
});

test("a global index may have a key of many attributes, compared one after another", async (t) => {
	const { call, invalid } = await dynamodbForTest(t);
	await call("CreateTable", {
		TableName: "multi",
		BillingMode: "PAY_PER_REQUEST",
		AttributeDefinitions: ["pk", "h", "a", "b", "c"].map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
		KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
		GlobalSecondaryIndexes: [
			{
				IndexName: "gsi",
				KeySchema: ["h", "a", "b", "c"].map((AttributeName, i) => ({
					AttributeName,
					KeyType: i === 0 ? "HASH" : "RANGE",
				})),
				Projection: { ProjectionType: "ALL" },
			},
		],
	});
	for (const text of ["p1 T live b", "p2 T live a", "p3 T draft c", "p4 F live a", "p5 T live"]) {
		const [pk = "", a = "", b = "", c] = text.split(" ");
		await call("PutItem", {
			TableName: "multi",
			Item: { pk: { S: pk }, h: { S: "o" }, a: { S: a }, b: { S: b }, ...(c && { c: { S: c } }) },
		});
	}
	const values = { ":h": { S: "o" }, ":a": { S: "T" }, ":b": { S: "live" }, ":c": { S: "a" } };
	const request = (KeyConditionExpression: string, more: object = {}) => ({
		TableName: "multi",
		IndexName: "gsi",
		KeyConditionExpression,
		ExpressionAttributeValues: Object.fromEntries(
			Object.entries(values).filter(([name]) => KeyConditionExpression.includes(name)),
		),
		...more,
	});
	const cases: [condition: string, found: string][] = [
		["h = :h", "p4 p3 p2 p1"],
		["h = :h AND a = :a", "p3 p2 p1"],
		["b = :b AND h = :h AND a = :a", "p2 p1"],
		["h = :h AND a = :a AND b = :b AND c > :c", "p1"],
	];
	for (const [condition, found] of cases) {
		const { Items } = await call("Query", request(condition));
		assert.equal(Items.map((item: { pk: { S: string } }) => item.pk.S).join(" "), found, condition);
	}
	const page = await call("Query", request("h = :h", { Limit: 1 }));
	assert.deepEqual(Object.keys(page.LastEvaluatedKey).toSorted(), ["a", "b", "c", "h", "pk"]);
	await invalid(
		"Query",
		request("h = :h AND b = :b"),
		"RANGE key attributes a must have equality conditions specified in the query because a condition is present on key attribute b",
	);
});
