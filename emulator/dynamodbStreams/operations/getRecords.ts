import { createHash } from "node:crypto";
import type { Change, DynamodbStreams, StreamOfTable } from "../dynamodbStreams.ts";
import { streamNotFound, trimmedData } from "../errors.ts";
import type { GetRecordsRequest, GetRecordsResponse, Record as StreamRecord } from "../model.generated.ts";
import { sequenceText } from "../sequenceNumber.ts";
import { readIterator, writeIterator } from "../shardIterator.ts";
import { shardsOf } from "../shards.ts";

const maxRecords = 1000;
const maxBytes = 1024 * 1024;

/** The records of a shard from where the iterator stands, in the order of the changes: at most 1 000, and 1 MB. */
export async function getRecords(
	{ region, clock, streams }: DynamodbStreams,
	request: GetRecordsRequest,
): Promise<GetRecordsResponse> {
	const { arn, shardId, from, oldest } = readIterator(request.ShardIterator, clock.now());
	const stream = streams.find(arn);
	const shard = stream && shardsOf(streams, stream).find(({ id }) => id === shardId);
	if (stream === undefined) throw streamNotFound(arn);
	if (shard === undefined || (!oldest && from < streams.horizon(arn))) throw trimmedData();
	const written = streams.written(arn);
	const limit = Math.min(request.Limit ?? maxRecords, maxRecords);
	const read = await streams.read(arn, from, limit);
	const here = shard.end === undefined ? read : read.filter(({ sequence }) => sequence <= (shard.end ?? sequence));
	const page = withinBytes(here);
	const last = page.at(-1);
	const reached = last === undefined ? from : last.sequence + 1n;
	// A closed shard is at its end when its last record has been read: there is nothing to go on with.
	const all = page.length === here.length && (here.length < read.length || read.length < limit);
	const ended = shard.end !== undefined && (reached > shard.end || (all && written > shard.end));
	const next = { arn, shardId, from: reached, oldest: oldest && last === undefined, issuedAt: clock.now() };
	return {
		Records: page.map((change) => describe(stream, region, change)),
		...(!ended && { NextShardIterator: writeIterator(next) }),
	};
}

function withinBytes(changes: readonly Change[]): readonly Change[] {
	let bytes = 0;
	return changes.filter(({ record }, index) => {
		bytes += record.size;
		return index === 0 || bytes <= maxBytes;
	});
}

function describe({ arn, viewType }: StreamOfTable, awsRegion: string, { sequence, record }: Change): StreamRecord {
	return {
		eventID: createHash("md5").update(arn).update(String(sequence)).digest("hex"),
		eventName: record.event,
		eventVersion: "1.1",
		eventSource: "aws:dynamodb",
		awsRegion,
		dynamodb: {
			// AWS gives whole seconds.
			ApproximateCreationDateTime: new Date(Math.floor(record.at / 1000) * 1000),
			Keys: record.keys,
			...(record.newImage && { NewImage: record.newImage }),
			...(record.oldImage && { OldImage: record.oldImage }),
			SequenceNumber: sequenceText(sequence),
			SizeBytes: record.size,
			StreamViewType: viewType,
		},
		...(record.expired && { userIdentity: { Type: "Service", PrincipalId: "dynamodb.amazonaws.com" } }),
	};
}
