import type { DynamodbStreams } from "../dynamodbStreams.ts";
import { shardNotFound, streamNotFound, trimmedData, validationError } from "../errors.ts";
import type { GetShardIteratorRequest, GetShardIteratorResponse } from "../model.generated.ts";
import { readSequence } from "../sequenceNumber.ts";
import { writeIterator } from "../shardIterator.ts";
import { type StreamShard, shardsOf } from "../shards.ts";

type Needs = Pick<DynamodbStreams, "clock" | "streams">;

export function getShardIterator(needs: Needs, request: GetShardIteratorRequest): GetShardIteratorResponse {
	const { StreamArn: arn, ShardId: shardId, ShardIteratorType: type } = request;
	const stream = needs.streams.find(arn);
	if (stream === undefined) throw streamNotFound(arn);
	const shard = shardsOf(needs.streams, stream).find(({ id }) => id === shardId);
	if (shard === undefined) throw shardNotFound(shardId, arn);
	const from = positionOf(needs, request, shard);
	const position = { arn, shardId, from, oldest: type === "TRIM_HORIZON", issuedAt: needs.clock.now() };
	return { ShardIterator: writeIterator(position) };
}

function positionOf({ streams }: Needs, request: GetShardIteratorRequest, { start, end }: StreamShard): bigint {
	const { StreamArn: arn, ShardIteratorType: type, SequenceNumber: given } = request;
	switch (type) {
		case "TRIM_HORIZON":
			return start;
		case "LATEST":
			return end === undefined ? streams.next(arn) : end + 1n;
		case "AT_SEQUENCE_NUMBER":
		case "AFTER_SEQUENCE_NUMBER": {
			if (given === undefined) throw validationError(`SequenceNumber is required for ShardIteratorType ${type}`);
			const number = readSequence(given);
			const sequence = number + (type === "AFTER_SEQUENCE_NUMBER" ? 1n : 0n);
			if (sequence < streams.horizon(arn)) throw trimmedData();
			if (number < start || (end !== undefined && number > end)) throw validationError("Invalid SequenceNumber");
			return sequence;
		}
	}
}
