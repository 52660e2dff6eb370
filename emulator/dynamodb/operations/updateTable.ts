import type { Dynamodb } from "../dynamodb.ts";
import { invalidParameters, tableNotFound, validationError } from "../errors.ts";
import type { ProvisionedThroughput, UpdateTableRequest, UpdateTableResponse } from "../model.generated.ts";
import { checkTableUpdate } from "../tables/checkTableUpdate.ts";
import { checkOnDemandThroughput } from "../tables/checkThroughput.ts";
import { checkUpdateAdmitted } from "../tables/checkUpdateAdmitted.ts";
import { describeChangedEncryption, describeTable } from "../tables/describeTable.ts";
import { checkRoomForChange } from "../tables/statuses.ts";
import type { Table } from "../tables/table.ts";
import type { Billing, StreamSetting, TableDefinition } from "../tables/tableDefinition.ts";
import { updateIndexes } from "../tables/updateIndexes.ts";
import { kmsKeyArn } from "./createTable.ts";

type Needs = Pick<
	Dynamodb,
	"account" | "region" | "clock" | "ids" | "events" | "tables" | "spaces" | "streams" | "builds" | "removals" | "timing"
>;

/** A table of so few items has its new index before the request is answered. */
const builtAtOnce = 10_000;

export async function updateTable(needs: Needs, request: UpdateTableRequest): Promise<UpdateTableResponse> {
	checkTableUpdate(request);
	const { clock, events, tables, builds } = needs;
	const { answer, created, items } = await tables.change(async () => {
		const table = tables.find(request.TableName);
		if (table === undefined) throw tableNotFound(request.TableName);
		checkUpdateAdmitted(table, request, clock.now());
		checkRoomForChange(
			tables.all().filter((it) => it !== table),
			clock.now(),
		);
		const changed = await tables.put(await update(needs, table, request));
		events.publish({ type: "state", kind: "table", id: table.name, change: "updated" });
		events.publish({ type: "log", part: "dynamodb", level: "info", text: `Table ${table.name} was updated.` });
		const ready = new Set(table.indexes.map(({ name }) => name));
		const described = describeTable(clock, changed, "UPDATING", describeChangedEncryption(table, changed));
		await needs.removals.plan(changed);
		return {
			answer: { TableDescription: described },
			created: changed.indexes.filter(({ name }) => !ready.has(name)),
			items: table.statistics.known ? (table.statistics.held.get(table.key.space)?.count ?? 0) : builtAtOnce,
		};
	});
	for (const { name } of created) {
		const building = builds.start(answer.TableDescription.TableName ?? request.TableName, name);
		if (items < builtAtOnce && needs.timing.ms("table") + needs.timing.ms("index") === 0) await building;
	}
	return answer;
}

async function update(needs: Needs, table: Table, request: UpdateTableRequest): Promise<TableDefinition> {
	const { definition } = table;
	const now = needs.clock.now();
	const billing = updateBilling(definition, request, now);
	checkOnDemandThroughput(billing.mode, request.OnDemandThroughput);
	const { attributes, indexes } = await updateIndexes(needs, { ...definition, billing }, request);
	const encryption = request.SSESpecification;
	const stream = await updateStream(needs, definition, request);
	const { kmsKeyArn: oldKey, ...unencrypted } = definition;
	const kept = encryption?.Enabled === false ? unencrypted : definition;
	if (encryption?.Enabled === false && oldKey === undefined) {
		throw invalidParameters("Table is already encrypted by default");
	}
	return {
		...kept,
		attributes,
		billing,
		indexes,
		// Measured on AWS (October 2026): deletion protection is changed at once, and what goes on goes on.
		pending:
			request.DeletionProtectionEnabled === undefined
				? { status: "UPDATING", until: now + needs.timing.ms("table") }
				: definition.pending,
		deletionProtection: request.DeletionProtectionEnabled ?? definition.deletionProtection,
		...(stream && { stream }),
		...(request.TableClass && { tableClass: request.TableClass, tableClassChangedAt: now }),
		...(encryption &&
			encryption.Enabled !== false &&
			(encryption.Enabled ?? encryption.SSEType) && { kmsKeyArn: kmsKeyArn(needs, encryption.KMSMasterKeyId) }),
		...(request.OnDemandThroughput && { onDemandThroughput: request.OnDemandThroughput }),
		...(request.WarmThroughput && { warmThroughput: request.WarmThroughput }),
	};
}

function updateBilling({ billing }: TableDefinition, request: UpdateTableRequest, now: number): Billing {
	const { BillingMode: mode = billing.mode, ProvisionedThroughput: throughput } = request;
	if (mode === "PAY_PER_REQUEST") {
		if (throughput !== undefined) {
			throw invalidParameters(
				"Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST",
			);
		}
		return billing.mode === "PAY_PER_REQUEST" ? billing : { mode, since: now };
	}
	if (billing.mode === "PAY_PER_REQUEST") {
		if (throughput === undefined) {
			throw invalidParameters("ProvisionedThroughput must be specified when BillingMode is PROVISIONED");
		}
		return { mode, throughput, wasOnDemandAt: billing.since };
	}
	if (throughput === undefined) return billing;
	const { throughput: current } = billing;
	const raised = moreThan(throughput, current);
	const lowered = moreThan(current, throughput);
	if (!raised && !lowered) throw throughputStays(current, throughput);
	return { ...billing, throughput, ...(raised && { increasedAt: now }), ...(lowered && { decreasedAt: now }) };
}

function moreThan(a: ProvisionedThroughput, b: ProvisionedThroughput): boolean {
	return a.ReadCapacityUnits > b.ReadCapacityUnits || a.WriteCapacityUnits > b.WriteCapacityUnits;
}

const throughputStays = (current: ProvisionedThroughput, requested: ProvisionedThroughput) =>
	validationError(
		`The provisioned throughput for the table will not change. The requested value equals the current value. Current ReadCapacityUnits provisioned for the table: ${current.ReadCapacityUnits}. Requested ReadCapacityUnits: ${requested.ReadCapacityUnits}. Current WriteCapacityUnits provisioned for the table: ${current.WriteCapacityUnits}. Requested WriteCapacityUnits: ${requested.WriteCapacityUnits}. Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits.`,
	);

/** A stream cannot be changed, only ended; the next one is another, with an ARN of its own. */
async function updateStream(
	{ streams }: Needs,
	definition: TableDefinition,
	request: UpdateTableRequest,
): Promise<StreamSetting | undefined> {
	const { StreamSpecification: wanted } = request;
	if (wanted === undefined) return undefined;
	const current = definition.stream;
	if (!wanted.StreamEnabled) {
		if (!current?.enabled) throw validationError(`Table has no stream to disable: TableName: ${definition.name}`);
		await streams.end(current.arn);
		return { ...current, enabled: false };
	}
	if (current?.enabled) throw validationError(`Table already has an enabled stream: TableName: ${definition.name}`);
	const { StreamViewType: viewType } = wanted;
	if (viewType === undefined) return undefined; // refused before, with the request
	return streams.start(definition.name, definition.arn, viewType, definition.keySchema);
}
