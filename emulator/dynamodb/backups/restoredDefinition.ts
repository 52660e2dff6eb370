import type { Dynamodb } from "../dynamodb.ts";
import { invalidRequest } from "../errors.ts";
import type { RestoreTableFromBackupInput } from "../model.generated.ts";
import { kmsKeyArn } from "../operations/createTable.ts";
import { checkEncryption } from "../tables/checkNewTable.ts";
import type { Billing, IndexDefinition, RestoreSource, TableDefinition } from "../tables/tableDefinition.ts";

type Needs = Pick<Dynamodb, "account" | "region" | "clock" | "ids" | "spaces">;
type Overrides = Omit<RestoreTableFromBackupInput, "BackupArn">;

/** The last moment that there is: a table that is being restored stays CREATING until it is through. */
const open = Number.MAX_SAFE_INTEGER;

/**
 * What a table is restored as: keys, indexes, billing and encryption of its source, with the overrides. Streams, time to live,
 * tags, protection, table class and recovery are not restored. Texts measured on AWS (October 2026).
 */
export async function restoredDefinition(
	needs: Needs,
	source: TableDefinition,
	request: Overrides,
	restore: RestoreSource,
): Promise<TableDefinition> {
	const { account, region, clock, ids, spaces } = needs;
	const now = clock.now();
	const billing = billingOf(source, request, now);
	const kept = [
		...keptIndexes(source, "local", request.LocalSecondaryIndexOverride, billing),
		...keptIndexes(source, "global", request.GlobalSecondaryIndexOverride, billing),
	];
	const onDemand = onDemandOf(source, request, billing);
	const encryption = request.SSESpecificationOverride;
	checkEncryption(encryption);
	const key =
		encryption === undefined
			? source.kmsKeyArn
			: encryption.Enabled !== false && (encryption.Enabled ?? encryption.SSEType)
				? kmsKeyArn(needs, encryption.KMSMasterKeyId)
				: undefined;
	const [space = 0, ...indexSpaces] = await spaces.allocate(1 + kept.length);
	const [collections] = kept.some(({ kind }) => kind === "local") ? await spaces.allocate(1) : [];
	const indexes = kept.map((index, i): IndexDefinition => ({ ...index, space: indexSpaces[i] ?? 0 }));
	const used = new Set([source, ...indexes].flatMap(({ keySchema }) => keySchema.map((it) => it.AttributeName)));
	return {
		name: request.TargetTableName,
		id: ids.uuid(),
		arn: `arn:aws:dynamodb:${region}:${account}:table/${request.TargetTableName}`,
		attributes: source.attributes.filter(({ AttributeName }) => used.has(AttributeName)),
		keySchema: source.keySchema,
		billing,
		indexes,
		space,
		...(collections !== undefined && { collections }),
		createdAt: now,
		pending: { status: "CREATING", until: open },
		restore,
		tags: {},
		deletionProtection: false,
		...(key !== undefined && { kmsKeyArn: key }),
		...(onDemand && { onDemandThroughput: onDemand }),
	};
}

function billingOf(source: TableDefinition, request: Overrides, now: number): Billing {
	const { BillingModeOverride: override, ProvisionedThroughputOverride: throughput } = request;
	const mode = override ?? source.billing.mode;
	if (mode === "PAY_PER_REQUEST") {
		if (throughput !== undefined) {
			throw invalidRequest(
				override === undefined
					? "Cannot override ProvisionedThroughput unless BillingMode is PROVISIONED"
					: "Cannot override ProvisionedThroughput if BillingMode is overridden to PAY_PER_REQUEST",
			);
		}
		return { mode, since: now };
	}
	const recorded = source.billing.mode === "PROVISIONED" ? source.billing.throughput : undefined;
	const wanted = throughput ?? (override === undefined ? recorded : undefined);
	if (wanted === undefined) {
		throw invalidRequest("Must override ProvisionedThroughput if BillingMode is overridden to PROVISIONED");
	}
	return { mode, throughput: wanted };
}

function onDemandOf(source: TableDefinition, { OnDemandThroughputOverride: override }: Overrides, { mode }: Billing) {
	for (const member of ["MaxReadRequestUnits", "MaxWriteRequestUnits"] as const) {
		const limit = override?.[member];
		if (limit === undefined) continue;
		if (mode === "PROVISIONED") {
			throw invalidRequest(
				`Cannot override ${member} for OnDemandThroughput unless BillingModeOverride is PAY_PER_REQUEST`,
			);
		}
		if (limit < 1 && limit !== -1) {
			throw invalidRequest(`Requested ${member} for OnDemandThroughput is outside of valid range`);
		}
	}
	return override ?? (mode === "PAY_PER_REQUEST" ? source.onDemandThroughput : undefined);
}

type IndexOverride = NonNullable<Overrides["GlobalSecondaryIndexOverride"]>[number];

/** All indexes of a kind, or those that are named: each must be one that was there, under whatever name; an empty list is none. */
function keptIndexes(
	{ indexes }: TableDefinition,
	kind: IndexDefinition["kind"],
	overrides: readonly IndexOverride[] | undefined,
	{ mode }: Billing,
): readonly IndexDefinition[] {
	const there = indexes.filter((index) => index.kind === kind && index.deletingUntil === undefined);
	const chosen =
		overrides === undefined
			? there
			: overrides.map((override) => {
					const same = there.find((index) => sameIndex(index, override));
					if (same === undefined) {
						throw invalidRequest(
							`Index ${override.IndexName} does not match a secondary index that existed in the source table and cannot be created during the restore operation`,
						);
					}
					if (mode === "PAY_PER_REQUEST" && override.ProvisionedThroughput !== undefined) {
						throw invalidRequest(
							`Cannot override ProvisionedThroughput for index ${override.IndexName} unless BillingMode is PROVISIONED`,
						);
					}
					const { ProvisionedThroughput: throughput = same.throughput } = override;
					return { ...same, name: override.IndexName, ...(throughput && { throughput }) };
				});
	return chosen.map((index) => {
		if (kind === "global" && mode === "PROVISIONED" && index.throughput === undefined) {
			throw invalidRequest(`Must specify provisioned throughput for index ${index.name}`);
		}
		const { name, keySchema, projection, space, throughput, onDemandThroughput } = index;
		return {
			name,
			kind,
			keySchema,
			projection,
			space,
			backfilling: false,
			...(mode === "PROVISIONED" && throughput && { throughput }),
			...(mode === "PAY_PER_REQUEST" && onDemandThroughput && { onDemandThroughput }),
		};
	});
}

function sameIndex(index: IndexDefinition, override: IndexOverride): boolean {
	const keys = (schema: IndexDefinition["keySchema"]) => schema.map((it) => `${it.KeyType} ${it.AttributeName}`).join();
	const { ProjectionType, NonKeyAttributes = [] } = override.Projection;
	return (
		keys(index.keySchema) === keys(override.KeySchema) &&
		index.projection.ProjectionType === ProjectionType &&
		(index.projection.NonKeyAttributes ?? []).toSorted().join() === NonKeyAttributes.toSorted().join()
	);
}
