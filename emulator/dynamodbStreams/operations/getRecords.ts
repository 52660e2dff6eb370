import { createHash } from "node:crypto";
import type { Change, DynamodbStreams, StreamOfTable } from "../dynamodbStreams.ts";
import { streamNotFound } from "../errors.ts";
import type { GetRecordsRequest, GetRecordsResponse, Record as StreamRecord } from "../model.generated.ts";
import { sequenceText } from "../sequenceNumber.ts";
import { readIterator, writeIterator } from "../shardIterator.ts";

const maxRecords = 1000;
const maxBytes = 1024 * 1024;

/** The records of a shard from where the iterator stands, in the order of the changes: at most 1 000, and 1 MB. */
export async function getRecords(
	{ region, clock, streams }: DynamodbStreams,
	request: GetRecordsRequest,
): Promise<GetRecordsResponse> {
	const { arn, from } = readIterator(request.ShardIterator, clock.now());
	const stream = streams.find(arn);
	if (stream === undefined) throw streamNotFound(arn);
	const next = streams.next(arn);
	const read = await streams.read(arn, from, Math.min(request.Limit ?? maxRecords, maxRecords));
	const page = withinBytes(read);
	const last = page.at(-1);
	const reached = last === undefined ? from : last.sequence + 1n;
	// A closed shard is at its end when its last record has been read: there is nothing to go on with.
	const ended = stream.end !== undefined && (last === undefined || reached >= next);
	return {
		Records: page.map((change) => describe(stream, region, change)),
		...(!ended && { NextShardIterator: writeIterator({ arn, from: reached, issuedAt: clock.now() }) }),
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
