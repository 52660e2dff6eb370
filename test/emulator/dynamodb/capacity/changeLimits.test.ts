import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { dynamodbForTest } from "../dynamodbForTest.ts";

const TableName = "rates";
const hourMs = 3600 * 1000;
const units = (read: number, write: number) => ({ ReadCapacityUnits: read, WriteCapacityUnits: write });
const provision = (read: number, write: number) => ({ TableName, ProvisionedThroughput: units(read, write) });

/** A provisioned table, at noon of 1 January 2026. */
async function tableForTest(t: TestContext, capacity: number) {
	const { call, refused, kernel } = await dynamodbForTest(t);
	await call("CreateTable", {
		...provision(capacity, capacity),
		KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
		AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
	});
	const describe = async () => (await call("DescribeTable", { TableName })).Table;
	return { call, refused, clock: kernel.clock, describe };
}

test("throughput may be lowered four times a day, then once an hour, and anew after midnight", async (t) => {
	const { call, clock, describe, refused } = await tableForTest(t, 10);
	clock.advance(11 * hourMs);
	assert.deepEqual((await describe()).ProvisionedThroughput, { NumberOfDecreasesToday: 0, ...units(10, 10) });
	await call("UpdateTable", provision(11, 9)); // up and down: both
	const changedAt = new Date(clock.now());
	assert.deepEqual((await describe()).ProvisionedThroughput, {
		LastIncreaseDateTime: changedAt,
		LastDecreaseDateTime: changedAt,
		NumberOfDecreasesToday: 1,
		...units(11, 9),
	});
	for (const write of [8, 7, 6]) await call("UpdateTable", provision(11, write));
	const text = (last: string, next: string, count = 4) =>
		`Subscriber limit exceeded: Provisioned throughput decreases are limited within a given UTC day. After the first 4 decreases, each subsequent decrease in the same UTC day can be performed at most once every 3600 seconds. Number of decreases today: ${count}. Last decrease at ${last} Coordinated Universal Time. Next decrease can be made at ${next} Coordinated Universal Time`;
	const tooSoon = text("Thursday, January 1, 2026 at 11:00:00 PM", "Friday, January 2, 2026 at 12:00:00 AM");
	await refused("UpdateTable", provision(10, 20), "LimitExceededException", tooSoon);
	await call("UpdateTable", provision(12, 12));
	assert.equal((await describe()).ProvisionedThroughput?.NumberOfDecreasesToday, 4);

	clock.advance(3600 * 1000);
	const nextDay = (await describe()).ProvisionedThroughput;
	assert.equal(nextDay?.NumberOfDecreasesToday, 0);
	assert.deepEqual(nextDay?.LastDecreaseDateTime, changedAt);
	for (const write of [5, 4, 3, 2]) await call("UpdateTable", provision(12, write));
	clock.advance(3599 * 1000);
	const minute = text("Friday, January 2, 2026 at 12:00:00 AM", "Friday, January 2, 2026 at 1:00:00 AM");
	await refused("UpdateTable", provision(12, 1), "LimitExceededException", minute);
	clock.advance(1000);
	await call("UpdateTable", provision(12, 1));
	const again = text("Friday, January 2, 2026 at 1:00:00 AM", "Friday, January 2, 2026 at 2:00:00 AM", 5);
	await refused("UpdateTable", provision(11, 1), "LimitExceededException", again);
});

test("a table goes over to on demand four times in 24 hours, and back whenever it likes", async (t) => {
	const { call, clock, describe, refused } = await tableForTest(t, 1);
	clock.advance(7_065_000);
	assert.equal((await describe()).BillingModeSummary, undefined);
	const onDemand = { TableName, BillingMode: "PAY_PER_REQUEST" };
	const back = { ...provision(1, 1), BillingMode: "PROVISIONED" };
	for (let i = 0; i < 4; i++) {
		await call("UpdateTable", onDemand);
		const since = new Date(clock.now());
		assert.deepEqual((await describe()).BillingModeSummary, {
			BillingMode: "PAY_PER_REQUEST",
			LastUpdateToPayPerRequestDateTime: since,
		});
		await call("UpdateTable", onDemand); // is on demand already
		await call("UpdateTable", back);
		assert.deepEqual((await describe()).BillingModeSummary, {
			BillingMode: "PROVISIONED",
			LastUpdateToPayPerRequestDateTime: since,
		});
		clock.advance(60 * 1000);
	}
	await refused(
		"UpdateTable",
		onDemand,
		"LimitExceededException",
		"Subscriber limit exceeded: Update to PayPerRequest mode are limited to 4 times in 1 day(s). Last update at Thu Jan 01 14:00:45 UTC 2026. Next update can be made at Fri Jan 02 13:57:45 UTC 2026",
	);
	clock.advance(24 * 3600 * 1000 - 4 * 60 * 1000);
	await call("UpdateTable", onDemand);
});
