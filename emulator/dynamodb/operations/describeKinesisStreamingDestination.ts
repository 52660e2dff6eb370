import { describeDestination } from "../destinations/destination.ts";
import type { Dynamodb } from "../dynamodb.ts";
import { tableNotFound } from "../errors.ts";
import type {
	DescribeKinesisStreamingDestinationRequest,
	DescribeKinesisStreamingDestinationResponse,
} from "../model.generated.ts";
import { statusOf } from "../tables/table.ts";

export function describeKinesisStreamingDestination(
	{ clock, tables }: Pick<Dynamodb, "clock" | "tables">,
	request: DescribeKinesisStreamingDestinationRequest,
): DescribeKinesisStreamingDestinationResponse {
	const table = tables.find(request.TableName);
	const now = clock.now();
	if (table === undefined || statusOf(table, now) === "CREATING") throw tableNotFound(request.TableName);
	const destinations = table.definition.destinations ?? [];
	return {
		TableName: table.name,
		KinesisDataStreamDestinations: destinations.map((it) => describeDestination(it, now)),
	};
}
