import type { Target } from "../load.ts";

/** What is measured, each as a way to make the next request; requests are made by parts, since the load shares the machine. */
export const operations = {
	PutItem: (next: Next) => `{"TableName":"${table}","Item":${item(newKeys(next()))}}`,
	GetItem: (next: Next) => `{"TableName":"${table}","Key":${key(seeded(next()))}}`,
	Query: (next: Next) =>
		`{"TableName":"${table}","KeyConditionExpression":"pk = :p","ExpressionAttributeValues":{":p":{"S":"${seeded(next()).pk}"}}}`,
	BatchWriteItem: (next: Next) => batchOf(25, () => newKeys(next())),
	TransactWriteItems: (next: Next) => {
		const puts = Array.from({ length: 3 }, () => `{"Put":{"TableName":"${table}","Item":${item(newKeys(next()))}}}`);
		return `{"TransactItems":[${puts.join(",")}]}`;
	},
} as const;

export type Operation = keyof typeof operations;

/** Numbers that never come again in a run. */
type Next = () => number;
type ItemKey = { readonly pk: string; readonly sk: number };

const table = "bench";

/** One request after another of an operation, against one server. */
export function requestsOf(operation: Operation, port: number, next: Next): Target {
	return { port, next: () => awsCall(port, operation, operations[operation](next)) };
}

/** An AWS call as raw HTTP. The signature is nobody's: none of the servers asks for the key. */
export function awsCall(port: number, operation: string, body: string): string {
	return [
		"POST / HTTP/1.1",
		`Host: localhost:${port}`,
		`X-Amz-Target: DynamoDB_20120810.${operation}`,
		"Content-Type: application/x-amz-json-1.0",
		"X-Amz-Date: 20261122T000000Z",
		`Authorization: AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261122/us-east-1/dynamodb/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-target, Signature=${"0".repeat(64)}`,
		`Content-Length: ${Buffer.byteLength(body)}`,
		"",
		body,
	].join("\r\n");
}

/** `streams` is for those that have them. */
export function createTable(name: string, streams: boolean, indexes: readonly string[] = []): string {
	const attributes = [["pk", "S"], ["sk", "N"], ...indexes.map((it) => [it, "S"])];
	return JSON.stringify({
		TableName: name,
		BillingMode: "PAY_PER_REQUEST",
		AttributeDefinitions: attributes.map(([AttributeName, AttributeType]) => ({ AttributeName, AttributeType })),
		KeySchema: keySchema("pk", "sk"),
		...(streams && { StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" } }),
		...(indexes.length > 0 && {
			GlobalSecondaryIndexes: indexes.map((it) => ({
				IndexName: it,
				KeySchema: keySchema(it, "sk"),
				Projection: { ProjectionType: "ALL" },
			})),
		}),
	});
}

const keySchema = (hash: string, range: string) => [
	{ AttributeName: hash, KeyType: "HASH" },
	{ AttributeName: range, KeyType: "RANGE" },
];

/** What the reads read: partitions of ten items. */
const partitions = 1000;
const itemsInPartition = 10;

export function seedRequests(port: number): readonly string[] {
	const keys = Array.from({ length: partitions * itemsInPartition }, (_, index) => seeded(index));
	const requests: string[] = [];
	while (keys.length > 0)
		requests.push(
			awsCall(
				port,
				"BatchWriteItem",
				batchOf(25, () => keys.pop() ?? seeded(0)),
			),
		);
	return requests;
}

function batchOf(count: number, nextKey: () => ItemKey): string {
	const items = Array.from({ length: count }, () => item(nextKey()));
	return batchWrite(table, items);
}

export function batchWrite(tableName: string, items: readonly string[]): string {
	return `{"RequestItems":{"${tableName}":[${items.map((it) => `{"PutRequest":{"Item":${it}}}`).join(",")}]}}`;
}

function seeded(index: number): ItemKey {
	return { pk: `seed#${index % partitions}`, sk: Math.floor(index / partitions) % itemsInPartition };
}

function newKeys(index: number): ItemKey {
	return { pk: `customer#${index % 5000}`, sk: index };
}

const key = ({ pk, sk }: ItemKey) => `{"pk":{"S":"${pk}"},"sk":{"N":"${sk}"}}`;

/** An order of some 400 bytes, as DynamoDB counts them. `more` is JSON of further attributes, each with its comma. */
export function item({ pk, sk }: ItemKey, more = ""): string {
	return `{"pk":{"S":"${pk}"},"sk":{"N":"${sk}"},${more}${attributes}}`;
}

const attributes = JSON.stringify({
	status: { S: "SHIPPED" },
	total: { N: "129.95" },
	currency: { S: "EUR" },
	paid: { BOOL: true },
	note: { S: "Leave the parcel with the neighbours if nobody is at home, and do not ring after eight. ".repeat(2) },
	address: { M: { street: { S: "Harbour Street 12" }, city: { S: "Bristol" }, zip: { S: "BS1 4RW" } } },
	lines: {
		L: [
			{ M: { sku: { S: "GW-1001" }, quantity: { N: "2" }, price: { N: "49.95" } } },
			{ M: { sku: { S: "GW-2040" }, quantity: { N: "1" }, price: { N: "30.05" } } },
		],
	},
	tags: { SS: ["fragile", "gift"] },
}).slice(1, -1);
