import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { type Answer, type Json, send } from "../../../scripts/dynamodbLocal/call.ts";
import { startEmulator } from "../startEmulator.ts";

// Answers that were recorded from AWS (October 2025), each under the name of its entry. The entries of the control plane
// that are not here are held where their operations are: test_continuous_backup_update (backups/recovery.test.ts),
// test_kinesis_streaming_destination_crud, test_dynamodb_describe_contributor_insights, test_table_crud and
// test_gsi_with_billing_mode (operations/). test_stream_destination_records is empty.

type Step = readonly [operation: string, request: Json, answer: Json];

const TableName = "recorded";
const string = (AttributeName: string) => ({ AttributeName, AttributeType: "S" });
const table = (hash: string, more: Json = {}): Json => ({
	TableName,
	AttributeDefinitions: [string(hash)],
	KeySchema: [{ AttributeName: hash, KeyType: "HASH" }],
	ProvisionedThroughput: { ReadCapacityUnits: 5, WriteCapacityUnits: 5 },
	...more,
});
const byId = table("id");
const streamed = (StreamViewType: string) => ({ StreamSpecification: { StreamEnabled: true, StreamViewType } });
const id = (text: string) => ({ id: { S: text } });
const put = (Item: Json): Step => ["PutItem", { TableName, Item }, {}];
const foobar = Buffer.from("foobar").toString("base64");

const answers: Readonly<Record<string, { readonly create: Json; readonly steps: readonly Step[] }>> = {
	test_valid_local_secondary_index: {
		create: table("PK", {
			AttributeDefinitions: [string("PK"), string("SK"), { AttributeName: "LSI1SK", AttributeType: "N" }],
			KeySchema: [
				{ AttributeName: "PK", KeyType: "HASH" },
				{ AttributeName: "SK", KeyType: "RANGE" },
			],
			LocalSecondaryIndexes: [
				{
					IndexName: "LSI1",
					KeySchema: [
						{ AttributeName: "PK", KeyType: "HASH" },
						{ AttributeName: "LSI1SK", KeyType: "RANGE" },
					],
					Projection: { ProjectionType: "ALL" },
				},
			],
		}),
		steps: [
			put({ PK: { S: "test one" }, SK: { S: "hello" }, LSI1SK: { N: "123" } }),
			[
				"Query",
				{
					TableName,
					IndexName: "LSI1",
					KeyConditionExpression: "PK = :v",
					ExpressionAttributeValues: { ":v": { S: "test one" } },
				},
				{ Count: 1, Items: [{ LSI1SK: { N: "123" }, PK: { S: "test one" }, SK: { S: "hello" } }], ScannedCount: 1 },
			],
		],
	},
	test_empty_and_binary_values: {
		create: byId,
		steps: [put({ ...id("id1"), data: { S: "" } }), put({ ...id("id2"), data: { B: foobar } })],
	},
	test_batch_write_binary: {
		create: byId,
		steps: [
			[
				"BatchWriteItem",
				{ RequestItems: { [TableName]: [{ PutRequest: { Item: { ...id("1"), data: { B: foobar } } } }] } },
				{ UnprocessedItems: {} },
			],
		],
	},
	test_batch_write_items: {
		create: byId,
		steps: [
			put(id("Fred")),
			[
				"BatchWriteItem",
				{
					RequestItems: { [TableName]: [{ DeleteRequest: { Key: id("Fred") } }, { PutRequest: { Item: id("Bob") } }] },
				},
				{ UnprocessedItems: {} },
			],
		],
	},
	test_dynamodb_execute_transaction: {
		create: table("Username"),
		steps: [
			[
				"ExecuteTransaction",
				{
					TransactStatements: ["user01", "user02"].map((name) => ({
						Statement: `INSERT INTO ${TableName} VALUE {'Username': '${name}'}`,
					})),
				},
				{ Responses: [] },
			],
			["GetItem", { TableName, Key: { Username: { S: "user02" } } }, { Item: { Username: { S: "user02" } } }],
		],
	},
	test_create_duplicate_table: {
		create: byId,
		steps: [["CreateTable", byId, refused("ResourceInUseException", `Table already exists: ${TableName}`)]],
	},
	test_dynamodb_pay_per_request: {
		create: byId,
		steps: [
			[
				"CreateTable",
				{ ...byId, TableName: "others", BillingMode: "PAY_PER_REQUEST" },
				refused(
					"ValidationException",
					"One or more parameter values were invalid: Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST",
				),
			],
		],
	},
	test_transaction_write_items: {
		create: byId,
		steps: [
			put(id("old")),
			...[TableName, `arn:aws:dynamodb:us-east-1:000000000000:table/${TableName}`].map(
				(name): Step => [
					"TransactWriteItems",
					{
						TransactItems: [
							{ ConditionCheck: { TableName: name, ConditionExpression: "attribute_exists(id)", Key: id("old") } },
							{ Put: { TableName: name, Item: id("new") } },
							{
								Update: {
									TableName: name,
									Key: id("updated"),
									UpdateExpression: "SET attr1 = :v",
									ExpressionAttributeValues: { ":v": { S: "value" } },
								},
							},
							{ Delete: { TableName: name, Key: id("gone") } },
						],
					},
					{},
				],
			),
		],
	},
	test_transaction_write_canceled: {
		create: byId,
		steps: [
			[
				"TransactWriteItems",
				{
					TransactItems: [
						{ ConditionCheck: { TableName, ConditionExpression: "attribute_exists(id)", Key: id("nobody") } },
						{
							Update: {
								TableName,
								Key: id("x"),
								UpdateExpression: "SET a = :v",
								ExpressionAttributeValues: { ":v": { S: "v" } },
							},
						},
					],
				},
				refused(
					"TransactionCanceledException",
					"Transaction cancelled, please refer cancellation reasons for specific reasons [ConditionalCheckFailed, None]",
				),
			],
		],
	},
	test_transaction_write_binary_data: {
		create: byId,
		steps: [
			[
				"TransactWriteItems",
				{ TransactItems: [{ Put: { TableName, Item: { ...id("someUser"), binaryData: { B: foobar } } } }] },
				{},
			],
			["GetItem", { TableName, Key: id("someUser") }, { Item: { binaryData: { B: foobar }, ...id("someUser") } }],
		],
	},
	test_dynamodb_idempotent_writing: {
		create: byId,
		steps: [1, 2].map(() => [
			"TransactWriteItems",
			{ ClientRequestToken: "dedupe_token", TransactItems: [{ Put: { TableName, Item: id("1") } }] },
			{},
		]),
	},
	test_dynamodb_get_batch_items: {
		create: byId,
		steps: [
			[
				"BatchGetItem",
				{ RequestItems: { [TableName]: { Keys: [id("nobody")] } } },
				{ Responses: { [TableName]: [] }, UnprocessedKeys: {} },
			],
		],
	},
	test_batch_write_not_matching_schema: {
		create: byId,
		steps: [
			[
				"BatchWriteItem",
				{ RequestItems: { [TableName]: [{ PutRequest: { Item: { other: { S: "x" } } } }] } },
				refused("ValidationException", "The provided key element does not match the schema"),
			],
		],
	},
	test_return_values_on_conditions_check_failure: {
		create: byId,
		steps: [
			put({ ...id("456"), price: { N: "650" }, product: { S: "sporting goods" } }),
			[
				"DeleteItem",
				{
					TableName,
					Key: id("456"),
					ConditionExpression: "price < :p",
					ExpressionAttributeValues: { ":p": { N: "500" } },
					ReturnValuesOnConditionCheckFailure: "ALL_OLD",
				},
				{
					...refused("ConditionalCheckFailedException", "The conditional request failed"),
					Item: { ...id("456"), price: { N: "650" }, product: { S: "sporting goods" } },
				},
			],
		],
	},
};

for (const [entry, { create, steps }] of Object.entries(answers)) {
	test(`answers as AWS was recorded to: ${entry}`, async (t) => {
		const ask = await emulatorWith(t, create);
		for (const [operation, request, expected] of steps) {
			assert.deepEqual(shown(await ask(operation, request), expected), expected, operation);
		}
	});
}

type Change = readonly [event: string, keys: Json, before: Json | undefined, after: Json | undefined, size: number];
const text = (of: Readonly<Record<string, string>>): Json =>
	Object.fromEntries(Object.entries(of).map(([name, S]) => [name, { S }]));
const fred = text({ id: "Fred" });
const newKey = text({ id: "NewKey" });
const twoValues = text({ id: "NewKey", attr1: "value1", attr2: "value2" });
const update = (Key: Json, values: Readonly<Record<string, string>>) => ({
	TableName,
	Key,
	UpdateExpression: `SET ${Object.keys(values)
		.map((name) => `#${name} = :${name}`)
		.join(", ")}`,
	ExpressionAttributeNames: Object.fromEntries(Object.keys(values).map((name) => [`#${name}`, name])),
	ExpressionAttributeValues: Object.fromEntries(Object.entries(values).map(([name, S]) => [`:${name}`, { S }])),
});
const transact = (...TransactItems: readonly Json[]) => ["TransactWriteItems", { TransactItems }] as const;

const streams: Readonly<
	Record<
		string,
		{
			readonly view: string;
			readonly hash?: string;
			readonly calls: readonly (readonly [operation: string, request: Json])[];
			readonly records: readonly Change[];
		}
	>
> = {
	test_batch_write_items_streaming: {
		view: "NEW_AND_OLD_IMAGES",
		calls: [
			["PutItem", { TableName, Item: fred }],
			[
				"BatchWriteItem",
				{ RequestItems: { [TableName]: [{ PutRequest: { Item: newKey } }, { PutRequest: { Item: fred } }] } },
			],
			[
				"BatchWriteItem",
				{
					RequestItems: {
						[TableName]: [
							{ DeleteRequest: { Key: newKey } },
							{ DeleteRequest: { Key: text({ id: "NonExistentKey" }) } },
							{ PutRequest: { Item: text({ id: "Fred", name: "Fred" }) } },
						],
					},
				},
			],
		],
		records: [
			["INSERT", fred, undefined, fred, 12],
			["INSERT", newKey, undefined, newKey, 16],
			["REMOVE", newKey, newKey, undefined, 16],
			["MODIFY", fred, fred, text({ id: "Fred", name: "Fred" }), 26],
		],
	},
	test_dynamodb_stream_stream_view_type: {
		view: "KEYS_ONLY",
		hash: "Username",
		calls: ["Fred", "Alice"].flatMap((name) => [
			["PutItem", { TableName, Item: text({ Username: name }) }],
			["UpdateItem", update(text({ Username: name }), { S: "Fred" })],
			["DeleteItem", { TableName, Key: text({ Username: name }) }],
		]),
		records: (
			[
				["Fred", 12],
				["Alice", 13],
			] as const
		).flatMap(([name, size]) =>
			["INSERT", "MODIFY", "REMOVE"].map(
				(event) => [event, text({ Username: name }), undefined, undefined, size] as const,
			),
		),
	},
	test_dynamodb_stream_records_with_update_item: {
		view: "NEW_AND_OLD_IMAGES",
		calls: [
			["UpdateItem", update(text({ id: "my-item-id" }), { attr1: "value1", attr2: "value2" })],
			["UpdateItem", update(text({ id: "my-item-id" }), { attr1: "value2", attr2: "value3" })],
			// What changes nothing is not recorded.
			["UpdateItem", update(text({ id: "my-item-id" }), { attr1: "value2", attr2: "value3" })],
		],
		records: [
			[
				"INSERT",
				text({ id: "my-item-id" }),
				undefined,
				text({ id: "my-item-id", attr1: "value1", attr2: "value2" }),
				46,
			],
			[
				"MODIFY",
				text({ id: "my-item-id" }),
				text({ id: "my-item-id", attr1: "value1", attr2: "value2" }),
				text({ id: "my-item-id", attr1: "value2", attr2: "value3" }),
				80,
			],
		],
	},
	test_transact_write_items_streaming: {
		view: "NEW_AND_OLD_IMAGES",
		calls: [
			["PutItem", { TableName, Item: fred }],
			transact({ Put: { TableName, Item: newKey } }, { Put: { TableName, Item: fred } }),
			transact({ Update: update(newKey, { attr1: "value1", attr2: "value2" }) }),
			transact(
				{ Update: update(newKey, { attr1: "value1", attr2: "value2" }) },
				{ Update: update(text({ id: "NonExistentKey" }), { attr1: "value1" }) },
			),
			transact(
				{ Delete: { TableName, Key: newKey } },
				{ Put: { TableName, Item: text({ id: "Fred", name: "Fred" }) } },
			),
		],
		records: [
			["INSERT", fred, undefined, fred, 12],
			["INSERT", newKey, undefined, newKey, 16],
			["MODIFY", newKey, newKey, twoValues, 46],
			["INSERT", text({ id: "NonExistentKey" }), undefined, text({ id: "NonExistentKey", attr1: "value1" }), 43],
			["REMOVE", newKey, twoValues, undefined, 38],
			["MODIFY", fred, fred, text({ id: "Fred", name: "Fred" }), 26],
		],
	},
	test_transact_write_items_streaming_for_different_tables: {
		view: "NEW_AND_OLD_IMAGES",
		calls: [
			["CreateTable", { ...byId, TableName: "unstreamed" }],
			transact({ Put: { TableName: "unstreamed", Item: newKey } }, { Put: { TableName, Item: fred } }),
		],
		records: [["INSERT", fred, undefined, fred, 12]],
	},
};

for (const [entry, { view, hash, calls, records }] of Object.entries(streams)) {
	test(`records as AWS was recorded to: ${entry}`, async (t) => {
		const ask = await emulatorWith(t, table(hash ?? "id", streamed(view)));
		for (const [operation, request] of calls) {
			const answer = await ask(operation, request);
			assert.ok("result" in answer, JSON.stringify(answer));
		}
		const result = async (operation: string, request: Json) => {
			const answer = await ask(operation, request);
			return "result" in answer ? answer.result : assert.fail(answer.message);
		};
		const { Table } = await result("DescribeTable", { TableName });
		const StreamArn = Object(Table)["LatestStreamArn"];
		const { StreamDescription } = await result("DescribeStream", { StreamArn });
		const [{ ShardId }] = Object(StreamDescription)["Shards"];
		const request = { StreamArn, ShardId, ShardIteratorType: "TRIM_HORIZON" };
		const { Records } = await result("GetRecords", await result("GetShardIterator", request));
		const told = (Records as readonly Json[]).map((record) => {
			const { Keys, OldImage, NewImage, SizeBytes, StreamViewType }: Json = Object(record["dynamodb"]);
			assert.deepEqual(
				[record["eventSource"], record["eventVersion"], record["awsRegion"], StreamViewType],
				["aws:dynamodb", "1.1", "us-east-1", view],
			);
			return [record["eventName"], Keys, OldImage, NewImage, SizeBytes];
		});
		assert.deepEqual(told, records);
	});
}

async function emulatorWith(t: TestContext, create: Json) {
	const { endpoint } = await startEmulator(t);
	const ask = (operation: string, request: Json): Promise<Answer> => send(endpoint, { operation, request });
	const created = await ask("CreateTable", create);
	assert.ok("result" in created, JSON.stringify(created));
	return ask;
}

function refused(error: string, message: string): Json {
	return { error, message };
}

/** An answer in the form of what is expected; of a refusal, the members that are. */
function shown(answer: Answer, expected: Json): Json {
	if ("result" in answer) return answer.result;
	const { error, message, more } = answer;
	return { error, message, ...("Item" in expected && { Item: more["Item"] }) };
}
