import type { Clock } from "../../aws/clock.ts";
import type {
	GlobalSecondaryIndexDescription,
	LocalSecondaryIndexDescription,
	ProvisionedThroughputDescription,
	TableDescription,
} from "../model.generated.ts";
import { type Held, type Statistics, statusOf, type Table } from "./table.ts";
import type { Billing, IndexDefinition } from "./tableDefinition.ts";

/**
 * A table as AWS describes it. The item count and sizes are those of this moment, where AWS's are up to six hours old.
 * `status` is given by the operations that have just changed the table, whose answers AWS writes before the change is through.
 */
export function describeTable(clock: Clock, table: Table, status?: "CREATING" | "UPDATING"): TableDescription {
	const { definition } = table;
	const local = definition.indexes.filter(({ kind }) => kind === "local");
	const global = definition.indexes.filter(({ kind }) => kind === "global");
	const settled = status === undefined;
	return {
		AttributeDefinitions: definition.attributes,
		TableName: table.name,
		KeySchema: definition.keySchema,
		TableStatus: status ?? statusOf(table, clock.now()),
		CreationDateTime: new Date(definition.createdAt),
		...describeSize(table),
		...describeBilling(definition.billing, status !== "CREATING"),
		...(local.length > 0 && { LocalSecondaryIndexes: local.map((index) => describeLocal(table, index)) }),
		...(global.length > 0 && {
			GlobalSecondaryIndexes: global.map((index) => describeGlobal(table, index, status === "CREATING")),
		}),
		...(definition.stream?.enabled && {
			StreamSpecification: { StreamEnabled: true, StreamViewType: definition.stream.viewType },
		}),
		...(definition.stream && { LatestStreamLabel: definition.stream.label, LatestStreamArn: definition.stream.arn }),
		...(definition.kmsKeyArn !== undefined && {
			SSEDescription: { Status: "ENABLED", SSEType: "KMS", KMSMasterKeyArn: definition.kmsKeyArn },
		}),
		...(definition.tableClass && { TableClassSummary: { TableClass: definition.tableClass } }),
		...(definition.onDemandThroughput && { OnDemandThroughput: definition.onDemandThroughput }),
		...(settled && { WarmThroughput: { ...warmth(definition.billing, definition), Status: "ACTIVE" } }),
	};
}

/** What is left of the description when a table is deleted. */
export function describeDeleted(table: Table): TableDescription {
	return {
		TableName: table.name,
		TableStatus: "DELETING",
		...describeSize(table),
		...describeBilling(table.definition.billing, true),
	};
}

function describeSize(table: Table): TableDescription {
	const { definition } = table;
	const { count, bytes } = held(table.statistics, definition.space);
	return {
		TableSizeBytes: bytes,
		ItemCount: count,
		TableArn: definition.arn,
		TableId: definition.id,
		DeletionProtectionEnabled: definition.deletionProtection,
	};
}

function describeBilling(billing: Billing, changed: boolean): TableDescription {
	if (billing.mode === "PAY_PER_REQUEST") {
		return {
			ProvisionedThroughput: { NumberOfDecreasesToday: 0, ReadCapacityUnits: 0, WriteCapacityUnits: 0 },
			BillingModeSummary: {
				BillingMode: "PAY_PER_REQUEST",
				...(changed && { LastUpdateToPayPerRequestDateTime: new Date(billing.since) }),
			},
		};
	}
	const { throughput, increasedAt, decreasedAt, wasOnDemandAt } = billing;
	return {
		ProvisionedThroughput: {
			...(increasedAt !== undefined && { LastIncreaseDateTime: new Date(increasedAt) }),
			...(decreasedAt !== undefined && { LastDecreaseDateTime: new Date(decreasedAt) }),
			NumberOfDecreasesToday: 0,
			...throughput,
		},
		...(wasOnDemandAt !== undefined && {
			BillingModeSummary: { BillingMode: "PROVISIONED", LastUpdateToPayPerRequestDateTime: new Date(wasOnDemandAt) },
		}),
	};
}

function describeLocal(table: Table, index: IndexDefinition): LocalSecondaryIndexDescription {
	const { count, bytes } = held(table.statistics, index.space);
	return {
		IndexName: index.name,
		KeySchema: index.keySchema,
		Projection: index.projection,
		IndexSizeBytes: bytes,
		ItemCount: count,
		IndexArn: `${table.definition.arn}/index/${index.name}`,
	};
}

function describeGlobal(table: Table, index: IndexDefinition, creating: boolean): GlobalSecondaryIndexDescription {
	const { billing } = table.definition;
	return {
		...describeLocal(table, index),
		IndexStatus: creating || index.backfilling ? "CREATING" : "ACTIVE",
		...(index.backfilling && { Backfilling: true }),
		ProvisionedThroughput: describeIndexThroughput(billing, index),
		...(index.onDemandThroughput && { OnDemandThroughput: index.onDemandThroughput }),
		...(!creating && { WarmThroughput: { ...warmth(billing, index), Status: "ACTIVE" } }),
	};
}

function describeIndexThroughput(billing: Billing, { throughput }: IndexDefinition): ProvisionedThroughputDescription {
	if (billing.mode === "PROVISIONED" && throughput) return { NumberOfDecreasesToday: 0, ...throughput };
	return { NumberOfDecreasesToday: 0, ReadCapacityUnits: 0, WriteCapacityUnits: 0 };
}

/** What on-demand capacity begins with: recorded from AWS (dynamodb test_gsi_with_billing_mode, 2025-10-08). */
const onDemandWarmth = { ReadUnitsPerSecond: 12_000, WriteUnitsPerSecond: 4_000 };

function warmth(
	billing: Billing,
	{ throughput, warmThroughput }: Pick<IndexDefinition, "throughput" | "warmThroughput">,
): { ReadUnitsPerSecond: number; WriteUnitsPerSecond: number } {
	const provisioned = billing.mode === "PROVISIONED" ? (throughput ?? billing.throughput) : undefined;
	const initial =
		provisioned === undefined
			? onDemandWarmth
			: { ReadUnitsPerSecond: provisioned.ReadCapacityUnits, WriteUnitsPerSecond: provisioned.WriteCapacityUnits };
	return {
		ReadUnitsPerSecond: warmThroughput?.ReadUnitsPerSecond ?? initial.ReadUnitsPerSecond,
		WriteUnitsPerSecond: warmThroughput?.WriteUnitsPerSecond ?? initial.WriteUnitsPerSecond,
	};
}

function held(statistics: Statistics, space: number): Held {
	return statistics.held.get(space) ?? { count: 0, bytes: 0 };
}
