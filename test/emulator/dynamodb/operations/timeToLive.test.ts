import assert from "node:assert/strict";
import { test } from "node:test";
import {
	CreateTableCommand,
	DeleteTableCommand,
	DescribeTimeToLiveCommand,
	PutItemCommand,
	ScanCommand,
	UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import { openDynamodb } from "../../../../emulator/dynamodb/dynamodb.ts";
import { callable, kernelForTest } from "../dynamodbForTest.ts";
import { invalid, refused, sdkForTest, song, songs, TableName } from "../sdkForTest.ts";

const update = (Enabled: boolean, AttributeName = "ttl") =>
	new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { Enabled, AttributeName } });
const describe = new DescribeTimeToLiveCommand({ TableName });

test("time to live takes the set time, and is not changed twice within the set interval", async (t) => {
	const { client, advance } = await sdkForTest(t, { dynamodb: { timing: { table: 10, timeToLiveChange: 3600 } } });
	await client.send(new CreateTableCommand(songs));
	const state = async () => {
		const { TimeToLiveDescription } = await client.send(describe);
		return [TimeToLiveDescription?.TimeToLiveStatus, TimeToLiveDescription?.AttributeName];
	};
	await invalid(
		client.send(describe),
		"Cannot describe time to live while table is in CREATING state: Current table state is CREATING",
	);
	const inUse = "Attempt to change a resource which is still in use: Table is being created: songs";
	await refused(client.send(update(true)), "ResourceInUseException", inUse);
	advance(10);
	assert.deepEqual(await state(), ["DISABLED", undefined]);
	await invalid(client.send(update(false)), "TimeToLive is already disabled");
	const { $metadata: _, ...answer } = await client.send(update(true));
	assert.deepEqual(answer, { TimeToLiveSpecification: { Enabled: true, AttributeName: "ttl" } });
	assert.deepEqual(await state(), ["ENABLING", "ttl"]);
	advance(10);
	assert.deepEqual(await state(), ["ENABLED", "ttl"]);
	await invalid(client.send(update(true)), "TimeToLive is already enabled");
	await invalid(
		client.send(update(true, "other")),
		"TimeToLive is active on a different AttributeName: current AttributeName is ttl",
	);
	const tooSoon = "Time to live has been modified multiple times within a fixed interval";
	await invalid(client.send(update(false)), tooSoon);
	advance(3590);
	await client.send(update(false));
	assert.deepEqual(await state(), ["DISABLING", "ttl"]);
	await invalid(client.send(update(true)), tooSoon);
	advance(10);
	assert.deepEqual(await state(), ["DISABLED", undefined]);
	await client.send(new DeleteTableCommand({ TableName }));
	await invalid(
		client.send(describe),
		"Cannot describe time to live while table is in DELETING state: Current table state is DELETING",
	);
	await invalid(
		client.send(update(true, "")),
		/at 'timeToLiveSpecification.attributeName' failed to satisfy constraint/,
	);
});

test("an item outlives its time by the set delay", async (t) => {
	const { client, clock, advance } = await sdkForTest(t, { dynamodb: { timing: { expiry: 3600 } } });
	await client.send(new CreateTableCommand(songs));
	await client.send(update(true));
	const ttl = { N: `${Math.floor(clock.now() / 1000) + 60}` };
	await client.send(new PutItemCommand({ TableName, Item: { ...song("1"), ttl } }));
	const count = async () => (await client.send(new ScanCommand({ TableName }))).Count;
	advance(3600);
	assert.equal(await count(), 1);
	advance(180);
	const gone = async (): Promise<unknown> => (await count()) === 0 || gone();
	await gone();
});

test("what a table held before expires too, also when the emulator was ended before it had gone through it all", async () => {
	const kernel = await kernelForTest();
	const first = callable(kernel, await openDynamodb(kernel));
	await first.table();
	const ttl = { N: `${Math.floor(kernel.clock.now() / 1000) + 60}` };
	await first.call("PutItem", { TableName, Item: { ...song("1"), ttl } });
	const { definition } = first.dynamodb.tables.get(TableName);
	const [space = 0] = await first.dynamodb.spaces.allocate(1);
	// As a kill leaves it that comes between the two.
	await first.dynamodb.tables.put({ ...definition, timeToLive: { attribute: "ttl", space, filling: true } });
	await first.dynamodb.close();
	const second = callable(kernel, await openDynamodb(kernel));
	kernel.clock.advance(120_000);
	await second.dynamodb.expiry.sweep();
	assert.equal((await second.call("Scan", { TableName })).Count, 0);
	await second.dynamodb.close();
	await kernel.records.close();
});
