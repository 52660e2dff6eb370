import type { KinesisDataStreamDestination } from "../model.generated.ts";
import type { TableDefinition } from "../tables/tableDefinition.ts";

/** A Kinesis stream that a table's changes are to go to, as it is stored, with the state that it is coming to. */
export type Destination = {
	readonly streamArn: string;
	readonly change: "ENABLING" | "UPDATING" | "DISABLING";
	readonly until: number;
	readonly precision?: "MILLISECOND" | "MICROSECOND";
};

type Status = "ENABLING" | "ACTIVE" | "UPDATING" | "DISABLING" | "DISABLED";

export function statusOfDestination({ change, until }: Destination, now: number): Status {
	if (until > now) return change;
	return change === "DISABLING" ? "DISABLED" : "ACTIVE";
}

/** There is no Kinesis here: each description says that nothing is delivered. */
export function describeDestination(destination: Destination, now: number): KinesisDataStreamDestination {
	const status = statusOfDestination(destination, now);
	return {
		StreamArn: destination.streamArn,
		DestinationStatus: status,
		...(status !== "DISABLED" && { DestinationStatusDescription: nothingDelivered }),
		...(destination.precision && { ApproximateCreationDateTimePrecision: destination.precision }),
	};
}

export const nothingDelivered = "Gatewright has no Kinesis yet: nothing is delivered to this stream.";

/** The table's destinations with one of them put in, or in its own place. */
export function withDestination(
	{ destinations = [] }: TableDefinition,
	destination: Destination,
): readonly Destination[] {
	return [...destinations.filter(({ streamArn }) => streamArn !== destination.streamArn), destination];
}
