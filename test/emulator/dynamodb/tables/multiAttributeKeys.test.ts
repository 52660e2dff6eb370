import assert from "node:assert/strict";
import { test } from "node:test";
import {
	type AttributeDefinition,
	CreateTableCommand,
	type KeySchemaElement,
	PutItemCommand,
	QueryCommand,
	type QueryCommandInput,
	UpdateTableCommand,
} from "@aws-sdk/client-dynamodb";
import { invalid, sdkForTest, songs, TableName } from "../sdkForTest.ts";

const key = (hash: readonly string[], range: readonly string[]): KeySchemaElement[] => [
	...hash.map((AttributeName) => ({ AttributeName, KeyType: "HASH" as const })),
	...range.map((AttributeName) => ({ AttributeName, KeyType: "RANGE" as const })),
];
const attributes = (texts: readonly string[], numbers: readonly string[] = []): AttributeDefinition[] => [
	...(songs.AttributeDefinitions ?? []),
	...texts.map((AttributeName) => ({ AttributeName, AttributeType: "S" as const })),
	...numbers.map((AttributeName) => ({ AttributeName, AttributeType: "N" as const })),
];
const index = (KeySchema: KeySchemaElement[]) => ({
	IndexName: "byPlace",
	KeySchema,
	Projection: { ProjectionType: "ALL" as const },
});
const byPlace = index(key(["country", "city"], ["year", "venue"]));
const AttributeDefinitions = attributes(["country", "city", "venue"], ["year"]);

const query = (KeyConditionExpression: string, values: object, more: Partial<QueryCommandInput> = {}) =>
	new QueryCommand({
		TableName,
		IndexName: "byPlace",
		KeyConditionExpression,
		...(/#y/.test(KeyConditionExpression) && { ExpressionAttributeNames: { "#y": "year" } }),
		ExpressionAttributeValues: Object.fromEntries(
			Object.entries(values).map(([name, value]) => [
				name,
				typeof value === "number" ? { N: `${value}` } : { S: value },
			]),
		),
		...more,
	});
const place = { ":co": "it", ":ci": "rome" };
const inPlace = "country = :co AND city = :ci";

test("an index with two partition and two sort attributes is asked by all of the former and by the latter from the left", async (t) => {
	const { client } = await sdkForTest(t);
	await client.send(new CreateTableCommand(songs));
	const put = (title: string, country: string, city: string, year?: number, venue = "") =>
		client.send(
			new PutItemCommand({
				TableName,
				Item: {
					artist: { S: "a" },
					title: { S: title },
					country: { S: country },
					city: { S: city },
					...(year !== undefined && { year: { N: `${year}` } }),
					...(venue !== "" && { venue: { S: venue } }),
				},
			}),
		);
	await put("1", "it", "rome", 2020, "b");
	await put("2", "it", "rome", 2020, "a");
	await put("3", "it", "rome", 99, "z");
	await put("4", "it", "turin", 2020, "a");
	await put("5", "i", "trome", 2020, "a");
	await put("sparse", "it", "rome", 2020);
	await client.send(
		new UpdateTableCommand({ TableName, AttributeDefinitions, GlobalSecondaryIndexUpdates: [{ Create: byPlace }] }),
	);
	await put("6", "it", "rome", 2021, "a");
	const titles = async (command: QueryCommand) => {
		const { Items = [] } = await client.send(command);
		return Items.map((item) => item["title"]?.S).join(" ");
	};
	assert.equal(await titles(query(inPlace, place)), "3 2 1 6");
	assert.equal(await titles(query(inPlace, place, { ScanIndexForward: false })), "6 1 2 3");
	assert.equal(await titles(query(`${inPlace} AND #y = :y`, { ...place, ":y": 2020 })), "2 1");
	assert.equal(await titles(query(`${inPlace} AND #y = :y AND venue > :v`, { ...place, ":y": 2020, ":v": "a" })), "1");
	assert.equal(await titles(query(`${inPlace} AND #y BETWEEN :y AND :z`, { ...place, ":y": 100, ":z": 2020 })), "2 1");
	const first = await client.send(query(inPlace, place, { Limit: 1 }));
	assert.deepEqual(Object.keys(first.LastEvaluatedKey ?? {}).toSorted(), [
		"artist",
		"city",
		"country",
		"title",
		"venue",
		"year",
	]);
	assert.equal(await titles(query(inPlace, place, { ExclusiveStartKey: first.LastEvaluatedKey })), "2 1 6");
	await invalid(
		client.send(query("country = :co", { ":co": "it" })),
		"Query condition missed key schema element: city",
	);
	await invalid(
		client.send(query(`${inPlace} AND #y > :y AND venue = :v`, { ...place, ":y": 1, ":v": "a" })),
		"RANGE key attributes year must have equality conditions specified in the query because a condition is present on key attribute venue",
	);
	await invalid(client.send(query("country = :co AND city > :ci", place)), "Query key condition not supported");
});

test("what such keys may be is checked in AWS's words", async (t) => {
	const { client } = await sdkForTest(t);
	const create = (KeySchema: KeySchemaElement[]) => {
		const names = KeySchema.map(({ AttributeName = "" }) => AttributeName);
		return client.send(
			new CreateTableCommand({
				...songs,
				AttributeDefinitions: attributes([...new Set(names)]),
				GlobalSecondaryIndexes: [index(KeySchema)],
			}),
		);
	};
	const prefix = "One or more parameter values were invalid:";
	const five = ["k1", "k2", "k3", "k4", "k5"];
	await invalid(
		create(key(five, [])),
		`${prefix} The KeySchema exceeds the maximum allowed number of HASH key attributes`,
	);
	await invalid(
		create(key(["k0"], five)),
		`${prefix} The KeySchema exceeds the maximum allowed number of RANGE key attributes`,
	);
	await invalid(
		create([...key(["k1"], ["k2"]), ...key(["k3"], [])]),
		`${prefix} All HASH key attributes must precede RANGE key attributes in the KeySchema`,
	);
	await invalid(create(key(["k1", "k2"], ["k1"])), "The KeySchema contains multiple key attributes with the same name");
	await create(key(five.slice(0, 4), ["k6", "k7", "k8", "k9"]));
});
