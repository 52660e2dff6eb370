import assert from "node:assert/strict";
import { test } from "node:test";
import { openDynamodb } from "../../../../emulator/dynamodb/dynamodb.ts";
import { spaceStart } from "../../../../emulator/dynamodb/tables/table.ts";
import { callable, kernelForTest } from "../dynamodbForTest.ts";
import { song, TableName } from "../sdkForTest.ts";

/** Runs with a record store that stops taking writes after some of them, as a kill in the middle does. */
async function endedAfter(writes: number, operation: string, request: object) {
	const kernel = await kernelForTest();
	const first = callable(kernel, await openDynamodb(kernel));
	await first.table();
	for (let i = 0; i < 1200; i++) await first.call("PutItem", { TableName, Item: song(`${i}`) });
	const BackupArn = (await first.call("CreateBackup", { TableName, BackupName: "first" })).BackupDetails.BackupArn;
	await first.dynamodb.close();

	let left = Number.POSITIVE_INFINITY;
	let reached = () => {};
	const stopped = new Promise<void>((resolve) => {
		reached = resolve;
	});
	const records = {
		...kernel.records,
		write: (batch: Parameters<typeof kernel.records.write>[0]) => {
			if (left-- > 0) return kernel.records.write(batch);
			reached();
			return new Promise<void>(() => {});
		},
	};
	const dying = callable({ ...kernel, records }, await openDynamodb({ ...kernel, records }));
	left = writes;
	void dying.call(operation, { ...request, ...(operation.startsWith("Restore") && { BackupArn }) });
	await stopped;

	const again = callable(kernel, await openDynamodb(kernel));
	return { again, kernel, BackupArn };
}

test("a restore that was cut off leaves no table, and can be asked for again", async () => {
	const request = { TargetTableName: "restored" };
	const { again, kernel, BackupArn } = await endedAfter(1, "RestoreTableFromBackup", request);
	assert.deepEqual((await again.call("ListTables")).TableNames, [TableName]);
	await again.call("RestoreTableFromBackup", { ...request, BackupArn });
	assert.equal((await again.call("Scan", { TableName: "restored", Select: "COUNT" })).Count, 1200);
	await again.dynamodb.close();
	await kernel.records.close();
});

test("a backup that was cut off is not there, and neither is what it had copied", async () => {
	const { again, kernel } = await endedAfter(1, "CreateBackup", { TableName, BackupName: "second" });
	const { BackupSummaries } = await again.call("ListBackups");
	assert.deepEqual(
		BackupSummaries.map((it: { BackupName: string }) => it.BackupName),
		["first"],
	);
	await again.dynamodb.close();
	const last = await openDynamodb(kernel);
	await last.close();
	const held = new Set<number>();
	for (let space = 0; space < 20; space++) {
		const [entry] = await kernel.records.range({ gte: spaceStart(space), lt: spaceStart(space + 1), limit: 1 });
		if (entry !== undefined) held.add(space);
	}
	// The table's items and the first backup's.
	assert.equal(held.size, 2);
	await kernel.records.close();
});
