import {
	describeDestination,
	nothingDelivered,
	statusOfDestination,
	withDestination,
} from "../destinations/destination.ts";
import type { Dynamodb } from "../dynamodb.ts";
import { invalidDestination, tableNotFound } from "../errors.ts";
import type {
	EnableKinesisStreamingDestinationRequest,
	EnableKinesisStreamingDestinationResponse,
} from "../model.generated.ts";
import { statusOf } from "../tables/table.ts";

/** A table has one destination at a time. AWS does not look at the stream before it answers either. */
export function enableKinesisStreamingDestination(
	{ clock, events, tables, timing }: Pick<Dynamodb, "clock" | "events" | "tables" | "timing">,
	request: EnableKinesisStreamingDestinationRequest,
): Promise<EnableKinesisStreamingDestinationResponse> {
	const { StreamArn: streamArn, EnableKinesisStreamingConfiguration: configuration = {} } = request;
	return tables.change(async () => {
		const table = tables.find(request.TableName);
		const now = clock.now();
		if (table === undefined || statusOf(table, now) === "CREATING") throw tableNotFound(request.TableName);
		const { definition } = table;
		if (definition.destinations?.some((it) => statusOfDestination(it, now) !== "DISABLED")) {
			throw invalidDestination(
				"EnableKinesisStreamingDestination must be DISABLED or ENABLE_FAILED to perform ENABLE operation.",
			);
		}
		const { ApproximateCreationDateTimePrecision: precision } = configuration;
		const until = now + timing.ms("table");
		const destination = { streamArn, change: "ENABLING", until, ...(precision && { precision }) } as const;
		await tables.put({ ...definition, destinations: withDestination(definition, destination) });
		const text = `Table ${table.name}: ${nothingDelivered} (${streamArn})`;
		events.publish({ type: "log", part: "dynamodb", level: "warn", text });
		const { StreamArn } = describeDestination(destination, now);
		return {
			TableName: table.name,
			StreamArn,
			DestinationStatus: "ENABLING",
			EnableKinesisStreamingConfiguration: configuration,
		};
	});
}
