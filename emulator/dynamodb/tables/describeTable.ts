import type { Clock } from "../../aws/clock.ts";
import { describeThroughput } from "../capacity/throughputChanges.ts";
import { warmthOf } from "../capacity/warmth.ts";
import type {
	GlobalSecondaryIndexDescription,
	LocalSecondaryIndexDescription,
	SSEDescription,
	TableDescription,
} from "../model.generated.ts";
import { type Held, indexStatusOf, type Statistics, statusOf, type Table } from "./table.ts";
import type { IndexDefinition, RestoreSource, TableDefinition } from "./tableDefinition.ts";

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
		...describeBilling(definition, status !== "CREATING", clock.now()),
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
		...(definition.restore &&
			(status ?? statusOf(table, clock.now())) === "CREATING" &&
			describeRestore(definition.restore)),
		...(settled && { WarmThroughput: { ...warmthOf(definition), Status: "ACTIVE" } }),
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

/** Measured on AWS (October 2026): told while the table is CREATING, and no more when it is ACTIVE. */
function describeRestore({ backupArn, tableArn, at }: RestoreSource): TableDescription {
	return {
		RestoreSummary: {
			...(backupArn !== undefined && { SourceBackupArn: backupArn }),
			SourceTableArn: tableArn,
			RestoreDateTime: new Date(at),
			RestoreInProgress: true,
		},
	};
}

/** What is left of the description when a table is deleted. */
export function describeDeleted(clock: Clock, table: Table): TableDescription {
	return {
		TableName: table.name,
		TableStatus: "DELETING",
		...describeSize(table),
		...describeBilling(table.definition, true, clock.now()),
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

function describeBilling(definition: TableDefinition, changed: boolean, now: number): TableDescription {
	const { billing, throughputChanges } = definition;
	const throughput = billing.mode === "PROVISIONED" ? billing.throughput : undefined;
	const onDemandAt = billing.mode === "PROVISIONED" ? billing.wasOnDemandAt : billing.since;
	return {
		ProvisionedThroughput: describeThroughput(throughputChanges, throughput, now),
		...(onDemandAt !== undefined && {
			BillingModeSummary: {
				BillingMode: billing.mode,
				...(changed && { LastUpdateToPayPerRequestDateTime: new Date(onDemandAt) }),
			},
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
		ProvisionedThroughput: describeThroughput(
			index.throughputChanges,
			billing.mode === "PROVISIONED" ? index.throughput : undefined,
			clock.now(),
		),
		...(index.onDemandThroughput && { OnDemandThroughput: index.onDemandThroughput }),
		...(!creating && { WarmThroughput: { ...warmthOf(table.definition, index), Status: "ACTIVE" } }),
	};
}

function held(statistics: Statistics, space: number): Held {
	return statistics.held.get(space) ?? { count: 0, bytes: 0 };
}
