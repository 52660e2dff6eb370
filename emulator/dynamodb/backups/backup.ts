import type {
	BackupDescription,
	BackupDetails,
	BackupSummary,
	SourceTableDetails,
	SourceTableFeatureDetails,
} from "../model.generated.ts";
import type { IndexDefinition, TableDefinition } from "../tables/tableDefinition.ts";

/** A backup as it is stored. It outlives its table. */
export type Backup = {
	readonly arn: string;
	readonly name: string;
	/** AWS makes a SYSTEM backup of a table that is deleted while point-in-time recovery is on. */
	readonly type: "USER" | "SYSTEM";
	/** A backup that is still CREATING when the emulator starts was cut off, and is removed. */
	readonly status: "CREATING" | "AVAILABLE";
	readonly createdAt: number;
	readonly expiresAt?: number;
	/** The table as it was defined at that moment, and where its items of that moment are. */
	readonly table: TableDefinition;
	readonly space: number;
	readonly count: number;
	readonly bytes: number;
};

export function describeDetails(backup: Backup): BackupDetails {
	return {
		BackupArn: backup.arn,
		BackupName: backup.name,
		BackupSizeBytes: backup.bytes,
		BackupStatus: backup.status,
		BackupType: backup.type,
		BackupCreationDateTime: new Date(backup.createdAt),
		...(backup.expiresAt !== undefined && { BackupExpiryDateTime: new Date(backup.expiresAt) }),
	};
}

export function summarize(backup: Backup): BackupSummary {
	const { name, id, arn } = backup.table;
	return { TableName: name, TableId: id, TableArn: arn, ...describeDetails(backup) };
}

export function describeBackup(backup: Backup): BackupDescription {
	const { table, type } = backup;
	return {
		BackupDetails: describeDetails(backup),
		SourceTableDetails: describeSource(backup),
		// Measured on AWS (October 2026): a system backup has none.
		SourceTableFeatureDetails: type === "SYSTEM" ? {} : describeFeatures(table),
	};
}

function describeSource({ table, bytes, count }: Backup): SourceTableDetails {
	const { billing } = table;
	return {
		TableName: table.name,
		TableId: table.id,
		TableArn: table.arn,
		TableSizeBytes: bytes,
		KeySchema: table.keySchema,
		TableCreationDateTime: new Date(table.createdAt),
		ProvisionedThroughput:
			billing.mode === "PROVISIONED" ? billing.throughput : { ReadCapacityUnits: 0, WriteCapacityUnits: 0 },
		...(table.onDemandThroughput && { OnDemandThroughput: table.onDemandThroughput }),
		ItemCount: count,
		BillingMode: billing.mode,
	};
}

function describeFeatures({ indexes, stream, timeToLive, kmsKeyArn }: TableDefinition): SourceTableFeatureDetails {
	const local = indexes.filter(({ kind }) => kind === "local");
	const global = indexes.filter(({ kind }) => kind === "global");
	return {
		...(local.length > 0 && { LocalSecondaryIndexes: local.map(describeIndex) }),
		...(global.length > 0 && {
			GlobalSecondaryIndexes: global.map((index) => ({
				...describeIndex(index),
				ProvisionedThroughput: index.throughput ?? { ReadCapacityUnits: 0, WriteCapacityUnits: 0 },
				...(index.onDemandThroughput && { OnDemandThroughput: index.onDemandThroughput }),
			})),
		}),
		...(stream?.enabled && { StreamDescription: { StreamEnabled: true, StreamViewType: stream.viewType } }),
		...(timeToLive && {
			TimeToLiveDescription: { TimeToLiveStatus: "ENABLED", AttributeName: timeToLive.attribute },
		}),
		...(kmsKeyArn !== undefined && {
			SSEDescription: { Status: "ENABLED", SSEType: "KMS", KMSMasterKeyArn: kmsKeyArn },
		}),
	};
}

function describeIndex({ name, keySchema, projection }: IndexDefinition) {
	return { IndexName: name, KeySchema: keySchema, Projection: projection };
}
