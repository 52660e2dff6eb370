import type { DynamodbStreams } from "../dynamodbStreams.ts";
import { streamNotFound } from "../errors.ts";
import type { DescribeStreamRequest, DescribeStreamResponse, Shard } from "../model.generated.ts";
import { sequenceText } from "../sequenceNumber.ts";
import { type StreamShard, shardsOf } from "../shards.ts";

const defaultLimit = 100;

export function describeStream(
	{ streams }: Pick<DynamodbStreams, "streams">,
	request: DescribeStreamRequest,
): DescribeStreamResponse {
	const { ExclusiveStartShardId: after, Limit: limit = defaultLimit, ShardFilter: filter } = request;
	const stream = streams.find(request.StreamArn);
	if (stream === undefined) throw streamNotFound(request.StreamArn);
	const all = shardsOf(streams, stream);
	const wanted = filter?.ShardId === undefined ? all : all.filter(({ parentId }) => parentId === filter.ShardId);
	const following = after === undefined ? wanted : wanted.slice(wanted.findIndex(({ id }) => id === after) + 1);
	const page = following.slice(0, limit);
	const last = page.at(-1);
	return {
		StreamDescription: {
			StreamArn: stream.arn,
			StreamLabel: stream.label,
			StreamStatus: stream.end === undefined ? "ENABLED" : "DISABLED",
			StreamViewType: stream.viewType,
			CreationRequestDateTime: new Date(stream.createdAt),
			TableName: stream.tableName,
			KeySchema: stream.keySchema,
			Shards: page.map(describeShard),
			...(following.length > limit && last && { LastEvaluatedShardId: last.id }),
		},
	};
}

function describeShard({ id, parentId, start, end }: StreamShard): Shard {
	return {
		ShardId: id,
		SequenceNumberRange: {
			StartingSequenceNumber: sequenceText(start),
			...(end !== undefined && { EndingSequenceNumber: sequenceText(end) }),
		},
		...(parentId !== undefined && { ParentShardId: parentId }),
	};
}
