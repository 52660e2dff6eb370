import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { AwsError } from "../../../emulator/aws/awsError.ts";
import { loadModel } from "../../../emulator/aws/model.ts";
import { validate } from "../../../emulator/aws/validate.ts";
import { dynamodbStreamsService } from "../../../emulator/dynamodbStreams/dynamodbStreams.ts";
import { type Answer, dynamodbForTest } from "../dynamodb/dynamodbForTest.ts";

async function streamsForTest(t: TestContext) {
	const table = await dynamodbForTest(t);
	const { kernel, dynamodb } = table;
	const service = dynamodbStreamsService({ region: kernel.region, clock: kernel.clock, streams: dynamodb.streams });
	const model = loadModel("dynamodbstreams");
	const stream = async (operation: string, request: object = {}): Promise<Answer> => {
		const bound = service.operations[operation];
		assert.ok(bound, operation);
		validate("dynamodbstreams", model, model.operations[operation]?.input ?? "", request);
		return structuredClone(await bound(request as never, { requestId: "test" }));
	};
	const iterator = async (StreamArn: string, ShardIteratorType: string, SequenceNumber?: string): Promise<string> => {
		const { StreamDescription } = await stream("DescribeStream", { StreamArn });
		const { ShardId } = StreamDescription.Shards.at(-1);
		const request = { StreamArn, ShardId, ShardIteratorType, ...(SequenceNumber && { SequenceNumber }) };
		return (await stream("GetShardIterator", request)).ShardIterator;
	};
	const records = async (ShardIterator: string, more: object = {}) => stream("GetRecords", { ShardIterator, ...more });
	return { ...table, stream, iterator, records };
}

const withStream = (StreamViewType: "KEYS_ONLY" | "NEW_AND_OLD_IMAGES" | "NEW_IMAGE" | "OLD_IMAGE") => ({
	TableName: "people",
	AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" as const }],
	KeySchema: [{ AttributeName: "id", KeyType: "HASH" as const }],
	StreamSpecification: { StreamEnabled: true, StreamViewType },
});
const put = (id: string, more: object = {}) => ({ TableName: "people", Item: { id: { S: id }, ...more } });

test("a stream tells each change once, in order, as AWS was recorded to", async (t) => {
	const { table, call, stream, iterator, records } = await streamsForTest(t);
	const { TableDescription } = await table(withStream("NEW_AND_OLD_IMAGES"));
	const arn = TableDescription.LatestStreamArn;
	// Recorded from AWS: dynamodb test_batch_write_items_streaming.
	await call("PutItem", put("Fred"));
	await call("BatchWriteItem", {
		RequestItems: {
			people: [{ PutRequest: { Item: { id: { S: "NewKey" } } } }, { PutRequest: { Item: { id: { S: "Fred" } } } }],
		},
	});
	await call("BatchWriteItem", {
		RequestItems: {
			people: [
				{ DeleteRequest: { Key: { id: { S: "NewKey" } } } },
				{ PutRequest: { Item: { id: { S: "Fred" }, name: { S: "Fred" } } } },
			],
		},
	});
	const { Records, NextShardIterator } = await records(await iterator(arn, "TRIM_HORIZON"));
	const summary = Records.map((it: Answer) => [it.eventName, it.dynamodb.Keys.id.S, it.dynamodb.SizeBytes]);
	assert.deepEqual(summary, [
		["INSERT", "Fred", 12],
		["INSERT", "NewKey", 16],
		["REMOVE", "NewKey", 16],
		["MODIFY", "Fred", 26],
	]);
	assert.deepEqual(Records[3], {
		awsRegion: "us-east-1",
		dynamodb: {
			ApproximateCreationDateTime: new Date(Date.UTC(2026, 0, 1, 12)),
			Keys: { id: { S: "Fred" } },
			NewImage: { id: { S: "Fred" }, name: { S: "Fred" } },
			OldImage: { id: { S: "Fred" } },
			SequenceNumber: Records[3].dynamodb.SequenceNumber,
			SizeBytes: 26,
			StreamViewType: "NEW_AND_OLD_IMAGES",
		},
		eventID: Records[3].eventID,
		eventName: "MODIFY",
		eventSource: "aws:dynamodb",
		eventVersion: "1.1",
	});
	assert.match(Records[3].eventID, /^[0-9a-f]{32}$/);
	assert.match(Records[3].dynamodb.SequenceNumber, /^\d{21,40}$/);
	assert.deepEqual((await records(NextShardIterator)).Records, []);
	await call("PutItem", put("late"));
	assert.equal((await records(NextShardIterator)).Records.length, 1);
	assert.deepEqual(await stream("ListStreams", { TableName: "people" }), {
		Streams: [{ StreamArn: arn, StreamLabel: TableDescription.LatestStreamLabel, TableName: "people" }],
	});
});

test("the view type decides which images there are, and what the size counts", async (t) => {
	const cases = [
		["KEYS_ONLY", false, false, 4],
		["NEW_IMAGE", true, false, 4 + 6],
		["OLD_IMAGE", false, true, 4 + 6],
		["NEW_AND_OLD_IMAGES", true, true, 4 + 6 + 6],
	] as const;
	for (const [viewType, hasNew, hasOld, size] of cases) {
		const { table, call, iterator, records } = await streamsForTest(t);
		const { TableDescription } = await table(withStream(viewType));
		await call("PutItem", put("ab", { v: { S: "1" } }));
		await call("PutItem", put("ab", { v: { S: "2" } }));
		const { Records } = await records(await iterator(TableDescription.LatestStreamArn, "TRIM_HORIZON"));
		const { dynamodb } = Records[1];
		assert.deepEqual(
			[dynamodb.NewImage !== undefined, dynamodb.OldImage !== undefined, dynamodb.SizeBytes],
			[hasNew, hasOld, size],
			viewType,
		);
	}
});

test("iterators begin at the horizon, at or after a number, or at what comes next", async (t) => {
	const { table, call, iterator, records } = await streamsForTest(t);
	const { TableDescription } = await table(withStream("KEYS_ONLY"));
	const arn = TableDescription.LatestStreamArn;
	await call("PutItem", put("1"));
	const latest = await iterator(arn, "LATEST");
	await call("PutItem", put("2"));
	await call("PutItem", put("3"));
	const ids = async (text: string, more: object = {}) =>
		(await records(text, more)).Records.map((it: Answer) => it.dynamodb.Keys.id.S).join(" ");
	assert.equal(await ids(latest), "2 3");
	assert.equal(await ids(await iterator(arn, "TRIM_HORIZON"), { Limit: 2 }), "1 2");
	const { Records } = await records(await iterator(arn, "TRIM_HORIZON"));
	const second = Records[1].dynamodb.SequenceNumber;
	assert.equal(await ids(await iterator(arn, "AT_SEQUENCE_NUMBER", second)), "2 3");
	assert.equal(await ids(await iterator(arn, "AFTER_SEQUENCE_NUMBER", second)), "3");
});

test("a stream forgets after 24 hours, an iterator after 15 minutes", async (t) => {
	const { table, call, iterator, records, kernel, stream } = await streamsForTest(t);
	const { TableDescription } = await table(withStream("KEYS_ONLY"));
	const arn = TableDescription.LatestStreamArn;
	await call("PutItem", put("old"));
	const { Records } = await records(await iterator(arn, "TRIM_HORIZON"));
	const stale = await iterator(arn, "TRIM_HORIZON");
	kernel.clock.advance(16 * 60 * 1000);
	await assert.rejects(
		records(stale),
		(error) => error instanceof AwsError && error.code === "ExpiredIteratorException",
	);
	kernel.clock.advance(24 * 60 * 60 * 1000);
	await call("PutItem", put("new"));
	const kept = await records(await iterator(arn, "TRIM_HORIZON"));
	assert.deepEqual(
		kept.Records.map((it: Answer) => it.dynamodb.Keys.id.S),
		["new"],
	);
	await assert.rejects(
		iterator(arn, "AT_SEQUENCE_NUMBER", Records[0].dynamodb.SequenceNumber),
		(error) => error instanceof AwsError && error.code === "TrimmedDataAccessException",
	);
	await assert.rejects(stream("DescribeStream", { StreamArn: `${arn}-none` }), /Stream: .* not found/);
	await assert.rejects(records("nonsense"), /Invalid ShardIterator/);
});

test("a stream that was ended is read to its end, and there is no iterator behind it", async (t) => {
	const { table, call, iterator, records, stream } = await streamsForTest(t);
	const { TableDescription } = await table(withStream("KEYS_ONLY"));
	const arn = TableDescription.LatestStreamArn;
	await call("PutItem", put("1"));
	await call("DeleteTable", { TableName: "people" });
	const { StreamDescription } = await stream("DescribeStream", { StreamArn: arn });
	assert.equal(StreamDescription.StreamStatus, "DISABLED");
	assert.ok(StreamDescription.Shards[0].SequenceNumberRange.EndingSequenceNumber);
	const { Records, NextShardIterator } = await records(await iterator(arn, "TRIM_HORIZON"));
	assert.equal(Records.length, 1);
	assert.equal(NextShardIterator, undefined);
});

test("a reader never passes a change that is still being written", async (t) => {
	const { table, call, iterator, records } = await streamsForTest(t);
	const { TableDescription } = await table(withStream("KEYS_ONLY"));
	const seen: string[] = [];
	let position: string = await iterator(TableDescription.LatestStreamArn, "TRIM_HORIZON");
	const read = async () => {
		const page = await records(position);
		seen.push(...page.Records.map((it: Answer) => it.dynamodb.Keys.id.S));
		position = page.NextShardIterator;
	};
	const writes = Array.from({ length: 300 }, (_, i) => call("PutItem", put(String(i))));
	for (let i = 0; i < 20; i++) await read();
	await Promise.all(writes);
	await read();
	assert.deepEqual(
		seen.map(Number).toSorted((a, b) => a - b),
		Array.from({ length: 300 }, (_, i) => i),
	);
});
