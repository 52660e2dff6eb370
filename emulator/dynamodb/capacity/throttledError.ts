import type { AwsError } from "../../aws/awsError.ts";
import { requestLimitExceeded, throttled, throughputExceeded } from "../errors.ts";
import type { Direction } from "./capacityFacts.ts";
import type { LimitType } from "./flow.ts";
import type { ResourceMeter } from "./resourceMeter.ts";

/** One of AWS's sixteen reasons, and what it is about. */
export type ThrottlingReason = { readonly reason: string; readonly resource: string };

export type Lack = { readonly meter: ResourceMeter; readonly direction: Direction; readonly type: LimitType };

export function reasonOf({ meter, direction, type }: Lack): ThrottlingReason {
	return { reason: `${meter.kind}${direction === "read" ? "Read" : "Write"}${type}`, resource: meter.arn };
}

/**
 * The error that goes with the reasons. In provisioned mode it is ProvisionedThroughputExceededException, also for a hot
 * partition (developer guide, "Diagnosing throttling"); on demand ThrottlingException, but for the account's own quota.
 */
export function throttledError(lacks: readonly Lack[]): AwsError {
	const reasons = lacks.map(reasonOf);
	const [first] = lacks;
	const byIndex = first?.meter.kind === "Index";
	if (lacks.some(({ meter }) => meter.billing === "PROVISIONED")) {
		return throughputExceeded(byIndex ? provisionedIndex : provisionedTable, reasons);
	}
	if (first?.type === "AccountLimitExceeded") return requestLimitExceeded(reasons);
	if (first?.type === "MaxOnDemandThroughputExceeded") return throttled(ownMaximum, reasons);
	return throttled(byIndex && first.direction === "write" ? onDemandIndex : onDemandTable, reasons);
}

// API reference, TransactionCanceledException, for the texts; as they are seen in errors, without the full stop at their end.
const provisionedTable =
	"The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API.";
const provisionedIndex =
	"The level of configured provisioned throughput for one or more global secondary indexes of the table was exceeded. Consider increasing your provisioning level for the under-provisioned global secondary indexes with the UpdateTable API";
const onDemandTable =
	"Throughput exceeds the current capacity of your table or index. DynamoDB is automatically scaling your table or index so please try again shortly. If exceptions persist, check if you have a hot key: https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html";
const onDemandIndex =
	"Throughput exceeds the current capacity for one or more global secondary indexes. DynamoDB is automatically scaling your index so please try again shortly.";
const ownMaximum = "Throughput exceeds the maximum OnDemandThroughput configured on table or index";
