import type { DynamodbStreams } from "../dynamodbStreams.ts";
import { shardNotFound, streamNotFound, trimmedData, validationError } from "../errors.ts";
import type { GetShardIteratorRequest, GetShardIteratorResponse } from "../model.generated.ts";
import { readSequence } from "../sequenceNumber.ts";
import { writeIterator } from "../shardIterator.ts";

type Needs = Pick<DynamodbStreams, "clock" | "streams">;

export function getShardIterator(needs: Needs, request: GetShardIteratorRequest): GetShardIteratorResponse {
	const { StreamArn: arn } = request;
	const stream = needs.streams.find(arn);
	if (stream === undefined) throw streamNotFound(arn);
	if (stream.shardId !== request.ShardId) throw shardNotFound(request.ShardId, arn);
	const from = positionOf(needs, request);
	return { ShardIterator: writeIterator({ arn, from, issuedAt: needs.clock.now() }) };
}

function positionOf({ streams }: Needs, request: GetShardIteratorRequest): bigint {
	const { StreamArn: arn, ShardIteratorType: type, SequenceNumber: given } = request;
	const horizon = streams.horizon(arn);
	switch (type) {
		case "TRIM_HORIZON":
			return horizon;
		case "LATEST":
			return streams.next(arn);
		case "AT_SEQUENCE_NUMBER":
		case "AFTER_SEQUENCE_NUMBER": {
			if (given === undefined) throw validationError(`SequenceNumber is required for ShardIteratorType ${type}`);
			const sequence = readSequence(given) + (type === "AFTER_SEQUENCE_NUMBER" ? 1n : 0n);
			if (sequence < horizon) throw trimmedData();
			return sequence;
		}
	}
}
