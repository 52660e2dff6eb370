import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import {
	CreateTableCommand,
	DeleteItemCommand,
	PutItemCommand,
	TransactWriteItemsCommand,
	UpdateItemCommand,
	UpdateTableCommand,
	UpdateTimeToLiveCommand,
} from "@aws-sdk/client-dynamodb";
import {
	DescribeStreamCommand,
	type DescribeStreamCommandInput,
	DynamoDBStreamsClient,
	GetRecordsCommand,
	GetShardIteratorCommand,
	type GetShardIteratorCommandInput,
	ListStreamsCommand,
	type _Record as StreamRecord,
} from "@aws-sdk/client-dynamodb-streams";
import fc from "fast-check";
import { dynamodbStreamsService } from "../../../emulator/dynamodbStreams/dynamodbStreams.ts";
import { type Answer, dynamodbForTest } from "../dynamodb/dynamodbForTest.ts";
import { invalid, refused, sdkForTest, song, songs, TableName } from "../dynamodb/sdkForTest.ts";
import { clientOptions } from "../startEmulator.ts";

const hour = 3600;

async function streamsForTest(t: TestContext) {
	const table = await sdkForTest(t);
	const streams = new DynamoDBStreamsClient(clientOptions(table.emulator));
	t.after(() => streams.destroy());
	const made = await table.client.send(
		new CreateTableCommand({
			...songs,
			StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
		}),
	);
	const StreamArn = made.TableDescription?.LatestStreamArn;
	const describe = async (more: Partial<DescribeStreamCommandInput> = {}) =>
		(await streams.send(new DescribeStreamCommand({ StreamArn, ...more }))).StreamDescription;
	const shards = async (more: Partial<DescribeStreamCommandInput> = {}) => (await describe(more))?.Shards ?? [];
	const iterator = async (ShardId: string | undefined, more: Partial<GetShardIteratorCommandInput> = {}) => {
		const input = { StreamArn, ShardId, ShardIteratorType: "TRIM_HORIZON" as const, ...more };
		return (await streams.send(new GetShardIteratorCommand(input))).ShardIterator;
	};
	const records = (ShardIterator: string | undefined, Limit?: number) =>
		streams.send(new GetRecordsCommand({ ShardIterator, ...(Limit !== undefined && { Limit }) }));
	return { ...table, streams, StreamArn, describe, shards, iterator, records };
}

const put = (title: string, more: object = {}) => new PutItemCommand({ TableName, Item: { ...song(title), ...more } });
const titles = (list: readonly StreamRecord[] = []) => list.map((it) => it.dynamodb?.Keys?.["title"]?.S).join(" ");

test("a shard closes after four hours and its child goes on; a reader follows from one to the other", async (t) => {
	const { client, advance, shards, iterator, records } = await streamsForTest(t);
	await client.send(put("1"));
	const [first] = await shards();
	assert.equal(first?.ParentShardId, undefined);
	assert.equal(first?.SequenceNumberRange?.EndingSequenceNumber, undefined);
	const open = await records(await iterator(first?.ShardId));
	assert.equal(titles(open.Records), "1");
	advance(4 * hour + 1);
	await client.send(put("2"));
	const [closed, child, ...more] = await shards();
	assert.deepEqual(more, []);
	assert.equal(closed?.ShardId, first?.ShardId);
	assert.equal(child?.ParentShardId, first?.ShardId);
	assert.match(child?.ShardId ?? "", /^shardId-\d{20}-[0-9a-f]{8}$/);
	assert.ok(closed?.SequenceNumberRange?.EndingSequenceNumber);
	const whole = await records(await iterator(closed?.ShardId));
	assert.equal(titles(whole.Records), "1");
	assert.equal(whole.NextShardIterator, undefined);
	const next = await records(await iterator(child?.ShardId));
	assert.equal(titles(next.Records), "2");
	assert.ok(next.NextShardIterator);
	const end = closed?.SequenceNumberRange?.EndingSequenceNumber;
	await invalid(
		iterator(child?.ShardId, { ShardIteratorType: "AT_SEQUENCE_NUMBER", SequenceNumber: end }),
		"Invalid SequenceNumber",
	);
	const latest = await records(await iterator(closed?.ShardId, { ShardIteratorType: "LATEST" }));
	assert.deepEqual([latest.Records, latest.NextShardIterator], [[], undefined]);
});

test("shards are listed in pages, by their parent, and not when they are forgotten", async (t) => {
	const { advance, describe, shards } = await streamsForTest(t);
	const [first] = await shards();
	advance(12 * hour + 1);
	const all = await shards();
	assert.equal(all.length, 4);
	const page = await describe({ Limit: 3 });
	assert.equal(page?.LastEvaluatedShardId, all[2]?.ShardId);
	assert.deepEqual(await shards({ ExclusiveStartShardId: all[2]?.ShardId }), all.slice(3));
	assert.deepEqual(await shards({ ShardFilter: { Type: "CHILD_SHARDS", ShardId: first?.ShardId } }), [all[1]]);
	advance(20 * hour);
	const left = await shards();
	assert.ok(!left.some(({ ShardId }) => ShardId === first?.ShardId));
	assert.equal(left.length, 7);
});

test("what was forgotten between an iterator and its use is told apart from what is not there", async (t) => {
	const { client, advance, shards, iterator, records } = await streamsForTest(t);
	await client.send(put("old"));
	const [shard] = await shards();
	const { Records = [] } = await records(await iterator(shard?.ShardId));
	const number = Records[0]?.dynamodb?.SequenceNumber;
	advance(24 * hour - 60);
	const at = await iterator(shard?.ShardId, { ShardIteratorType: "AT_SEQUENCE_NUMBER", SequenceNumber: number });
	const oldest = await iterator(shard?.ShardId);
	advance(120);
	await refused(
		records(at),
		"TrimmedDataAccessException",
		"The operation attempted to read past the oldest stream record in a shard.",
	);
	assert.deepEqual((await records(oldest)).Records, []);
	advance(15 * 60);
	await refused(records(oldest), "ExpiredIteratorException", /more than 15 minutes old/);
	await refused(
		iterator("shardId-00000000000000000000-00000000"),
		"ResourceNotFoundException",
		/^Requested resource not found: Shard: /,
	);
});

test("nothing is recorded where nothing changed, once where a transaction changed it, and by whom where it expired", async (t) => {
	const { client, advance, clock, emulator, shards, iterator, records } = await streamsForTest(t);
	const soon = { ttl: { N: `${Math.floor(clock.now() / 1000) + 30}` } };
	await client.send(put("1", soon));
	await client.send(put("1", soon));
	const Key = song("1");
	const update = { TableName, Key, UpdateExpression: "SET v = :v", ExpressionAttributeValues: { ":v": { N: "1" } } };
	await client.send(
		new TransactWriteItemsCommand({ TransactItems: [{ Update: update }, { Put: { TableName, Item: song("2") } }] }),
	);
	await client.send(new UpdateItemCommand(update));
	await client.send(new DeleteItemCommand({ TableName, Key: song("none") }));
	await client.send(
		new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification: { Enabled: true, AttributeName: "ttl" } }),
	);
	advance(120);
	const read = async (): Promise<readonly StreamRecord[]> => {
		const [shard] = await shards();
		const { Records = [] } = await records(await iterator(shard?.ShardId));
		return Records.length < 4 ? read() : Records;
	};
	const all = await read();
	assert.deepEqual(
		all.map((it) => [it.eventName, it.dynamodb?.Keys?.["title"]?.S, it.userIdentity]),
		[
			["INSERT", "1", undefined],
			["MODIFY", "1", undefined],
			["INSERT", "2", undefined],
			["REMOVE", "1", { Type: "Service", PrincipalId: "dynamodb.amazonaws.com" }],
		],
	);
	assert.ok(emulator);
});

test("a stream that is enabled again is another one; the old one can be read for a day, and both are listed in pages", async (t) => {
	const { client, streams, advance, StreamArn, describe, shards, iterator, records } = await streamsForTest(t);
	await client.send(put("1"));
	const toggle = (StreamEnabled: boolean) =>
		client.send(
			new UpdateTableCommand({
				TableName,
				StreamSpecification: { StreamEnabled, ...(StreamEnabled && { StreamViewType: "KEYS_ONLY" }) },
			}),
		);
	await toggle(false);
	await client.send(put("2"));
	advance(1);
	const again = await toggle(true);
	const second = again.TableDescription?.LatestStreamArn;
	assert.notEqual(second, StreamArn);
	await client.send(put("3"));
	assert.equal((await describe())?.StreamStatus, "DISABLED");
	const [shard] = await shards();
	const { Records, NextShardIterator } = await records(await iterator(shard?.ShardId));
	assert.deepEqual([titles(Records), NextShardIterator], ["1", undefined]);
	const page = await streams.send(new ListStreamsCommand({ TableName, Limit: 1 }));
	assert.equal(page.LastEvaluatedStreamArn, StreamArn);
	const rest = await streams.send(new ListStreamsCommand({ TableName, ExclusiveStartStreamArn: StreamArn }));
	assert.deepEqual(
		rest.Streams?.map((it) => it.StreamArn),
		[second],
	);
	advance(26 * hour);
	const gone = async (): Promise<unknown> => {
		const { Streams = [] } = await streams.send(new ListStreamsCommand({ TableName }));
		return Streams.length === 1 || gone();
	};
	await gone();
	await refused(
		describe(),
		"ResourceNotFoundException",
		`Requested resource not found: Stream: ${StreamArn} not found`,
	);
});

const step = fc.record({ kind: fc.constantFrom("put", "delete", "hours"), id: fc.nat(4), v: fc.nat(3) });

test("a stream, read shard by shard from its beginning, replays its table", async (t) => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.array(step, { maxLength: 5 }), { maxLength: 8 }), async (rounds) => {
			const db = await dynamodbForTest(t);
			const { operations } = dynamodbStreamsService({
				region: "us-east-1",
				clock: db.kernel.clock,
				streams: db.dynamodb.streams,
			});
			const stream = async (name: string, request: object): Promise<Answer> =>
				structuredClone(await operations[name]?.(request as never, { requestId: "t" }));
			const made = await db.table({ StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_IMAGE" } });
			const StreamArn = made.TableDescription.LatestStreamArn;
			let hours = 0;
			for (const round of rounds) {
				await Promise.all(
					round.map(async ({ kind, id, v }): Promise<unknown> => {
						if (kind === "put") return db.call("PutItem", { TableName, Item: { ...song(`${id}`), v: { N: `${v}` } } });
						if (kind === "delete") return db.call("DeleteItem", { TableName, Key: song(`${id}`) });
						// Not so far that anything is forgotten.
						if (hours + v < 23) db.kernel.clock.advance(v * hour * 1000);
						hours = Math.min(hours + v, 23);
						return undefined;
					}),
				);
			}
			const replica = new Map<string, object>();
			const { StreamDescription } = await stream("DescribeStream", { StreamArn });
			for (const { ShardId } of StreamDescription.Shards) {
				let { ShardIterator } = await stream("GetShardIterator", {
					StreamArn,
					ShardId,
					ShardIteratorType: "TRIM_HORIZON",
				});
				for (;;) {
					const { Records, NextShardIterator } = await stream("GetRecords", { ShardIterator, Limit: 2 });
					for (const { eventName, dynamodb } of Records) {
						if (eventName === "REMOVE") replica.delete(dynamodb.Keys.title.S);
						else replica.set(dynamodb.Keys.title.S, dynamodb.NewImage);
					}
					if (NextShardIterator === undefined || Records.length === 0) break;
					ShardIterator = NextShardIterator;
				}
			}
			const { Items } = await db.call("Scan", { TableName });
			const byTitle = (items: readonly Answer[]) => items.toSorted((a, b) => (a.title.S < b.title.S ? -1 : 1));
			assert.deepEqual(byTitle([...replica.values()]), byTitle(Items));
		}),
		{ numRuns: 60 },
	);
});
