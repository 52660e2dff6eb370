import { statusOfDestination, withDestination } from "../destinations/destination.ts";
import type { Dynamodb } from "../dynamodb.ts";
import { invalidDestination, invalidRequest, tableNotFound, validationError } from "../errors.ts";
import type {
	UpdateKinesisStreamingDestinationRequest,
	UpdateKinesisStreamingDestinationResponse,
} from "../model.generated.ts";
import { statusOf } from "../tables/table.ts";

/** Texts recorded from AWS: dynamodb test_kinesis_streaming_destination_crud; the one of other states measured (October 2026). */
export function updateKinesisStreamingDestination(
	{ clock, tables, timing }: Pick<Dynamodb, "clock" | "tables" | "timing">,
	request: UpdateKinesisStreamingDestinationRequest,
): Promise<UpdateKinesisStreamingDestinationResponse> {
	const { StreamArn: streamArn, UpdateKinesisStreamingConfiguration: configuration } = request;
	const precision = configuration?.ApproximateCreationDateTimePrecision;
	if (configuration === undefined || precision === undefined) {
		throw validationError(
			"Streaming destination cannot be updated with given parameters: UpdateKinesisStreamingConfiguration cannot be null or contain only null values",
		);
	}
	return tables.change(async () => {
		const table = tables.find(request.TableName);
		const now = clock.now();
		if (table === undefined || statusOf(table, now) === "CREATING") throw tableNotFound(request.TableName);
		const { definition, name } = table;
		const current = definition.destinations?.find((it) => it.streamArn === streamArn);
		if (current === undefined) {
			throw invalidDestination(
				`No streaming destination with streamArn: ${streamArn} found for table with tableName: ${name}`,
			);
		}
		if (statusOfDestination(current, now) !== "ACTIVE") {
			throw invalidDestination(
				`Kinesis streaming is not in ACTIVE state. Updates are only allowed in ACTIVE state. TableName: ${name}, kdsArn: ${streamArn}`,
			);
		}
		if ((current.precision ?? "MILLISECOND") === precision) {
			throw invalidRequest(
				`Precision is already set to the desired value of ${precision} for tableId: ${definition.id}, kdsArn: ${streamArn}`,
			);
		}
		const until = now + timing.ms("table");
		const destinations = withDestination(definition, { streamArn, change: "UPDATING", until, precision });
		await tables.put({ ...definition, destinations });
		return {
			TableName: name,
			StreamArn: streamArn,
			DestinationStatus: "UPDATING",
			UpdateKinesisStreamingConfiguration: configuration,
		};
	});
}
