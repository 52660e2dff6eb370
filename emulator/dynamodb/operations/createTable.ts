import { checkCapacityQuotas } from "../capacity/capacityQuotas.ts";
import type { Dynamodb } from "../dynamodb.ts";
import { tableAlreadyExists } from "../errors.ts";
import type { CreateTableRequest, CreateTableResponse } from "../model.generated.ts";
import { readPolicy } from "../policies/policyDocument.ts";
import { checkNewTable } from "../tables/checkNewTable.ts";
import { defineIndex } from "../tables/defineIndex.ts";
import { describeTable } from "../tables/describeTable.ts";
import { checkRoomForChange, checkSettled } from "../tables/statuses.ts";
import { statusOf } from "../tables/table.ts";
import type { Billing, IndexDefinition, TableDefinition } from "../tables/tableDefinition.ts";
import { tagRecord } from "../tables/tags.ts";

type Needs = Pick<
	Dynamodb,
	"account" | "region" | "clock" | "ids" | "events" | "tables" | "spaces" | "streams" | "timing" | "policies"
>;

export function createTable(needs: Needs, request: CreateTableRequest): Promise<CreateTableResponse> {
	checkNewTable(request);
	const policy = request.ResourcePolicy === undefined ? undefined : readPolicy(request.ResourcePolicy);
	const { clock, events, tables } = needs;
	return tables.change(async () => {
		const existing = tables.find(request.TableName);
		if (existing !== undefined) {
			if (statusOf(existing, clock.now()) === "CREATING") checkSettled(existing, clock.now());
			throw tableAlreadyExists(request.TableName);
		}
		checkRoomForChange(tables.all(), clock.now());
		const definition = await define(needs, request);
		checkCapacityQuotas(
			needs.region,
			tables.all().map((it) => it.definition),
			undefined,
			definition,
		);
		const table = await tables.put(definition);
		if (policy !== undefined) await needs.policies.put(table.definition.arn, table.name, policy, undefined);
		events.publish({ type: "state", kind: "table", id: table.name, change: "created" });
		events.publish({ type: "log", part: "dynamodb", level: "info", text: `Table ${table.name} was created.` });
		return { TableDescription: describeTable(clock, table, "CREATING") };
	});
}

async function define(needs: Needs, request: CreateTableRequest): Promise<TableDefinition> {
	const { account, region, clock, ids, spaces, streams } = needs;
	const name = request.TableName;
	const arn = `arn:aws:dynamodb:${region}:${account}:table/${name}`;
	const local = request.LocalSecondaryIndexes ?? [];
	const global = request.GlobalSecondaryIndexes ?? [];
	const [space = 0, ...indexSpaces] = await spaces.allocate(1 + local.length + global.length);
	const [collections] = local.length === 0 ? [] : await spaces.allocate(1);
	const indexes = [
		...local.map((index) => ({ ...index, kind: "local" as const })),
		...global.map((index) => ({ ...index, kind: "global" as const })),
	].map((index, i): IndexDefinition => defineIndex(index, index.kind, indexSpaces[i] ?? 0, false));
	const keySchema = request.KeySchema ?? [];
	const viewType = request.StreamSpecification?.StreamEnabled ? request.StreamSpecification.StreamViewType : undefined;
	const encryption = request.SSESpecification;
	const now = clock.now();
	return {
		name,
		id: ids.uuid(),
		arn,
		attributes: request.AttributeDefinitions ?? [],
		keySchema,
		billing: billingOf(request, now),
		indexes,
		space,
		...(collections !== undefined && { collections }),
		createdAt: now,
		pending: { status: "CREATING", until: now + needs.timing.ms("table") },
		...(viewType && { stream: await streams.start(name, arn, viewType, keySchema) }),
		tags: tagRecord(request.Tags ?? []),
		deletionProtection: request.DeletionProtectionEnabled ?? false,
		...(request.TableClass && { tableClass: request.TableClass }),
		...(encryption &&
			encryption.Enabled !== false &&
			(encryption.Enabled ?? encryption.SSEType) && {
				kmsKeyArn: kmsKeyArn(needs, encryption.KMSMasterKeyId),
			}),
		...(request.OnDemandThroughput && { onDemandThroughput: request.OnDemandThroughput }),
		...(request.WarmThroughput && { warmThroughput: request.WarmThroughput }),
	};
}

function billingOf(request: CreateTableRequest, now: number): Billing {
	if (request.ProvisionedThroughput === undefined) return { mode: "PAY_PER_REQUEST", since: now };
	return { mode: "PROVISIONED", throughput: request.ProvisionedThroughput };
}

/** Nothing is encrypted here; the key's ARN is shown because programs and templates compare it. */
export function kmsKeyArn(
	{ account, region, ids }: Pick<Dynamodb, "account" | "region" | "ids">,
	key: string | undefined,
): string {
	if (key?.startsWith("arn:")) return key;
	return `arn:aws:kms:${region}:${account}:key/${key ?? ids.uuid()}`;
}
