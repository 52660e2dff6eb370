import assert from "node:assert/strict";
import { test } from "node:test";
import {
	CreateTableCommand,
	DescribeContinuousBackupsCommand,
	PutItemCommand,
	RestoreTableToPointInTimeCommand,
	type RestoreTableToPointInTimeCommandInput,
	UpdateContinuousBackupsCommand,
} from "@aws-sdk/client-dynamodb";
import fc from "fast-check";
import { openDynamodb } from "../../../../emulator/dynamodb/dynamodb.ts";
import { type Answer, callable, type DynamodbForTest, dynamodbForTest, kernelForTest } from "../dynamodbForTest.ts";
import { invalid, refused, sdkForTest, song, songs, TableName } from "../sdkForTest.ts";

const enable = (PointInTimeRecoveryEnabled: boolean, RecoveryPeriodInDays?: number) =>
	new UpdateContinuousBackupsCommand({
		TableName,
		PointInTimeRecoverySpecification: {
			PointInTimeRecoveryEnabled,
			...(RecoveryPeriodInDays !== undefined && { RecoveryPeriodInDays }),
		},
	});

test("recovery is enabled, described and disabled as recorded from AWS", async (t) => {
	const { client, clock, advance } = await sdkForTest(t);
	await client.send(new CreateTableCommand(songs));
	const describe = new DescribeContinuousBackupsCommand({ TableName });
	const off = {
		ContinuousBackupsStatus: "ENABLED",
		PointInTimeRecoveryDescription: { PointInTimeRecoveryStatus: "DISABLED" },
	};
	assert.deepEqual((await client.send(describe)).ContinuousBackupsDescription, off);
	const since = new Date(clock.now());
	since.setMilliseconds(since.getMilliseconds());
	// Recorded from AWS: dynamodb test_continuous_backup_update.
	const { ContinuousBackupsDescription } = await client.send(enable(true));
	const period = ContinuousBackupsDescription?.PointInTimeRecoveryDescription;
	assert.equal(ContinuousBackupsDescription?.ContinuousBackupsStatus, "ENABLED");
	assert.equal(period?.PointInTimeRecoveryStatus, "ENABLED");
	assert.equal(period?.RecoveryPeriodInDays, 35);
	assert.deepEqual(period?.EarliestRestorableDateTime, period?.LatestRestorableDateTime);
	advance(3600);
	await client.send(enable(true, 7));
	const later = (await client.send(describe)).ContinuousBackupsDescription?.PointInTimeRecoveryDescription;
	assert.equal(later?.RecoveryPeriodInDays, 7);
	assert.deepEqual(later?.EarliestRestorableDateTime, period?.EarliestRestorableDateTime);
	assert.equal(later?.LatestRestorableDateTime?.getTime(), Math.floor(clock.now()));
	advance(8 * 24 * 3600);
	const trimmed = (await client.send(describe)).ContinuousBackupsDescription?.PointInTimeRecoveryDescription;
	assert.equal(trimmed?.EarliestRestorableDateTime?.getTime(), Math.floor(clock.now()) - 7 * 24 * 3600 * 1000);
	await invalid(
		client.send(enable(false, 7)),
		"Invalid Request: Cannot specify RecoveryPeriodInDays when disabling point-in-time recovery.",
	);
	assert.deepEqual((await client.send(enable(false))).ContinuousBackupsDescription, off);
	for (const command of [new DescribeContinuousBackupsCommand({ TableName: "none" }), enable(true)]) {
		command.input.TableName = "none";
		await refused(client.send(command as typeof describe), "TableNotFoundException", "Table not found: none");
	}
	await invalid(client.send(enable(true, 36)), /at 'pointInTimeRecoverySpecification.recoveryPeriodInDays' failed/);
});

test("a restore to a point in time is checked in AWS's order and words", async (t) => {
	const { client, clock, advance } = await sdkForTest(t, { dynamodb: { timing: { recoveryLag: 300 } } });
	await client.send(new CreateTableCommand(songs));
	const restore = (more: Partial<RestoreTableToPointInTimeCommandInput>) =>
		client.send(new RestoreTableToPointInTimeCommand({ TargetTableName: TableName, ...more }));
	const source = { SourceTableName: TableName };
	const latest = { UseLatestRestorableTime: true };
	const cases: readonly [Partial<RestoreTableToPointInTimeCommandInput>, string][] = [
		[
			{ ...source, SourceTableArn: `arn:aws:dynamodb:us-east-1:000000000000:table/songs`, ...latest },
			"Must provide exactly one of: sourceTableArn, sourceTableName",
		],
		[latest, "The parameter 'TableName' is required but was not present in the request"],
		[
			{ ...source, ...latest, RestoreDateTime: new Date(0) },
			"Invalid Request: Both RestoreDateTime and UseLatestRestorableTime cannot be set for point-in-time restore request. Please specify either RestoreDateTime time or UseLatestRestorableTime",
		],
		[
			source,
			"Invalid Request: Either one of RestoreDateTime or UseLatestRestorableTime must be specified, but not both",
		],
	];
	for (const [request, message] of cases) await invalid(restore(request), message);
	await refused(restore({ SourceTableName: "none", ...latest }), "TableNotFoundException", "Table not found: none");
	await refused(
		restore({ ...source, ...latest }),
		"PointInTimeRecoveryUnavailableException",
		"Point in time recovery is not enabled for table 'songs'",
	);
	await client.send(enable(true));
	const from = new Date(clock.now()).toISOString().slice(0, 19);
	advance(3600);
	const to = new Date(clock.now() - 300_000).toISOString().slice(0, 19);
	await refused(
		restore({ ...source, RestoreDateTime: new Date(1_700_000_000_000) }),
		"InvalidRestoreTimeException",
		`RestoreDateTime '2023-11-14T22:13:20Z' must be within EarliestRestorableDateTime '${from}Z' and LatestRestorableDateTime '${to}Z'`,
	);
	await refused(restore({ ...source, ...latest }), "TableAlreadyExistsException", "Table already exists: songs");
});

test("a table is restored to what it was at a second in its past", async (t) => {
	const { client, clock, advance } = await sdkForTest(t);
	await client.send(new CreateTableCommand(songs));
	const put = (title: string, v: string) =>
		client.send(new PutItemCommand({ TableName, Item: { ...song(title), v: { S: v } } }));
	await put("before", "1");
	await client.send(enable(true));
	advance(10);
	await put("before", "2");
	await put("new", "1");
	const then = new Date(Math.ceil(clock.now() / 1000) * 1000);
	advance(10);
	await put("before", "3");
	await put("late", "1");
	const restored = await client.send(
		new RestoreTableToPointInTimeCommand({
			SourceTableName: TableName,
			TargetTableName: "past",
			RestoreDateTime: then,
		}),
	);
	assert.equal(restored.TableDescription?.RestoreSummary?.RestoreDateTime?.getTime(), then.getTime());
	assert.equal(restored.TableDescription?.ItemCount, 2);
});

const step = fc.record({ kind: fc.constantFrom("put", "delete", "wait"), id: fc.nat(5), v: fc.nat(9) });

test("whatever was written, each time in a table's past is restored as it was, also after a restart", async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.boolean(), async (steps, restarted) => {
			const kernel = await kernelForTest();
			kernel.clock.pause(true);
			let db = callable(kernel, await openDynamodb(kernel));
			await db.table();
			const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: true };
			await db.call("UpdateContinuousBackups", { TableName, PointInTimeRecoverySpecification });
			const past: [number, readonly string[]][] = [];
			for (const it of steps) {
				if (it.kind !== "wait") await write(db, it);
				else {
					past.push([kernel.clock.now(), await content(db, TableName)]);
					kernel.clock.advance(1000);
				}
			}
			if (restarted) {
				await db.dynamodb.close();
				db = callable(kernel, await openDynamodb(kernel));
			}
			for (const [i, [time, items]] of past.entries()) {
				const request = { SourceTableName: TableName, TargetTableName: `past${i}`, RestoreDateTime: new Date(time) };
				await db.call("RestoreTableToPointInTime", request);
				assert.deepEqual(await content(db, `past${i}`), items);
			}
			await db.dynamodb.close();
			kernel.clock.close();
			await kernel.records.close();
		}),
		{ numRuns: 40 },
	);
});

test("a table is restored as it was while it is being written", async (t) => {
	const db = await dynamodbForTest(t);
	db.kernel.clock.pause(true);
	await db.table();
	for (let id = 0; id < 600; id++) await write(db, { kind: "put", id, v: 0 });
	const PointInTimeRecoverySpecification = { PointInTimeRecoveryEnabled: true };
	await db.call("UpdateContinuousBackups", { TableName, PointInTimeRecoverySpecification });
	const before = await content(db, TableName);
	const time = new Date(db.kernel.clock.now());
	db.kernel.clock.advance(1000);
	const writes = Array.from({ length: 900 }, (_, i) =>
		write(db, { kind: i % 3 === 0 ? "delete" : "put", id: i, v: i }),
	);
	const request = { SourceTableName: TableName, TargetTableName: "past", RestoreDateTime: time };
	await db.call("RestoreTableToPointInTime", request);
	await Promise.all(writes);
	assert.deepEqual(await content(db, "past"), before);
});

function write({ call }: DynamodbForTest, { kind, id, v }: { kind: string; id: number; v: number }) {
	const Key = { artist: { S: "a" }, title: { S: `${id}` } };
	if (kind === "delete") return call("DeleteItem", { TableName, Key });
	return call("PutItem", { TableName, Item: { ...Key, v: { N: `${v}` } } });
}

async function content({ call }: DynamodbForTest, table: string): Promise<readonly string[]> {
	const { Items } = await call("Scan", { TableName: table });
	return Items.map((item: Answer) => `${item.title.S}=${item.v.N}`).toSorted();
}
