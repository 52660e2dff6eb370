import assert from "node:assert/strict";
import { test } from "node:test";
import {
	BatchExecuteStatementCommand,
	BatchGetItemCommand,
	BatchWriteItemCommand,
	CreateTableCommand,
	type CreateTableCommandInput,
	DescribeTableCommand,
	ExecuteStatementCommand,
	GetItemCommand,
	ProvisionedThroughputExceededException,
	PutItemCommand,
	QueryCommand,
	ScanCommand,
	ThrottlingException,
	TransactGetItemsCommand,
	TransactionCanceledException,
	TransactWriteItemsCommand,
	UpdateTableCommand,
} from "@aws-sdk/client-dynamodb";
import { refused, sdkForTest } from "../sdkForTest.ts";

const arn = "arn:aws:dynamodb:us-east-1:000000000000:table/";
const tableText =
	"The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API.";
const indexText =
	"The level of configured provisioned throughput for one or more global secondary indexes of the table was exceeded. Consider increasing your provisioning level for the under-provisioned global secondary indexes with the UpdateTable API";
const onDemandText =
	"Throughput exceeds the current capacity of your table or index. DynamoDB is automatically scaling your table or index so please try again shortly. If exceptions persist, check if you have a hot key: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html";
const units = (read: number, write = read) => ({ ReadCapacityUnits: read, WriteCapacityUnits: write });

/** A table with one string key, and a global index by `g` where it has capacity given. */
function tableInput(name: string, capacity: Partial<CreateTableCommandInput>, index?: object): CreateTableCommandInput {
	const attribute = (AttributeName: string) => ({ AttributeName, AttributeType: "S" as const });
	return {
		TableName: name,
		KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
		AttributeDefinitions: [attribute("id"), ...(index ? [attribute("g")] : [])],
		...(index && {
			GlobalSecondaryIndexes: [
				{
					IndexName: "byG",
					KeySchema: [{ AttributeName: "g", KeyType: "HASH" }],
					Projection: { ProjectionType: "ALL" },
					...index,
				},
			],
		}),
		...capacity,
	};
}

const provisioned = (read: number, write = read) => ({ ProvisionedThroughput: units(read, write) });
const onDemand = { BillingMode: "PAY_PER_REQUEST" as const };

/** An item of so many kilobytes. */
const item = (id: string, kilobytes = 1, more: Record<string, { S: string }> = {}) => ({
	id: { S: id },
	...more,
	p: { S: "x".repeat(kilobytes * 1024 - 20 - id.length) },
});
const put = (TableName: string, ...given: Parameters<typeof item>) =>
	new PutItemCommand({ TableName, Item: item(...given) });
const get = (TableName: string, id: string) =>
	new GetItemCommand({ TableName, Key: { id: { S: id } }, ConsistentRead: true });

async function throttled(sent: Promise<unknown>, message: string, reason: string, resource: string): Promise<void> {
	const error: unknown = await sent.then(
		() => assert.fail("The call was not throttled."),
		(why: unknown) => why,
	);
	assert.ok(
		error instanceof ProvisionedThroughputExceededException || error instanceof ThrottlingException,
		String(error),
	);
	assert.equal(error.message, message);
	const reasons = error instanceof ThrottlingException ? error.throttlingReasons : error.ThrottlingReasons;
	assert.deepEqual(reasons, [{ reason, resource: arn + resource }]);
	assert.equal(error.$metadata.httpStatusCode, 400);
}

test("provisioned capacity is throttled when five minutes of it are used up, and comes back with the clock", async (t) => {
	const { client, advance } = await sdkForTest(t, { dynamodb: { throttling: true } });
	await client.send(new CreateTableCommand(tableInput("low", provisioned(1))));
	await client.send(put("low", "big", 300));
	await throttled(client.send(put("low", "a")), tableText, "TableWriteProvisionedThroughputExceeded", "low");
	for (let i = 0; i < 4; i++) await client.send(get("low", "big"));
	await throttled(client.send(get("low", "big")), tableText, "TableReadProvisionedThroughputExceeded", "low");
	const query = new QueryCommand({
		TableName: "low",
		KeyConditionExpression: "id = :i",
		ExpressionAttributeValues: { ":i": { S: "big" } },
	});
	for (const read of [
		query,
		new ScanCommand({ TableName: "low" }),
		new ExecuteStatementCommand({ Statement: "SELECT * FROM low" }),
	]) {
		const sent: Promise<unknown> = client.send(read as ScanCommand); // any of the three
		await throttled(sent, tableText, "TableReadProvisionedThroughputExceeded", "low");
	}
	advance(1);
	await client.send(put("low", "a"));
	await throttled(client.send(put("low", "b")), tableText, "TableWriteProvisionedThroughputExceeded", "low");
	advance(300);
	for (let i = 0; i < 100; i++) await client.send(put("low", `${i}`, 3));
	await throttled(client.send(put("low", "b")), tableText, "TableWriteProvisionedThroughputExceeded", "low");
});

test("a partition gives a thousand units a second in either mode, and on demand the owner's limit bites", async (t) => {
	const { client, advance } = await sdkForTest(t, { dynamodb: { throttling: true } });
	await client.send(new CreateTableCommand(tableInput("high", provisioned(5000))));
	await client.send(new CreateTableCommand(tableInput("free", onDemand)));
	for (const [table, text] of [
		["high", tableText],
		["free", onDemandText],
	] as const) {
		for (let i = 0; i < 3; i++) await client.send(put(table, "hot", 350));
		await throttled(client.send(put(table, "hot")), text, "TableWriteKeyRangeThroughputExceeded", table);
	}
	advance(1);
	await client.send(put("high", "hot"));

	const limited = { ...onDemand, OnDemandThroughput: { MaxReadRequestUnits: 1, MaxWriteRequestUnits: 1 } };
	await client.send(new CreateTableCommand(tableInput("limited", limited)));
	await client.send(put("limited", "a", 300));
	const text = "Throughput exceeds the maximum OnDemandThroughput configured on table or index";
	await throttled(client.send(put("limited", "b")), text, "TableWriteMaxOnDemandThroughputExceeded", "limited");
});

test("an index without capacity throttles the writes of its table that concern it, and its own reads", async (t) => {
	const { client, advance } = await sdkForTest(t, { dynamodb: { throttling: true } });
	await client.send(new CreateTableCommand(tableInput("low", provisioned(1000), provisioned(1))));
	const g = { g: { S: "x" } };
	await client.send(put("low", "a", 300, g));
	await throttled(
		client.send(put("low", "b", 1, g)),
		indexText,
		"IndexWriteProvisionedThroughputExceeded",
		"low/index/byG",
	);
	await client.send(put("low", "c"));
	assert.equal((await client.send(new ScanCommand({ TableName: "low", Select: "COUNT" }))).Count, 2);
	const { Table } = await client.send(new DescribeTableCommand({ TableName: "low" }));
	assert.deepEqual([Table?.ItemCount, Table?.GlobalSecondaryIndexes?.[0]?.ItemCount], [2, 1]);
	const query = new QueryCommand({
		TableName: "low",
		IndexName: "byG",
		KeyConditionExpression: "g = :g",
		ExpressionAttributeValues: { ":g": { S: "x" } },
	});
	for (let i = 0; i < 8; i++) await client.send(query);
	await throttled(client.send(query), indexText, "IndexReadProvisionedThroughputExceeded", "low/index/byG");
	advance(1);
	await client.send(put("low", "b", 1, g));

	await client.send(new CreateTableCommand(tableInput("free", onDemand, {})));
	const text =
		"Throughput exceeds the current capacity for one or more global secondary indexes. DynamoDB is automatically scaling your index so please try again shortly.";
	for (const id of ["a", "b", "c"]) await client.send(put("free", id, 350, g));
	await throttled(client.send(put("free", "d", 1, g)), text, "IndexWriteKeyRangeThroughputExceeded", "free/index/byG");
});

test("of a batch what is throttled is left over, and only a batch of nothing else is refused", async (t) => {
	const { client, advance } = await sdkForTest(t, { dynamodb: { throttling: true } });
	await client.send(new CreateTableCommand(tableInput("low", provisioned(1))));
	const write = (...items: ReturnType<typeof item>[]) =>
		new BatchWriteItemCommand({ RequestItems: { low: items.map((Item) => ({ PutRequest: { Item } })) } });
	const first = await client.send(write(item("a", 300), item("b", 2), item("c", 2)));
	assert.deepEqual(
		first.UnprocessedItems?.["low"]?.map((it) => it.PutRequest?.Item?.["id"]?.S),
		["b", "c"],
	);
	await throttled(
		client.send(write(item("b"), item("c"))),
		tableText,
		"TableWriteProvisionedThroughputExceeded",
		"low",
	);
	advance(1);
	await client.send(put("low", "b"));

	const read = (...ids: string[]) =>
		new BatchGetItemCommand({
			RequestItems: { low: { Keys: ids.map((id) => ({ id: { S: id } })), ConsistentRead: true } },
		});
	for (let i = 0; i < 3; i++) await client.send(get("low", "a"));
	const some = await client.send(read("a", "b"));
	assert.deepEqual(
		some.Responses?.["low"]?.map((it) => it["id"]?.S),
		["a"],
	);
	assert.deepEqual(some.UnprocessedKeys, { low: { Keys: [{ id: { S: "b" } }], ConsistentRead: true } });
	await throttled(client.send(read("a", "b")), tableText, "TableReadProvisionedThroughputExceeded", "low");
});

async function cancellations(sent: Promise<unknown>) {
	const error: unknown = await sent.catch((why: unknown) => why);
	assert.ok(error instanceof TransactionCanceledException, String(error));
	return error.CancellationReasons?.map(({ Code, Message }) => [Code, Message]);
}

test("a transaction is cancelled for the actions for which there is no capacity, and nothing of it is charged", async (t) => {
	const { client, emulator } = await sdkForTest(t, { dynamodb: { throttling: true } });
	await client.send(new CreateTableCommand(tableInput("low", provisioned(1))));
	await client.send(new CreateTableCommand(tableInput("free", onDemand)));
	const action = (TableName: string, id: string) => ({ Put: { TableName, Item: item(id) } });
	await client.send(put("low", "a", 300));
	const both = new TransactWriteItemsCommand({ TransactItems: [action("free", "1"), action("low", "b")] });
	const none = [["None", undefined]];
	assert.deepEqual(await cancellations(client.send(both)), [...none, ["ProvisionedThroughputExceeded", tableText]]);
	assert.equal((await client.send(get("free", "1"))).Item, undefined);
	assert.equal((await partitions(emulator.endpoint, "free")).resources[0].write.consumed, 0);

	for (let i = 0; i < 3; i++) await client.send(put("free", "hot", 350));
	const hot = new TransactWriteItemsCommand({ TransactItems: [action("free", "hot")] });
	assert.deepEqual(await cancellations(client.send(hot)), [["ThrottlingError", onDemandText]]);

	for (let i = 0; i < 4; i++) await client.send(get("low", "a"));
	const reads = new TransactGetItemsCommand({
		TransactItems: ["low", "free"].map((TableName) => ({ Get: { TableName, Key: { id: { S: "a" } } } })),
	});
	assert.deepEqual(await cancellations(client.send(reads)), [["ProvisionedThroughputExceeded", tableText], ...none]);
});

test("each PartiQL statement of a batch is throttled by itself", async (t) => {
	const { client } = await sdkForTest(t, { dynamodb: { throttling: true } });
	await client.send(new CreateTableCommand(tableInput("low", provisioned(1))));
	await client.send(new CreateTableCommand(tableInput("free", onDemand)));
	await client.send(put("low", "a", 300));
	for (let i = 0; i < 3; i++) await client.send(put("free", "hot", 350));
	const insert = (table: string, id: string) => ({ Statement: `INSERT INTO ${table} VALUE {'id': '${id}'}` });
	const { Responses } = await client.send(
		new BatchExecuteStatementCommand({
			Statements: [insert("low", "b"), insert("free", "hot"), insert("free", "x")],
		}),
	);
	assert.deepEqual(
		Responses?.map((it) => [it.Error?.Code, it.Error?.Message]),
		[
			["ProvisionedThroughputExceeded", tableText],
			["ThrottlingError", onDemandText],
			[undefined, undefined],
		],
	);
});

test("a condition that does not hold costs a write, and is throttled like one", async (t) => {
	const { client, emulator } = await sdkForTest(t, { dynamodb: { throttling: true } });
	await client.send(new CreateTableCommand(tableInput("low", provisioned(1))));
	await client.send(put("low", "a", 200));
	const conditional = new PutItemCommand({
		TableName: "low",
		Item: item("a"),
		ConditionExpression: "attribute_not_exists(id)",
	});
	await refused(client.send(conditional), "ConditionalCheckFailedException", "The conditional request failed");
	assert.equal((await partitions(emulator.endpoint, "low")).resources[0].write.consumed, 400);
	await throttled(client.send(conditional), tableText, "TableWriteProvisionedThroughputExceeded", "low");
});

// oxlint-disable-next-line typescript/no-explicit-any -- an answer is read freely in tests
async function partitions(endpoint: string, table: string): Promise<any> {
	return (await fetch(`${endpoint}/_gatewright/dynamodb/${table}/partitions`)).json();
}

// oxlint-disable-next-line typescript/no-explicit-any -- the same
async function setThrottling(endpoint: string, body: unknown): Promise<[status: number, answer: any]> {
	const response = await fetch(`${endpoint}/_gatewright/dynamodb/throttling`, {
		method: "PUT",
		body: JSON.stringify(body),
	});
	return [response.status, await response.json()];
}

test("deletion protection that has just been changed is left alone for fifteen seconds where throttling is on", async (t) => {
	const { client, advance, clock } = await sdkForTest(t, { dynamodb: { throttling: true } });
	await client.send(new CreateTableCommand(tableInput("low", provisioned(1))));
	const protect = (DeletionProtectionEnabled: boolean) =>
		client.send(new UpdateTableCommand({ TableName: "low", DeletionProtectionEnabled }));
	await protect(false); // changes nothing
	await protect(true);
	const again = new Date(clock.now() + 15_000).toISOString().replace("Z", "");
	await refused(
		protect(false),
		"ThrottlingException",
		`Deletion protection setting for table low modified within the previous 15000 milliseconds. Please try again after ${again}`,
	);
	advance(15);
	await protect(false);
});

test("throttling is off until it is asked for, for all tables or for one; what AWS would have done shows all the same", async (t) => {
	const { client, emulator } = await sdkForTest(t);
	const { endpoint } = emulator;
	await client.send(new CreateTableCommand(tableInput("low", provisioned(1))));
	await client.send(put("low", "a", 300));
	await client.send(put("low", "b"));
	const seen = await partitions(endpoint, "low");
	assert.equal(seen.throttling, false);
	const [own] = seen.resources;
	assert.deepEqual(own.write.burst, { left: 0, full: 300 });
	assert.equal(own.write.consumed, 301);
	assert.deepEqual(
		own.write.throttled.map(({ reason, count }: { reason: string; count: number }) => [reason, count]),
		[["TableWriteProvisionedThroughputExceeded", 1]],
	);
	assert.deepEqual(
		seen.events.map(({ refused: was, reasons }: { refused: boolean; reasons: object[] }) => [was, reasons]),
		[[false, [{ reason: "TableWriteProvisionedThroughputExceeded", resource: `${arn}low` }]]],
	);
	assert.deepEqual(
		own.hotKeys.map((hot: { key: object }) => hot.key),
		[{ id: { S: "a" } }, { id: { S: "b" } }],
	);

	assert.deepEqual(await setThrottling(endpoint, { tables: { low: true } }), [
		200,
		{ enabled: false, tables: { low: true } },
	]);
	await throttled(client.send(put("low", "c")), tableText, "TableWriteProvisionedThroughputExceeded", "low");
	assert.deepEqual(await setThrottling(endpoint, { enabled: true, tables: { low: false } }), [
		200,
		{ enabled: true, tables: { low: false } },
	]);
	await client.send(put("low", "c"));
	await setThrottling(endpoint, { tables: { low: null } });
	await throttled(client.send(put("low", "d")), tableText, "TableWriteProvisionedThroughputExceeded", "low");
	await refusesNonsense(endpoint);
});

async function refusesNonsense(endpoint: string): Promise<void> {
	for (const [body, message] of [
		[{}, /^Throttling takes/],
		[{ enabled: 1 }, /^Throttling takes/],
		[{ tables: { low: "yes" } }, /^Throttling takes/],
		[{ other: true }, /^Throttling takes/],
		[{ tables: Object.fromEntries(Array.from({ length: 1001 }, (_, i) => [`t${i}`, true])) }, /for 1000 tables/],
	] as const) {
		const [status, answer] = await setThrottling(endpoint, body);
		assert.equal(status, 400);
		assert.match(answer.message, message);
	}
	const gone = await fetch(`${endpoint}/_gatewright/dynamodb/none/partitions`);
	assert.deepEqual([gone.status, await gone.json()], [404, { message: "There is no table none." }]);
	assert.equal((await fetch(`${endpoint}/_gatewright/dynamodb/throttling`, { method: "POST" })).status, 405);
}
