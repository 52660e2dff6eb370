import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { AwsError } from "../../../emulator/aws/awsError.ts";
import type { AttributeValue } from "../../../emulator/dynamodb/model.generated.ts";
import { dynamodbForTest } from "./dynamodbForTest.ts";

/** Values that a client could send, sound or not. */
const { value } = fc.letrec<{ value: AttributeValue }>((tie) => ({
	value: fc.record(
		{
			S: fc.string({ maxLength: 5 }),
			N: fc.oneof(fc.integer().map(String), fc.string({ maxLength: 3 }), fc.constantFrom("1E125", "-1e-130", "0.10")),
			B: fc.uint8Array({ maxLength: 3 }),
			SS: fc.array(fc.string({ maxLength: 2 }), { maxLength: 3 }),
			NS: fc.array(fc.integer({ min: 0, max: 3 }).map(String), { maxLength: 3 }),
			BS: fc.array(fc.uint8Array({ maxLength: 1 }), { maxLength: 2 }),
			L: fc.array(tie("value"), { maxLength: 3 }),
			M: fc.dictionary(fc.string({ maxLength: 3 }), tie("value"), { maxKeys: 3 }),
			BOOL: fc.boolean(),
			NULL: fc.boolean(),
		},
		{ requiredKeys: [] },
	),
}));
/** Mostly of one type, so that many get past the first check. */
const oneTyped = value.map((it): AttributeValue => {
	const [first] = Object.entries(it);
	return first === undefined ? { S: "x" } : { [first[0]]: first[1] };
});
const pieces = [
	..."a b.c a[0] a[1].b title artist #n #m :v :w = <> < <= > >= ( ) , + - . AND OR NOT BETWEEN IN SET REMOVE ADD DELETE".split(
		" ",
	),
	..."size(a) contains(a, :v) begins_with(a, :v) attribute_exists(a) attribute_type(a, :w) if_not_exists(a, :v)".split(
		" ",
	),
	"list_append(a, :w)",
	"SET a = :v",
	"a = :v",
	"artist = :v",
	"AND title > :w",
	"ADD d :v",
	"§",
];
const expression = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((words) => words.join(" "));
const maybe = <T>(it: fc.Arbitrary<T>) => fc.option(it, { nil: undefined });
const keyValue = fc.oneof(
	{ weight: 5, arbitrary: fc.constantFrom({ S: "x" }, { S: "y" }) },
	{ weight: 1, arbitrary: oneTyped },
);
const request = fc.record({
	item: fc.record({ artist: keyValue, title: keyValue, a: oneTyped, d: value }, { requiredKeys: ["artist", "title"] }),
	condition: maybe(expression),
	update: maybe(expression),
	key: maybe(expression),
	filter: maybe(expression),
	projection: maybe(expression),
	v: oneTyped,
	w: oneTyped,
	start: maybe(fc.record({ artist: oneTyped, title: oneTyped }, { requiredKeys: [] })),
});

test("whatever is asked, the answer is an answer or one of AWS's errors", async (t) => {
	const { table, call } = await dynamodbForTest(t);
	await table({
		GlobalSecondaryIndexes: [
			{
				IndexName: "byTitle",
				KeySchema: [{ AttributeName: "title", KeyType: "HASH" }],
				Projection: { ProjectionType: "ALL" },
			},
		],
	});
	const TableName = "songs";
	let answered = 0;
	await fc.assert(
		fc.asyncProperty(request, async ({ item, condition, update, key, filter, projection, v, w, start }) => {
			const { artist, title } = item;
			const Key = { artist, title };
			const all = [condition, update, key, filter, projection].join(" ");
			const names = Object.fromEntries(["#n", "#m"].filter((name) => all.includes(name)).map((name) => [name, "a"]));
			const values = Object.fromEntries(Object.entries({ ":v": v, ":w": w }).filter(([name]) => all.includes(name)));
			const placeholders = {
				...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
				...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
			};
			const write = { TableName, ConditionExpression: condition, ...placeholders };
			const read = {
				TableName,
				FilterExpression: filter,
				ProjectionExpression: projection,
				ExclusiveStartKey: start,
				...placeholders,
			};
			const requests: [operation: string, request: object][] = [
				["PutItem", { ...write, Item: item }],
				["PutItem", { TableName, Item: item }],
				["UpdateItem", { ...write, Key, UpdateExpression: update }],
				[
					"UpdateItem",
					{ TableName, Key, UpdateExpression: "SET a = :v, d = :w", ExpressionAttributeValues: { ":v": v, ":w": w } },
				],
				["GetItem", { TableName, Key }],
				["Query", { ...read, KeyConditionExpression: key }],
				[
					"Query",
					{
						TableName,
						KeyConditionExpression: "artist = :v",
						ExpressionAttributeValues: { ":v": v },
						ExclusiveStartKey: start,
					},
				],
				["Scan", { ...read, IndexName: "byTitle" }],
				[
					"TransactWriteItems",
					{
						TransactItems: [
							{ Update: { ...write, Key, UpdateExpression: update ?? "" } },
							{ Put: { TableName, Item: item } },
						],
					},
				],
				["DeleteItem", { ...write, Key }],
			];
			for (const [operation, sent] of requests) {
				const defined = Object.fromEntries(Object.entries(sent).filter(([, member]) => member !== undefined));
				await call(operation, defined).then(
					() => answered++,
					(error: unknown) => {
						if (!(error instanceof AwsError)) throw error;
						assert.ok(error.status === 400 && error.message.length > 0);
					},
				);
			}
		}),
		{ numRuns: 200 },
	);
	assert.ok(answered > 200, `${answered} requests were sound`);
});
