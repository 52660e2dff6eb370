import { describeStream } from "./describeStream.ts";
import { getRecords } from "./getRecords.ts";
import { getShardIterator } from "./getShardIterator.ts";
import { listStreams } from "./listStreams.ts";

/** All that DynamoDB Streams has, by AWS's names. */
export const operations = {
	DescribeStream: describeStream,
	GetRecords: getRecords,
	GetShardIterator: getShardIterator,
	ListStreams: listStreams,
};
