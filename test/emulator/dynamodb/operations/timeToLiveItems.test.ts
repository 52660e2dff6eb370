import assert from "node:assert/strict";
import { test } from "node:test";
import { dynamodbForTest } from "../dynamodbForTest.ts";
import { item } from "./songsForTest.ts";

test("items whose time has come are removed, and the stream says by whom", async (t) => {
	const { table, call, invalid, dynamodb, kernel } = await dynamodbForTest(t);
	const { TableDescription } = await table({
		StreamSpecification: { StreamEnabled: true, StreamViewType: "OLD_IMAGE" },
	});
	const inOneHour = String(Math.floor(kernel.clock.now() / 1000) + 3600);
	await call("PutItem", item({ ttl: { N: inOneHour } }, "before"));
	const TimeToLiveSpecification = { Enabled: true, AttributeName: "ttl" };
	await call("UpdateTimeToLive", { TableName: "songs", TimeToLiveSpecification });
	await invalid("UpdateTimeToLive", { TableName: "songs", TimeToLiveSpecification }, "TimeToLive is already enabled");
	await invalid(
		"UpdateTimeToLive",
		{ TableName: "songs", TimeToLiveSpecification: { Enabled: true, AttributeName: "other" } },
		"TimeToLive is active on a different AttributeName: current AttributeName is ttl",
	);
	assert.deepEqual(await call("DescribeTimeToLive", { TableName: "songs" }), {
		TimeToLiveDescription: { TimeToLiveStatus: "ENABLED", AttributeName: "ttl" },
	});
	await call("PutItem", item({ ttl: { N: inOneHour } }, "after"));
	await call("PutItem", item({ ttl: { N: inOneHour } }, "prolonged"));
	await call("PutItem", item({ ttl: { N: `${Number(inOneHour) + 86_400}` } }, "prolonged"));
	await call("PutItem", item({ ttl: { S: inOneHour } }, "text"));
	await call("PutItem", item({ ttl: { N: "1000" } }, "ancient"));

	await dynamodb.expiry.sweep();
	assert.equal((await call("Scan", { TableName: "songs" })).Count, 5);
	kernel.clock.advance(3601 * 1000);
	await dynamodb.expiry.sweep();
	const { Items } = await call("Scan", { TableName: "songs" });
	assert.deepEqual(Items.map(({ title }: { title: { S: string } }) => title.S).toSorted(), [
		"ancient",
		"prolonged",
		"text",
	]);

	const changes = await dynamodb.streams.read(TableDescription.LatestStreamArn, 0n, 100);
	const removed = changes.filter(({ record }) => record.event === "REMOVE");
	assert.deepEqual(
		removed.map(({ record }) => [record.expired, record.oldImage?.["ttl"]]),
		[
			[true, { N: inOneHour }],
			[true, { N: inOneHour }],
		],
	);
	await call("UpdateTimeToLive", {
		TableName: "songs",
		TimeToLiveSpecification: { Enabled: false, AttributeName: "ttl" },
	});
	assert.deepEqual(await call("DescribeTimeToLive", { TableName: "songs" }), {
		TimeToLiveDescription: { TimeToLiveStatus: "DISABLED" },
	});
});
