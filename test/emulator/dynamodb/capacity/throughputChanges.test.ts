import assert from "node:assert/strict";
import { test } from "node:test";
import {
	CreateTableCommand,
	type CreateTableCommandInput,
	DescribeTableCommand,
	type DynamoDBClient,
	type TableDescription,
	UpdateTableCommand,
	type UpdateTableCommandInput,
} from "@aws-sdk/client-dynamodb";
import { invalid, refused, sdkForTest } from "../sdkForTest.ts";

const TableName = "rates";
const units = (read: number, write: number) => ({ ReadCapacityUnits: read, WriteCapacityUnits: write });
const index = (more: object) => ({
	IndexName: "byG",
	KeySchema: [{ AttributeName: "g", KeyType: "HASH" as const }],
	Projection: { ProjectionType: "ALL" as const },
	...more,
});

function creation(more: Partial<CreateTableCommandInput>): CreateTableCommandInput {
	const names = more.GlobalSecondaryIndexes === undefined ? ["id"] : ["id", "g"];
	return {
		TableName,
		KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
		AttributeDefinitions: names.map((AttributeName) => ({ AttributeName, AttributeType: "S" })),
		...more,
	};
}

const create = (client: DynamoDBClient, more: Partial<CreateTableCommandInput>) =>
	client.send(new CreateTableCommand(creation(more)));
const update = (client: DynamoDBClient, more: Partial<UpdateTableCommandInput>) =>
	client.send(new UpdateTableCommand({ TableName, ...more }));
const provision = (client: DynamoDBClient, read: number, write: number) =>
	update(client, { ProvisionedThroughput: units(read, write) });

async function describe(client: DynamoDBClient): Promise<TableDescription> {
	const { Table } = await client.send(new DescribeTableCommand({ TableName }));
	assert.ok(Table);
	return Table;
}

const wrong = "One or more parameter values were invalid: ";
const onDemand = { BillingMode: "PAY_PER_REQUEST" as const };

test("a table and its index have each their own count of decreases, and change together or not at all", async (t) => {
	const { client } = await sdkForTest(t);
	const GlobalSecondaryIndexes = [index({ ProvisionedThroughput: units(50, 50) })];
	await create(client, { ProvisionedThroughput: units(50, 50), GlobalSecondaryIndexes });
	for (const read of [40, 30, 20, 10]) await provision(client, read, 50);
	const lower = (read: number) => ({
		GlobalSecondaryIndexUpdates: [{ Update: { IndexName: "byG", ProvisionedThroughput: units(read, 50) } }],
	});
	const both = update(client, { ProvisionedThroughput: units(5, 50), ...lower(40) });
	await refused(both, "LimitExceededException", /^Subscriber limit exceeded: Provisioned throughput decreases/);
	const seen = async () => {
		const { ProvisionedThroughput, GlobalSecondaryIndexes: [first] = [] } = await describe(client);
		return [ProvisionedThroughput, first?.ProvisionedThroughput].map((it) => [
			it?.ReadCapacityUnits,
			it?.NumberOfDecreasesToday,
		]);
	};
	assert.deepEqual(await seen(), [
		[10, 4],
		[50, 0],
	]);
	for (const read of [40, 30, 20, 10]) await update(client, lower(read));
	assert.deepEqual(await seen(), [
		[10, 4],
		[10, 4],
	]);
	await refused(update(client, lower(5)), "LimitExceededException", /Number of decreases today: 4\./);
	await invalid(update(client, lower(10)), /^The provisioned throughput for the index byG will not change\./);
});

test("the answer to a change of throughput shows what is still in force", async (t) => {
	const { client, clock } = await sdkForTest(t);
	const GlobalSecondaryIndexes = [index({ ProvisionedThroughput: units(3, 3) })];
	await create(client, { ProvisionedThroughput: units(5, 5), GlobalSecondaryIndexes });
	const Update = { IndexName: "byG", ProvisionedThroughput: units(4, 4) };
	const { TableDescription } = await update(client, {
		ProvisionedThroughput: units(2, 2),
		GlobalSecondaryIndexUpdates: [{ Update }],
	});
	const now = new Date(clock.now());
	assert.deepEqual(TableDescription?.ProvisionedThroughput, {
		LastDecreaseDateTime: now,
		NumberOfDecreasesToday: 0,
		...units(5, 5),
	});
	assert.deepEqual(TableDescription?.GlobalSecondaryIndexes?.[0]?.ProvisionedThroughput, {
		LastIncreaseDateTime: now,
		NumberOfDecreasesToday: 0,
		...units(3, 3),
	});
	assert.deepEqual((await describe(client)).ProvisionedThroughput, {
		LastDecreaseDateTime: now,
		NumberOfDecreasesToday: 1,
		...units(2, 2),
	});
});

test("a switch of the mode takes every index with it, and the owner's limits go", async (t) => {
	const { client } = await sdkForTest(t);
	const limits = { OnDemandThroughput: { MaxReadRequestUnits: 100, MaxWriteRequestUnits: 50 } };
	await create(client, { ...onDemand, ...limits, GlobalSecondaryIndexes: [index(limits)] });
	const provisioned = { BillingMode: "PROVISIONED" as const, ProvisionedThroughput: units(5, 5) };
	await invalid(
		update(client, { BillingMode: "PROVISIONED" }),
		`${wrong}ProvisionedThroughput must be specified when BillingMode is PROVISIONED`,
	);
	await invalid(update(client, provisioned), `${wrong}ProvisionedThroughput must be specified for index: byG`);
	const Update = { IndexName: "byG", ProvisionedThroughput: units(6, 6) };
	await invalid(
		update(client, { GlobalSecondaryIndexUpdates: [{ Update }] }),
		`${wrong}The only Updates for index: byG when TableThroughputMode is PAY_PER_REQUEST can be to OnDemandThroughput, WarmThroughput`,
	);
	await update(client, { ...provisioned, GlobalSecondaryIndexUpdates: [{ Update }] });
	const table = await describe(client);
	const [first] = table.GlobalSecondaryIndexes ?? [];
	assert.deepEqual([table.OnDemandThroughput, first?.OnDemandThroughput], [undefined, undefined]);
	assert.deepEqual(first?.ProvisionedThroughput, { NumberOfDecreasesToday: 0, ...units(6, 6) });
	await invalid(
		update(client, { BillingMode: "PROVISIONED" }),
		`${wrong}ProvisionedThroughput must be specified when BillingMode is PROVISIONED`,
	);
	await invalid(
		update(client, { ...onDemand, ProvisionedThroughput: units(1, 1) }),
		`${wrong}ProvisionedThroughput cannot be specified when BillingMode is PAY_PER_REQUEST`,
	);
	await update(client, onDemand);
	const [again] = (await describe(client)).GlobalSecondaryIndexes ?? [];
	assert.equal(again?.ProvisionedThroughput?.ReadCapacityUnits, 0);
	assert.equal(again?.ProvisionedThroughput?.NumberOfDecreasesToday, 1);
	await invalid(
		update(client, { ProvisionedThroughput: units(1, 1) }),
		`${wrong}Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST`,
	);
});

test("warm throughput is what a table was ever given, and never goes down", async (t) => {
	const { client } = await sdkForTest(t);
	const warm = async () => {
		const { WarmThroughput } = await describe(client);
		return [WarmThroughput?.ReadUnitsPerSecond, WarmThroughput?.WriteUnitsPerSecond, WarmThroughput?.Status];
	};
	const heat = (read: number, write: number) => ({
		WarmThroughput: { ReadUnitsPerSecond: read, WriteUnitsPerSecond: write },
	});
	const least = "Requested ReadUnitsPerSecond for WarmThroughput for table is lower than";
	await invalid(
		create(client, { ...onDemand, ...heat(1, 1) }),
		`${wrong}${least} initial throughput for OnDemand. See: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html#on-demand-capacity-mode-initial`,
	);
	const ten = { ProvisionedThroughput: units(10, 10) };
	await invalid(
		create(client, { ...ten, ...heat(5, 5) }),
		`${wrong}${least} ReadCapacityUnits of ProvisionedThroughput`,
	);
	await create(client, { ProvisionedThroughput: units(1, 1) });
	const steps: [change: Partial<UpdateTableCommandInput>, read: number, write: number][] = [
		[{ ProvisionedThroughput: units(3, 3) }, 3, 3],
		[{ ProvisionedThroughput: units(2, 1) }, 3, 3],
		[heat(50, 50), 50, 50],
		[{ WarmThroughput: { WriteUnitsPerSecond: 60 } }, 50, 60],
		[onDemand, 12_000, 4_000],
		[{ BillingMode: "PROVISIONED", ProvisionedThroughput: units(1, 1) }, 12_000, 4_000],
	];
	for (const [change, read, write] of steps) {
		await update(client, change);
		assert.deepEqual(await warm(), [read, write, "ACTIVE"]);
	}
	await invalid(
		update(client, heat(1, 1)),
		`${wrong}${least} current WarmThroughput, decreasing WarmThroughput is not supported`,
	);
});

test("the owner's limits of an on-demand table change each for itself, and -1 takes one away", async (t) => {
	const { client } = await sdkForTest(t);
	const limit = (read: number | undefined, write?: number) => ({
		OnDemandThroughput: { MaxReadRequestUnits: read, MaxWriteRequestUnits: write },
	});
	for (const none of [0, -1]) {
		await invalid(
			create(client, { ...onDemand, ...limit(none) }),
			`${wrong}Requested MaxReadRequestUnits for OnDemandThroughput for table is outside of valid range`,
		);
	}
	await invalid(
		create(client, { ProvisionedThroughput: units(1, 1), ...limit(5) }),
		`${wrong}MaxReadRequestUnits for OnDemandThroughput cannot be specified when table BillingMode is PROVISIONED.`,
	);
	await create(client, onDemand);
	const steps: [change: ReturnType<typeof limit>, left: object | undefined][] = [
		[limit(1000, 500), { MaxReadRequestUnits: 1000, MaxWriteRequestUnits: 500 }],
		[limit(2000), { MaxReadRequestUnits: 2000, MaxWriteRequestUnits: 500 }],
		[limit(-1), { MaxWriteRequestUnits: 500 }],
		[limit(undefined, -1), undefined],
	];
	for (const [change, left] of steps) {
		const { TableDescription } = await update(client, change);
		const { MaxReadRequestUnits, MaxWriteRequestUnits } = change.OnDemandThroughput;
		if (MaxReadRequestUnits === -1) assert.equal(TableDescription?.OnDemandThroughput?.MaxReadRequestUnits, -1);
		if (MaxWriteRequestUnits === -1) assert.equal(TableDescription?.OnDemandThroughput?.MaxWriteRequestUnits, -1);
		assert.deepEqual((await describe(client)).OnDemandThroughput, left);
	}
	await invalid(
		update(client, limit(undefined, 0)),
		`${wrong}Requested MaxWriteRequestUnits for OnDemandThroughput for table is outside of valid range`,
	);
});

test("an account's quotas hold for a table, for an index and for all together", async (t) => {
	const { client } = await sdkForTest(t);
	const guide = "Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.";
	const exceeded = "exceeds TableMaxReadCapacityUnits of the account in region us-east-1";
	const byG = (more: object) => ({ GlobalSecondaryIndexes: [index(more)] });
	const one = { ProvisionedThroughput: units(1, 1) };
	const cases: [request: Partial<CreateTableCommandInput>, message: string][] = [
		[
			{ ProvisionedThroughput: units(40_001, 1) },
			`The requested ReadCapacityUnits, 40001, is above the per table maximum for the account in us-east-1. Per table maximum: 40000. ${guide}`,
		],
		[
			{ ...one, ...byG({ ProvisionedThroughput: units(1, 40_001) }) },
			`The requested WriteCapacityUnits for index byG, 40001, is above the per index maximum for the account in us-east-1. Per table maximum: 40000. ${guide}`,
		],
		[
			{ ...onDemand, OnDemandThroughput: { MaxReadRequestUnits: 40_001 } },
			`Subscriber limit exceeded: Requested MaxReadRequestUnits for OnDemandThroughput for table ${exceeded}`,
		],
		[
			{ ...onDemand, ...byG({ OnDemandThroughput: { MaxReadRequestUnits: 40_001 } }) },
			`Subscriber limit exceeded: Requested MaxReadRequestUnits for OnDemandThroughput for index : byG ${exceeded}`,
		],
		[
			{ ...onDemand, WarmThroughput: { ReadUnitsPerSecond: 40_001 } },
			`Subscriber limit exceeded: Requested ReadUnitsPerSecond for WarmThroughput for table ${exceeded}`,
		],
	];
	for (const [request, message] of cases) await refused(create(client, request), "LimitExceededException", message);
	await create(client, {
		ProvisionedThroughput: units(39_900, 1),
		...byG({ ProvisionedThroughput: units(40_000, 1) }),
	});
	await refused(
		client.send(new CreateTableCommand({ ...creation({ ProvisionedThroughput: units(101, 1) }), TableName: "other" })),
		"LimitExceededException",
		`This request would have caused the ReadCapacityUnits limit to be exceeded for the account in us-east-1. Current ReadCapacityUnits reserved by the account: 79900. Limit: 80000. Requested: 101. ${guide}`,
	);
	await refused(provision(client, 40_001, 1), "LimitExceededException", /above the per table maximum/);
	await provision(client, 40_000, 1);
});
