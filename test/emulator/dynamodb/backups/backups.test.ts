import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import {
	CreateBackupCommand,
	CreateTableCommand,
	DeleteBackupCommand,
	DeleteTableCommand,
	DescribeBackupCommand,
	DescribeTableCommand,
	DynamoDBClient,
	ListBackupsCommand,
	PutItemCommand,
	RestoreTableFromBackupCommand,
	type RestoreTableFromBackupCommandInput,
	ScanCommand,
	TransactWriteItemsCommand,
	UpdateContinuousBackupsCommand,
} from "@aws-sdk/client-dynamodb";
import { startEmulator } from "../../../../emulator/main.ts";
import { clientOptions } from "../../startEmulator.ts";
import { invalid, refused, sdkForTest, song, songs, TableName } from "../sdkForTest.ts";

const put = (client: DynamoDBClient, title: string, more: object = {}) =>
	client.send(new PutItemCommand({ TableName, Item: { ...song(title), ...more } }));
const titles = async (client: DynamoDBClient, table: string, IndexName?: string) => {
	const { Items = [] } = await client.send(new ScanCommand({ TableName: table, ...(IndexName && { IndexName }) }));
	return Items.map((item) => item["title"]?.S ?? "")
		.toSorted()
		.join(" ");
};
const backUp = async (client: DynamoDBClient, BackupName = "nightly") => {
	const { BackupDetails } = await client.send(new CreateBackupCommand({ TableName, BackupName }));
	return BackupDetails?.BackupArn ?? "";
};
const restore = (client: DynamoDBClient, BackupArn: string, more: Partial<RestoreTableFromBackupCommandInput> = {}) =>
	client.send(new RestoreTableFromBackupCommand({ TargetTableName: "restored", BackupArn, ...more }));
const withIndexes = {
	...songs,
	AttributeDefinitions: [...(songs.AttributeDefinitions ?? []), { AttributeName: "year", AttributeType: "N" as const }],
	GlobalSecondaryIndexes: [
		{
			IndexName: "byYear",
			KeySchema: [{ AttributeName: "year", KeyType: "HASH" as const }],
			Projection: { ProjectionType: "KEYS_ONLY" as const },
		},
	],
	StreamSpecification: { StreamEnabled: true, StreamViewType: "KEYS_ONLY" as const },
	Tags: [{ Key: "a", Value: "b" }],
};

test("a backup is described, listed by table, type and time, and deleted, as AWS was measured to", async (t) => {
	const { client, clock, advance } = await sdkForTest(t);
	await client.send(new CreateTableCommand(withIndexes));
	await put(client, "1");
	const { BackupDetails: made } = await client.send(new CreateBackupCommand({ TableName, BackupName: "nightly" }));
	assert.equal(made?.BackupStatus, "CREATING");
	assert.equal(made?.BackupType, "USER");
	assert.equal(made?.BackupCreationDateTime?.getTime(), Math.floor(clock.now()));
	assert.match(
		made?.BackupArn ?? "",
		/^arn:aws:dynamodb:us-east-1:000000000000:table\/songs\/backup\/\d{14}-[0-9a-f]{8}$/,
	);
	const { BackupDescription } = await client.send(new DescribeBackupCommand({ BackupArn: made?.BackupArn }));
	assert.deepEqual(BackupDescription?.BackupDetails, { ...made, BackupStatus: "AVAILABLE" });
	const { Table } = await client.send(new DescribeTableCommand({ TableName }));
	assert.deepEqual(BackupDescription?.SourceTableDetails, {
		TableName,
		TableId: Table?.TableId,
		TableArn: Table?.TableArn,
		TableSizeBytes: 13,
		KeySchema: songs.KeySchema,
		TableCreationDateTime: Table?.CreationDateTime,
		ProvisionedThroughput: { ReadCapacityUnits: 0, WriteCapacityUnits: 0 },
		ItemCount: 1,
		BillingMode: "PAY_PER_REQUEST",
	});
	assert.deepEqual(BackupDescription?.SourceTableFeatureDetails, {
		GlobalSecondaryIndexes: [
			{
				...withIndexes.GlobalSecondaryIndexes[0],
				ProvisionedThroughput: { ReadCapacityUnits: 0, WriteCapacityUnits: 0 },
			},
		],
		StreamDescription: withIndexes.StreamSpecification,
	});

	advance(10);
	const second = await backUp(client);
	const list = async (more: object = {}) =>
		(await client.send(new ListBackupsCommand({ TableName, ...more }))).BackupSummaries?.map((it) => it.BackupArn);
	const first = made?.BackupArn ?? "";
	assert.deepEqual(await list(), [first, second]);
	const at = made?.BackupCreationDateTime ?? new Date();
	const after = new Date(at.getTime() + 1000);
	assert.deepEqual(await list({ TimeRangeLowerBound: at, TimeRangeUpperBound: after }), [first]);
	assert.deepEqual(await list({ TimeRangeLowerBound: after }), [second]);
	await invalid(
		list({ TimeRangeLowerBound: after, TimeRangeUpperBound: at }),
		"One or more parameter values were invalid: Time range lower bound must be less than or equal to upper bound",
	);
	const page = await client.send(new ListBackupsCommand({ Limit: 1 }));
	assert.equal(page.LastEvaluatedBackupArn, first);
	assert.deepEqual(await list({ ExclusiveStartBackupArn: first }), [second]);
	assert.deepEqual(await list({ TableName: "none" }), []);

	const deleted = await client.send(new DeleteBackupCommand({ BackupArn: first }));
	assert.equal(deleted.BackupDescription?.BackupDetails?.BackupStatus, "DELETED");
	const gone = client.send(new DescribeBackupCommand({ BackupArn: first }));
	await refused(gone, "BackupNotFoundException", `Backup not found: ${first}`);
	await invalid(client.send(new DescribeBackupCommand({ BackupArn: Table?.TableArn })), "Invalid Backup ARN");
	await refused(
		client.send(new CreateBackupCommand({ TableName: "none", BackupName: "nightly" })),
		"TableNotFoundException",
		"Table not found: none",
	);
	await invalid(
		client.send(new CreateBackupCommand({ TableName, BackupName: "x" })),
		/at 'backupName' failed to satisfy constraint/,
	);
});

test("a backup has each item as it was at its moment, also while items are being written", async (t) => {
	const { client } = await sdkForTest(t);
	await client.send(new CreateTableCommand(songs));
	const pair = (i: number, v: number) =>
		client.send(
			new TransactWriteItemsCommand({
				TransactItems: [`l${i}`, `r${i}`].map((title) => ({
					Put: { TableName, Item: { ...song(title), v: { N: `${v}` } } },
				})),
			}),
		);
	for (let i = 0; i < 40; i++) await pair(i, 0);
	const writing = Array.from({ length: 200 }, (_, v) => pair(v % 40, v + 1));
	const arns = await Promise.all([backUp(client), backUp(client)]);
	arns.push(await backUp(client));
	await Promise.all(writing);
	for (const [i, arn] of arns.entries()) {
		await restore(client, arn, { TargetTableName: `restored${i}` });
		const { Items = [] } = await client.send(new ScanCommand({ TableName: `restored${i}` }));
		assert.equal(Items.length, 80);
		const values = new Map(Items.map((item) => [item["title"]?.S, item["v"]?.N]));
		// Each transaction writes both halves of a pair: in a backup they are of one transaction.
		for (let pairOf = 0; pairOf < 40; pairOf++) assert.equal(values.get(`l${pairOf}`), values.get(`r${pairOf}`));
	}
});

test("a restored table has its source's items, keys, indexes and billing, and none of its streams and tags", async (t) => {
	const { client } = await sdkForTest(t, { dynamodb: { timing: { table: 0 } } });
	await client.send(new CreateTableCommand(withIndexes));
	await put(client, "1", { year: { N: "1999" } });
	const arn = await backUp(client);
	await put(client, "2");
	const { TableDescription } = await restore(client, arn);
	assert.equal(TableDescription?.TableStatus, "CREATING");
	assert.deepEqual(Object.keys(TableDescription?.RestoreSummary ?? {}).toSorted(), [
		"RestoreDateTime",
		"RestoreInProgress",
		"SourceBackupArn",
		"SourceTableArn",
	]);
	const { Table } = await client.send(new DescribeTableCommand({ TableName: "restored" }));
	assert.equal(Table?.RestoreSummary, undefined);
	assert.equal(Table?.StreamSpecification, undefined);
	assert.equal(Table?.ItemCount, 1);
	assert.equal(await titles(client, "restored"), "1");
	assert.equal(await titles(client, "restored", "byYear"), "1");
	await client.send(new DeleteTableCommand({ TableName }));
	await restore(client, arn, { TargetTableName: TableName, GlobalSecondaryIndexOverride: [] });
	assert.equal(await titles(client, TableName), "1");
	await invalid(client.send(new ScanCommand({ TableName, IndexName: "byYear" })), /does not have the specified index/);
});

test("overrides of a restore are checked in AWS's words", async (t) => {
	const { client } = await sdkForTest(t);
	await client.send(new CreateTableCommand(withIndexes));
	const arn = await backUp(client);
	const throughput = { ReadCapacityUnits: 2, WriteCapacityUnits: 1 };
	const [index] = withIndexes.GlobalSecondaryIndexes;
	const cases: readonly [Partial<RestoreTableFromBackupCommandInput>, string][] = [
		[
			{ ProvisionedThroughputOverride: throughput },
			"Invalid Request: Cannot override ProvisionedThroughput unless BillingMode is PROVISIONED",
		],
		[
			{ BillingModeOverride: "PROVISIONED" },
			"Invalid Request: Must override ProvisionedThroughput if BillingMode is overridden to PROVISIONED",
		],
		[
			{ BillingModeOverride: "PAY_PER_REQUEST", ProvisionedThroughputOverride: throughput },
			"Invalid Request: Cannot override ProvisionedThroughput if BillingMode is overridden to PAY_PER_REQUEST",
		],
		[
			{
				GlobalSecondaryIndexOverride: [
					{ ...index, IndexName: "other", Projection: { ProjectionType: "ALL" } },
				] as never,
			},
			"Invalid Request: Index other does not match a secondary index that existed in the source table and cannot be created during the restore operation",
		],
		[
			{ OnDemandThroughputOverride: { MaxReadRequestUnits: 0 } },
			"Invalid Request: Requested MaxReadRequestUnits for OnDemandThroughput is outside of valid range",
		],
	];
	for (const [override, message] of cases) await invalid(restore(client, arn, override), message);
	await refused(
		restore(client, arn, { TargetTableName: TableName }),
		"TableAlreadyExistsException",
		"Table already exists: songs",
	);
	const { TableDescription } = await restore(client, arn, {
		BillingModeOverride: "PROVISIONED",
		ProvisionedThroughputOverride: throughput,
		GlobalSecondaryIndexOverride: [{ ...index, IndexName: "renamed", ProvisionedThroughput: throughput }] as never,
		SSESpecificationOverride: { Enabled: true, SSEType: "KMS" },
	});
	assert.equal(TableDescription?.ProvisionedThroughput?.ReadCapacityUnits, 2);
	assert.equal(TableDescription?.GlobalSecondaryIndexes?.[0]?.IndexName, "renamed");
	assert.equal(TableDescription?.SSEDescription?.Status, "ENABLED");
});

test("a table that is restored is CREATING for the set time, and is told from where", async (t) => {
	const { client, advance } = await sdkForTest(t, { dynamodb: { timing: { table: 5 } } });
	await client.send(new CreateTableCommand(songs));
	await refused(
		client.send(new CreateBackupCommand({ TableName, BackupName: "nightly" })),
		"TableNotFoundException",
		"Table not found: songs",
	);
	advance(5);
	const arn = await backUp(client);
	await restore(client, arn);
	const { Table } = await client.send(new DescribeTableCommand({ TableName: "restored" }));
	assert.equal(Table?.TableStatus, "CREATING");
	assert.equal(Table?.RestoreSummary?.SourceBackupArn, arn);
	await refused(titles(client, "restored"), "ResourceNotFoundException", "Requested resource not found");
	advance(5);
	assert.equal(await titles(client, "restored"), "");
});

test("a table that is deleted while it could be restored leaves a system backup for 35 days", async (t) => {
	const { client, advance } = await sdkForTest(t);
	await client.send(new CreateTableCommand(withIndexes));
	await put(client, "1", { year: { N: "1999" } });
	const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: true };
	await client.send(new UpdateContinuousBackupsCommand({ TableName, PointInTimeRecoverySpecification }));
	await client.send(new DeleteTableCommand({ TableName }));
	const list = async (BackupType: "ALL" | "USER" | "SYSTEM") =>
		(await client.send(new ListBackupsCommand({ TableName, BackupType }))).BackupSummaries ?? [];
	assert.deepEqual(await list("USER"), []);
	const [system] = await list("SYSTEM");
	assert.equal(system?.BackupName, "songs$DeletedTableBackup");
	const BackupArn = system?.BackupArn ?? "";
	assert.match(BackupArn, /-00000000$/);
	await invalid(
		client.send(new DeleteBackupCommand({ BackupArn })),
		new RegExp(
			`^Invalid Request: User is not allowed to delete the system backup with arn ${BackupArn}\\. It will automatically expire on `,
		),
	);
	await restore(client, BackupArn);
	assert.equal(await titles(client, "restored", "byYear"), "1");
	advance(35 * 24 * 3600 + 3600);
	const expired = async (): Promise<unknown> => (await list("ALL")).length === 0 || expired();
	await expired();
});

test("backups and what is restored from them survive the emulator's end", async (t) => {
	const dir = await mkdtemp(join(tmpdir(), "gatewright-backups-"));
	t.after(() => rm(dir, { recursive: true, force: true }));
	const options = { port: 0, storage: { kind: "disk" as const, dir }, account: "000000000000", region: "us-east-1" };
	const run = async <T>(seed: number, work: (client: DynamoDBClient) => Promise<T>): Promise<T> => {
		const emulator = await startEmulator({ ...options, seed });
		const client = new DynamoDBClient(clientOptions(emulator));
		try {
			return await work(client);
		} finally {
			client.destroy();
			await emulator.close();
		}
	};
	const arn = await run(1, async (client) => {
		await client.send(new CreateTableCommand(songs));
		await put(client, "1");
		const made = await backUp(client);
		await client.send(new DeleteTableCommand({ TableName }));
		return made;
	});
	await run(2, (client) => restore(client, arn));
	assert.equal(await run(3, (client) => titles(client, "restored")), "1");
});
