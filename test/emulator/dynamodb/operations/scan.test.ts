import assert from "node:assert/strict";
import { test } from "node:test";
import { dynamodbForTest } from "../dynamodbForTest.ts";

const titlesOf = (items: readonly { title: { S: string } }[]) => items.map(({ title }) => title.S);

test("segments of a scan have nothing in common, and together all", async (t) => {
	const { table, call } = await dynamodbForTest(t);
	await table();
	const put = (i: number) =>
		call("PutItem", { TableName: "songs", Item: { artist: { S: `a${i}` }, title: { S: `t${i}` } } });
	await Promise.all(Array.from({ length: 300 }, (_, i) => put(i)));
	for (const TotalSegments of [1, 2, 7, 100]) {
		const seen: string[] = [];
		for (let Segment = 0; Segment < TotalSegments; Segment++) {
			let ExclusiveStartKey: object | undefined;
			do {
				const request = { TableName: "songs", TotalSegments, Segment, Limit: 20 };
				const page = await call("Scan", { ...request, ...(ExclusiveStartKey && { ExclusiveStartKey }) });
				seen.push(...titlesOf(page.Items));
				ExclusiveStartKey = page.LastEvaluatedKey;
			} while (ExclusiveStartKey !== undefined);
		}
		assert.equal(seen.length, 300, `${TotalSegments} segments`);
		assert.equal(new Set(seen).size, 300);
	}
});

test("Scan refuses what AWS refuses, in AWS's words", async (t) => {
	const { table, call, invalid, refused } = await dynamodbForTest(t);
	await table();
	await call("PutItem", { TableName: "songs", Item: { artist: { S: "a" }, title: { S: "t" } } });
	const cases: [request: object, message: string | RegExp][] = [
		[
			{ Segment: 0 },
			"The TotalSegments parameter is required but was not present in the request when Segment parameter is present",
		],
		[
			{ TotalSegments: 4 },
			"The Segment parameter is required but was not present in the request when parameter TotalSegments is present",
		],
		[
			{ Segment: 5, TotalSegments: 5 },
			"The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 5 is not less than TotalSegments: 5",
		],
		[
			{ Limit: 0 },
			"1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1",
		],
		[{ IndexName: "none" }, "The table does not have the specified index: none"],
		[
			{ FilterExpression: "begins_with(nothing, :n)", ExpressionAttributeValues: { ":n": { N: "5" } } },
			"Invalid FilterExpression: Incorrect operand type for operator or function; operator or function: begins_with, operand type: N",
		],
		[
			{ ProjectionExpression: "#undef" },
			"Invalid ProjectionExpression: An expression attribute name used in the document path is not defined; attribute name: #undef",
		],
		[
			{ ExclusiveStartKey: { artist: { S: "a" } } },
			"The provided starting key is invalid: The provided key element does not match the schema",
		],
	];
	for (const [request, message] of cases) await invalid("Scan", { TableName: "songs", ...request }, message);
	await refused("Scan", { TableName: "none" }, "ResourceNotFoundException", "Requested resource not found");
	const start = { artist: { S: "a" }, title: { S: "t" } };
	const wrongSegment = await Promise.allSettled(
		[0, 1].map((Segment) => call("Scan", { TableName: "songs", Segment, TotalSegments: 2, ExclusiveStartKey: start })),
	);
	assert.equal(wrongSegment.filter(({ status }) => status === "rejected").length, 1, "the key is in one segment only");
});

test("a scan is charged for what it looked at, not for what it shows", async (t) => {
	const { table, call } = await dynamodbForTest(t);
	await table();
	for (let i = 0; i < 4; i++) {
		const Item = { artist: { S: `a${i}` }, title: { S: "t" }, p: { S: "x".repeat(4000) } };
		await call("PutItem", { TableName: "songs", Item });
	}
	const request = { TableName: "songs", FilterExpression: "attribute_exists(none)", ReturnConsumedCapacity: "TOTAL" };
	const page = await call("Scan", request).catch(() => undefined);
	assert.equal(page, undefined, "none is a reserved word");
	const answer = await call("Scan", { ...request, FilterExpression: "attribute_exists(nowhere)" });
	assert.deepEqual([answer.Count, answer.ScannedCount, answer.ConsumedCapacity.CapacityUnits], [0, 4, 2]);
});
