import type { DynamodbStreams } from "../dynamodbStreams.ts";
import { streamNotFound } from "../errors.ts";
import type { DescribeStreamRequest, DescribeStreamResponse, Shard } from "../model.generated.ts";
import { sequenceText } from "../sequenceNumber.ts";

export function describeStream(
	{ streams }: Pick<DynamodbStreams, "streams">,
	request: DescribeStreamRequest,
): DescribeStreamResponse {
	const stream = streams.find(request.StreamArn);
	if (stream === undefined) throw streamNotFound(request.StreamArn);
	const shard: Shard = {
		ShardId: stream.shardId,
		SequenceNumberRange: {
			StartingSequenceNumber: sequenceText(BigInt(stream.start)),
			...(stream.end !== undefined && { EndingSequenceNumber: sequenceText(BigInt(stream.end)) }),
		},
	};
	const listed = request.ExclusiveStartShardId === undefined && request.ShardFilter === undefined;
	return {
		StreamDescription: {
			StreamArn: stream.arn,
			StreamLabel: stream.label,
			StreamStatus: stream.end === undefined ? "ENABLED" : "DISABLED",
			StreamViewType: stream.viewType,
			CreationRequestDateTime: new Date(stream.createdAt),
			TableName: stream.tableName,
			KeySchema: stream.keySchema,
			Shards: listed ? [shard] : [],
		},
	};
}
