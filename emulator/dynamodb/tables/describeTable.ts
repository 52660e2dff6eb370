import type { Clock } from "../../aws/clock.ts";
import type {
	GlobalSecondaryIndexDescription,
	LocalSecondaryIndexDescription,
	ProvisionedThroughputDescription,
	SSEDescription,
	TableDescription,
} from "../model.generated.ts";
import { type Held, indexStatusOf, type Statistics, statusOf, type Table } from "./table.ts";
import type { Billing, IndexDefinition } from "./tableDefinition.ts";

/**
 * A table as AWS describes it. The item count and sizes are those of this moment, where AWS's are up to six hours old.
 * `status` is given by the operations that have just changed the table, whose answers AWS writes before the change is through.
 */
export function describeTable(
	clock: Clock,
	table: Table,
	status?: "CREATING" | "UPDATING",
	encryption: SSEDescription | undefined = describeEncryption(table),
): TableDescription {
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
			GlobalSecondaryIndexes: global.map((index) => describeGlobal(clock, table, index, status)),
		}),
		...(definition.stream?.enabled && {
			StreamSpecification: { StreamEnabled: true, StreamViewType: definition.stream.viewType },
		}),
		...(definition.stream && { LatestStreamLabel: definition.stream.label, LatestStreamArn: definition.stream.arn }),
		...(encryption && { SSEDescription: encryption }),
		...(definition.tableClass && {
			TableClassSummary: {
				TableClass: definition.tableClass,
				...(definition.tableClassChangedAt !== undefined && {
					LastUpdateDateTime: new Date(definition.tableClassChangedAt),
				}),
			},
		}),
		...(definition.onDemandThroughput && { OnDemandThroughput: definition.onDemandThroughput }),
		...(settled && { WarmThroughput: { ...warmth(definition.billing, definition), Status: "ACTIVE" } }),
	};
}

function describeEncryption({ definition: { kmsKeyArn } }: Table): SSEDescription | undefined {
	return kmsKeyArn === undefined ? undefined : { Status: "ENABLED", SSEType: "KMS", KMSMasterKeyArn: kmsKeyArn };
}

/** The answer to a change of encryption shows what goes away: recorded from AWS (dynamodb test_dynamodb_create_table_with_partial_sse_specification). */
export function describeChangedEncryption(before: Table, after: Table): SSEDescription | undefined {
	const [old, now] = [before.definition.kmsKeyArn, after.definition.kmsKeyArn];
	if (old === now) return describeEncryption(after);
	return old === undefined ? { Status: "UPDATING" } : { Status: "UPDATING", SSEType: "KMS", KMSMasterKeyArn: old };
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

/** While AWS makes room for a new index, its table is UPDATING and the index not backfilling yet. */
function describeGlobal(
	clock: Clock,
	table: Table,
	index: IndexDefinition,
	changing: "CREATING" | "UPDATING" | undefined,
): GlobalSecondaryIndexDescription {
	const { billing } = table.definition;
	const status = changing ?? statusOf(table, clock.now());
	const creating = status === "CREATING";
	const answer = changing === "UPDATING" && index.changingUntil !== undefined && index.changingUntil >= clock.now();
	return {
		...describeLocal(table, index),
		IndexStatus: creating ? "CREATING" : answer ? "UPDATING" : indexStatusOf(table, index, clock.now()),
		...(index.backfilling && { Backfilling: status !== "UPDATING" }),
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
