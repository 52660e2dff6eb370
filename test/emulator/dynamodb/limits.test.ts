import assert from "node:assert/strict";
import { test } from "node:test";
import { type DynamodbForTest, dynamodbForTest } from "./dynamodbForTest.ts";

// Each limit at its edge: the last that is taken, and the first that is not. (AWS-FACTS D2-D6; guide, Quotas.)

const TableName = "songs";
const key = { artist: { S: "a" }, title: { S: "t" } };
const put = (more: object, at: object = key) => ["PutItem", { TableName, Item: { ...at, ...more } }] as const;
const scan = (FilterExpression: string, values: object = {}, names: object = {}) =>
	[
		"Scan",
		{
			TableName,
			FilterExpression,
			...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
			...(Object.keys(names).length > 0 && { ExpressionAttributeNames: names }),
		},
	] as const;
type Call = readonly [operation: string, request: object];

const maxItem = 400 * 1024;
/** "artist", "a", "title", "t" and the name of the attribute that fills the rest. */
const keyBytes = 6 + 1 + 5 + 1;
const filled = (bytes: number, name = "x") => ({ [name]: { S: "y".repeat(bytes - keyBytes - name.length) } });
const nested = (depth: number): object => (depth === 0 ? { S: "x" } : { L: [nested(depth - 1)] });
const operands = (count: number) => Array.from({ length: count }, (_, index) => `:v${index}`);
const valuesFor = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, { N: "1" }]));
const or = (count: number) => Array.from({ length: count }, () => "x = :v").join(" OR ");
const wrong = "One or more parameter values were invalid: ";

const limits: Readonly<Record<string, readonly [taken: Call, refused: Call, message: string | RegExp]>> = {
	"an item has 400 KB": [
		put(filled(maxItem)),
		put(filled(maxItem + 1)),
		"Item size has exceeded the maximum allowed size",
	],
	"the names of attributes count": [
		put(filled(maxItem, "n".repeat(1000))),
		put(filled(maxItem + 1, "n".repeat(1000))),
		"Item size has exceeded the maximum allowed size",
	],
	"letters count as their bytes in UTF-8": [
		put({ x: { S: "é".repeat((maxItem - keyBytes - 1) / 2) } }),
		put({ x: { S: "é".repeat((maxItem - keyBytes - 1) / 2 + 1) } }),
		"Item size has exceeded the maximum allowed size",
	],
	"documents have 32 levels": [
		put({ x: nested(31) }),
		put({ x: nested(32) }),
		"Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit",
	],
	"a partition key has 2048 bytes": [
		put({}, { ...key, artist: { S: "a".repeat(2048) } }),
		put({}, { ...key, artist: { S: "a".repeat(2049) } }),
		`${wrong}Size of hashkey has exceeded the maximum size limit of2048 bytes`,
	],
	"a sort key has 1024 bytes": [
		put({}, { ...key, title: { S: "t".repeat(1024) } }),
		put({}, { ...key, title: { S: "t".repeat(1025) } }),
		`${wrong}Aggregated size of all range keys has exceeded the size limit of 1024 bytes`,
	],
	"a number has 38 digits": [
		put({ x: { N: "9".repeat(38) } }),
		put({ x: { N: "9".repeat(39) } }),
		"Attempting to store more than 38 significant digits in a Number",
	],
	"a number is below 1E126": [
		put({ x: { N: "9.9999999999999999999999999999999999999E125" } }),
		put({ x: { N: "1E126" } }),
		/^Number overflow\. Attempting to store a number with magnitude larger than supported range$/,
	],
	"a number is not nearer to 0 than 1E-130": [
		put({ x: { N: "-1E-130" } }),
		put({ x: { N: "-1E-131" } }),
		/^Number underflow\. Attempting to store a number with magnitude smaller than supported range$/,
	],
	"an expression has 4 KB": [
		scan(`x = :v${" ".repeat(4096 - 6)}`, { ":v": { N: "1" } }),
		scan(`x = :v${" ".repeat(4096 - 5)}`, { ":v": { N: "1" } }),
		"Invalid FilterExpression: Expression size has exceeded the maximum allowed size; expression size: 4097",
	],
	"an expression has 300 operators": [
		// 150 comparisons and 149 ORs.
		scan(or(150), { ":v": { N: "1" } }),
		scan(or(151), { ":v": { N: "1" } }),
		"Invalid FilterExpression: The expression contains too many operators; operator count: 301",
	],
	"IN has 100 operands": [
		scan(`x IN (${operands(100).join(",")})`, valuesFor(operands(100))),
		scan(`x IN (${operands(101).join(",")})`, valuesFor(operands(101))),
		"Invalid FilterExpression: The IN operator is provided with too many operands; number of operands: 101",
	],
	"a placeholder's name has 255 bytes": [
		scan(`#${"n".repeat(254)} = :v`, { ":v": { N: "1" } }, { [`#${"n".repeat(254)}`]: "x" }),
		scan(`#${"n".repeat(255)} = :v`, { ":v": { N: "1" } }, { [`#${"n".repeat(255)}`]: "x" }),
		/^ExpressionAttributeNames contains invalid key: The expression attribute map contains a key that is too long;/,
	],
	"a batch writes 25 items": [
		["BatchWriteItem", { RequestItems: { [TableName]: puts(25) } }],
		["BatchWriteItem", { RequestItems: { [TableName]: puts(26) } }],
		/Map value must satisfy constraint: \[Member must have length less than or equal to 25, /,
	],
	"a batch reads 100 items": [
		["BatchGetItem", { RequestItems: { [TableName]: { Keys: keys(100) } } }],
		["BatchGetItem", { RequestItems: { [TableName]: { Keys: keys(101) } } }],
		/'requestItems\.songs\.member\.keys' failed to satisfy constraint: Member must have length less than or equal to 100$/,
	],
	"a transaction writes 100 items": [
		["TransactWriteItems", { TransactItems: keys(100).map((Key) => ({ Delete: { TableName, Key } })) }],
		["TransactWriteItems", { TransactItems: keys(101).map((Key) => ({ Delete: { TableName, Key } })) }],
		/'transactItems' failed to satisfy constraint: Member must have length less than or equal to 100$/,
	],
	"a transaction reads 100 items": [
		["TransactGetItems", { TransactItems: keys(100).map((Key) => ({ Get: { TableName, Key } })) }],
		["TransactGetItems", { TransactItems: keys(101).map((Key) => ({ Get: { TableName, Key } })) }],
		/'transactItems' failed to satisfy constraint: Member must have length less than or equal to 100$/,
	],
};

for (const [limit, [taken, refused, message]] of Object.entries(limits)) {
	test(limit, async (t) => {
		const { table, call, invalid } = await dynamodbForTest(t);
		await table();
		await call(...taken);
		await invalid(...refused, message);
	});
}

test("sums are exact to 38 digits, and no further", async (t) => {
	const { table, call, invalid } = await dynamodbForTest(t);
	await table();
	const sums: readonly [string, string, string][] = [
		["0.1", "0.2", "0.3"],
		["99999999999999999999999999999999999998", "1", "99999999999999999999999999999999999999"],
		["1E-130", "1E-130", `0.${"0".repeat(129)}2`],
		["12345678901234567890.123456789012345678", "-12345678901234567890.123456789012345677", "0.000000000000000001"],
		["1E125", "-1E125", "0"],
		["-0.00000000000000000000000000000000000012", "0.00000000000000000000000000000000000002", `-0.${"0".repeat(36)}1`],
	];
	for (const [a, b, sum] of sums) assert.equal(await added(call, a, b), sum, `${a} + ${b}`);
	await call("PutItem", { TableName, Item: { ...key, n: { N: "1E37" } } });
	await invalid(
		"UpdateItem",
		{ TableName, Key: key, UpdateExpression: "ADD n :b", ExpressionAttributeValues: { ":b": { N: "0.1" } } },
		"Attempting to store more than 38 significant digits in a Number",
	);
});

async function added(call: DynamodbForTest["call"], a: string, b: string): Promise<string> {
	await call("PutItem", { TableName, Item: { ...key, n: { N: a } } });
	const answer = await call("UpdateItem", {
		TableName,
		Key: key,
		UpdateExpression: "SET n = n + :b",
		ExpressionAttributeValues: { ":b": { N: b } },
		ReturnValues: "ALL_NEW",
	});
	return answer.Attributes.n.N;
}

function keys(count: number) {
	return Array.from({ length: count }, (_, index) => ({ ...key, title: { S: String(index) } }));
}

function puts(count: number) {
	return keys(count).map((Item) => ({ PutRequest: { Item } }));
}
