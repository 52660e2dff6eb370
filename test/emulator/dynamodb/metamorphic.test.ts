import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Item } from "../../../emulator/dynamodb/values/value.ts";
import { type Answer, type DynamodbForTest, dynamodbForTest } from "./dynamodbForTest.ts";

// What must hold of any items and any read, without knowing the answer: reads compared with other reads.

const TableName = "songs";
const tableRequest = {
	TableName,
	BillingMode: "PAY_PER_REQUEST" as const,
	AttributeDefinitions: [
		{ AttributeName: "h", AttributeType: "S" as const },
		{ AttributeName: "r", AttributeType: "N" as const },
		{ AttributeName: "g", AttributeType: "S" as const },
	],
	KeySchema: [
		{ AttributeName: "h", KeyType: "HASH" as const },
		{ AttributeName: "r", KeyType: "RANGE" as const },
	],
	GlobalSecondaryIndexes: [
		{
			IndexName: "byG",
			KeySchema: [
				{ AttributeName: "g", KeyType: "HASH" as const },
				{ AttributeName: "r", KeyType: "RANGE" as const },
			],
			Projection: { ProjectionType: "ALL" as const },
		},
	],
	LocalSecondaryIndexes: [
		{
			IndexName: "localG",
			KeySchema: [
				{ AttributeName: "h", KeyType: "HASH" as const },
				{ AttributeName: "g", KeyType: "RANGE" as const },
			],
			Projection: { ProjectionType: "KEYS_ONLY" as const },
		},
	],
};

const numbers = fc.constantFrom(
	"-1E3",
	"-2.5",
	"-0.001",
	"0",
	"1E-5",
	"3",
	"10",
	"12345678901234567890123456789012345678",
);
const texts = fc.constantFrom("x", "xy", "y", "é", "\u{1f600}", "\uffff");
const items = fc.uniqueArray(
	fc.record({
		h: fc.constantFrom("a", "b").map((S) => ({ S })),
		r: numbers.map((N) => ({ N })),
		g: fc.option(
			texts.map((S) => ({ S })),
			{ nil: undefined },
		),
		v: fc.integer({ min: 0, max: 3 }).map((n) => ({ N: String(n) })),
	}),
	{ selector: ({ h, r }) => `${h.S} ${r.N}`, maxLength: 20 },
);
const source = fc.constantFrom(undefined, "byG", "localG");
const bounds = fc.oneof(
	fc.constant(undefined),
	fc.tuple(fc.constantFrom("=", "<", "<=", ">", ">="), numbers, texts),
	fc.tuple(fc.constant("BETWEEN"), numbers, texts),
);
const read = fc.record({
	IndexName: source,
	partition: fc.constantFrom("a", "b", "x", "y"),
	bounds,
	ScanIndexForward: fc.boolean(),
	Limit: fc.integer({ min: 1, max: 7 }),
	filtered: fc.boolean(),
	segments: fc.integer({ min: 1, max: 6 }),
});

test("a query finds what a filtered scan finds, in order; pages and segments join to the whole", async (t) => {
	await fc.assert(
		fc.asyncProperty(items, fc.array(read, { minLength: 1, maxLength: 6 }), async (all, reads) => {
			const db = await dynamodbForTest(t);
			await db.call("CreateTable", tableRequest);
			for (const { g, ...item } of all) await db.call("PutItem", { TableName, Item: { ...item, ...(g && { g }) } });
			for (const it of reads) {
				const { IndexName, ScanIndexForward, Limit, segments } = it;
				const filter = it.filtered ? { FilterExpression: "v > :f" } : {};
				const filterValues = it.filtered ? { ":f": { N: "1" } } : {};
				const { text, values, names } = condition(it);
				const query = {
					TableName,
					...(IndexName !== undefined && { IndexName }),
					ScanIndexForward,
					KeyConditionExpression: text,
					ExpressionAttributeValues: { ...values, ...(IndexName !== "localG" && filterValues) },
					...(IndexName !== "localG" && filter),
				};
				const whole: Answer = await db.call("Query", query);
				const paged = await pages(db, "Query", { ...query, Limit });
				assert.deepEqual(paged.items, whole.Items, "pages");
				assert.equal(paged.scanned, whole.ScannedCount);

				const reverse: Answer = await db.call("Query", { ...query, ScanIndexForward: !ScanIndexForward });
				assert.deepEqual(reverse.Items.toReversed(), whole.Items, "backwards");

				const base = { TableName, ...(IndexName !== undefined && { IndexName }) };
				const scanned: Answer = await db.call("Scan", {
					...base,
					FilterExpression: [text, ...(IndexName !== "localG" ? Object.values(filter) : [])].join(" AND "),
					ExpressionAttributeValues: query.ExpressionAttributeValues,
				});
				assert.deepEqual(sorted(whole.Items), sorted(scanned.Items), "a filtered scan");
				assertOrder(whole.Items, names.range, ScanIndexForward);

				const everything: Answer = await db.call("Scan", base);
				const parts = [];
				for (let Segment = 0; Segment < segments; Segment++) {
					parts.push(...(await pages(db, "Scan", { ...base, Segment, TotalSegments: segments, Limit })).items);
				}
				assert.deepEqual(sorted(parts), sorted(everything.Items), "segments");
			}
		}),
		{ numRuns: 40 },
	);
});

function condition(it: { IndexName: string | undefined; partition: string; bounds: unknown }) {
	const names = it.IndexName === "byG" ? { hash: "g", range: "r" } : { hash: "h", range: it.IndexName ? "g" : "r" };
	const values: Record<string, object> = { ":h": { S: it.partition } };
	if (!Array.isArray(it.bounds)) return { text: `${names.hash} = :h`, values, names };
	const [operator, N, S] = it.bounds as [string, string, string];
	values[":r"] = names.range === "r" ? { N } : { S };
	if (operator !== "BETWEEN") return { text: `${names.hash} = :h AND ${names.range} ${operator} :r`, values, names };
	values[":s"] = names.range === "r" ? { N: "99999999999999999999999999999999999999" } : { S: "\u{10ffff}" };
	return { text: `${names.hash} = :h AND ${names.range} BETWEEN :r AND :s`, values, names };
}

async function pages({ call }: DynamodbForTest, operation: string, request: object) {
	const found: Item[] = [];
	let scanned = 0;
	let ExclusiveStartKey: object | undefined;
	do {
		const page: Answer = await call(operation, { ...request, ...(ExclusiveStartKey && { ExclusiveStartKey }) });
		found.push(...page.Items);
		scanned += page.ScannedCount;
		ExclusiveStartKey = page.LastEvaluatedKey;
	} while (ExclusiveStartKey !== undefined);
	return { items: found, scanned };
}

function sorted(found: readonly Item[]): readonly string[] {
	return found.map((item) => JSON.stringify(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)))).toSorted();
}

/** By UTF-8 bytes, or as numbers; here no two differ by less than what a double can tell. */
function assertOrder(found: readonly Item[], name: string, forward: boolean): void {
	const keys = found.map((item) => item[name]);
	const compare = (a: unknown, b: unknown) => {
		const [x, y]: { N?: string; S?: string }[] = [Object(a), Object(b)];
		if (x?.N !== undefined) return Number(x.N) - Number(y?.N);
		return Buffer.compare(Buffer.from(x?.S ?? ""), Buffer.from(y?.S ?? ""));
	};
	for (let i = 1; i < keys.length; i++) {
		const order = compare(keys[i - 1], keys[i]);
		assert.ok(forward ? order <= 0 : order >= 0, `${JSON.stringify(keys)} is not in order`);
	}
}
