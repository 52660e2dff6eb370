import { statusOfDestination, withDestination } from "../destinations/destination.ts";
import type { Dynamodb } from "../dynamodb.ts";
import { invalidDestination, tableNotFound, validationError } from "../errors.ts";
import type {
	DisableKinesisStreamingDestinationRequest,
	DisableKinesisStreamingDestinationResponse,
} from "../model.generated.ts";
import { statusOf } from "../tables/table.ts";

export function disableKinesisStreamingDestination(
	{ clock, tables, timing }: Pick<Dynamodb, "clock" | "tables" | "timing">,
	request: DisableKinesisStreamingDestinationRequest,
): Promise<DisableKinesisStreamingDestinationResponse> {
	const { StreamArn: streamArn } = request;
	return tables.change(async () => {
		const table = tables.find(request.TableName);
		const now = clock.now();
		if (table === undefined || statusOf(table, now) === "CREATING") throw tableNotFound(request.TableName);
		if (request.EnableKinesisStreamingConfiguration !== undefined) {
			throw validationError("Stream cannot be disabled using EnableKinesisStreamingConfiguration parameters");
		}
		const { definition } = table;
		const current = definition.destinations?.find((it) => it.streamArn === streamArn);
		if (current === undefined || statusOfDestination(current, now) !== "ACTIVE") {
			throw invalidDestination("KinesisStreamingDestination must be ACTIVE to perform DISABLE operation.");
		}
		const until = now + timing.ms("table");
		const destinations = withDestination(definition, { streamArn, change: "DISABLING", until });
		await tables.put({ ...definition, destinations });
		return { TableName: table.name, StreamArn: streamArn, DestinationStatus: "DISABLING" };
	});
}
