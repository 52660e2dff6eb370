import { checkCapacityQuotas } from "../capacity/capacityQuotas.ts";
import { changeTableThroughput } from "../capacity/changeTableThroughput.ts";
import { describeChanging } from "../capacity/describeChanging.ts";
import { checkProtectionChange } from "../capacity/protectionChange.ts";
import type { Dynamodb } from "../dynamodb.ts";
import { invalidParameters, tableNotFound, validationError } from "../errors.ts";
import type { UpdateTableRequest, UpdateTableResponse } from "../model.generated.ts";
import { checkTableUpdate } from "../tables/checkTableUpdate.ts";
import { checkUpdateAdmitted } from "../tables/checkUpdateAdmitted.ts";
import { describeChangedEncryption, describeTable } from "../tables/describeTable.ts";
import { checkRoomForChange } from "../tables/statuses.ts";
import type { Table } from "../tables/table.ts";
import type { StreamSetting, TableDefinition } from "../tables/tableDefinition.ts";
import { updateIndexes } from "../tables/updateIndexes.ts";
import { kmsKeyArn } from "./createTable.ts";

type Needs = Pick<
	Dynamodb,
	| "account"
	| "region"
	| "capacity"
	| "clock"
	| "ids"
	| "events"
	| "tables"
	| "spaces"
	| "streams"
	| "builds"
	| "removals"
	| "timing"
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
		if (request.DeletionProtectionEnabled !== undefined && needs.capacity.throttles(table)) {
			checkProtectionChange(table.definition, clock.now());
		}
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
			answer: {
				TableDescription: describeChanging(
					described,
					table.definition,
					changed.definition,
					request.OnDemandThroughput,
					clock.now(),
				),
			},
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
	const capacity = changeTableThroughput(definition, request, now);
	const { attributes, indexes } = await updateIndexes(needs, definition, capacity.billing.mode, request);
	const others = needs.tables.all().flatMap((it) => (it === table ? [] : [it.definition]));
	checkCapacityQuotas(needs.region, others, definition, { ...capacity, indexes });
	const encryption = request.SSESpecification;
	const stream = await updateStream(needs, definition, request);
	const { kmsKeyArn: oldKey, ...unencrypted } = capacity;
	const kept = encryption?.Enabled === false ? unencrypted : capacity;
	if (encryption?.Enabled === false && oldKey === undefined) {
		throw invalidParameters("Table is already encrypted by default");
	}
	return {
		...kept,
		attributes,
		indexes,
		// Measured on AWS (October 2026): deletion protection is changed at once, and what goes on goes on.
		pending:
			request.DeletionProtectionEnabled === undefined
				? { status: "UPDATING", until: now + needs.timing.ms("table") }
				: definition.pending,
		deletionProtection: request.DeletionProtectionEnabled ?? definition.deletionProtection,
		...(request.DeletionProtectionEnabled === !definition.deletionProtection && { deletionProtectionChangedAt: now }),
		...(stream && { stream }),
		...(request.TableClass && { tableClass: request.TableClass, tableClassChangedAt: now }),
		...(encryption &&
			encryption.Enabled !== false &&
			(encryption.Enabled ?? encryption.SSEType) && { kmsKeyArn: kmsKeyArn(needs, encryption.KMSMasterKeyId) }),
	};
}

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
