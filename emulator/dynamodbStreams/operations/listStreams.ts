import type { DynamodbStreams } from "../dynamodbStreams.ts";
import type { ListStreamsRequest, ListStreamsResponse } from "../model.generated.ts";

const defaultLimit = 100;

export function listStreams(
	{ streams }: Pick<DynamodbStreams, "streams">,
	request: ListStreamsRequest,
): ListStreamsResponse {
	const { TableName, Limit: limit = defaultLimit, ExclusiveStartStreamArn: start } = request;
	const all = streams.all().filter(({ tableName }) => TableName === undefined || tableName === TableName);
	const first = start === undefined ? 0 : all.findIndex(({ arn }) => arn === start) + 1;
	const page = all.slice(first, first + limit);
	const last = page.at(-1);
	return {
		Streams: page.map(({ arn, label, tableName }) => ({ StreamArn: arn, StreamLabel: label, TableName: tableName })),
		...(first + limit < all.length && last && { LastEvaluatedStreamArn: last.arn }),
	};
}
