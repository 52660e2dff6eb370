import { describeRecovery } from "../backups/recovery.ts";
import type { Dynamodb } from "../dynamodb.ts";
import { invalidRequest, tableUnknown } from "../errors.ts";
import type { UpdateContinuousBackupsRequest, UpdateContinuousBackupsResponse } from "../model.generated.ts";
import { statusOf, type Table } from "../tables/table.ts";

type Needs = Pick<Dynamodb, "clock" | "timing" | "tables" | "spaces" | "moments" | "copies">;

const defaultDays = 35;

/** Takes effect at once. Enabled again, it begins anew: what was before can no longer be restored. */
export function updateContinuousBackups(
	needs: Needs,
	request: UpdateContinuousBackupsRequest,
): Promise<UpdateContinuousBackupsResponse> {
	const { PointInTimeRecoveryEnabled: enabled, RecoveryPeriodInDays: days } = request.PointInTimeRecoverySpecification;
	if (!enabled && days !== undefined) {
		throw invalidRequest("Cannot specify RecoveryPeriodInDays when disabling point-in-time recovery.");
	}
	const { clock, tables } = needs;
	return tables.change(async () => {
		const table = tables.find(request.TableName);
		if (table === undefined || statusOf(table, clock.now()) === "CREATING") throw tableUnknown(request.TableName);
		const changed = enabled ? await enable(needs, table, days) : await disable(needs, table);
		return { ContinuousBackupsDescription: describeRecovery(needs, changed) };
	});
}

async function enable({ clock, tables, spaces, moments }: Needs, table: Table, days?: number): Promise<Table> {
	const { definition } = table;
	if (definition.recovery !== undefined) {
		return tables.put({ ...definition, recovery: { ...definition.recovery, ...(days !== undefined && { days }) } });
	}
	const [space = 0] = await spaces.allocate(1);
	const recovery = { space, days: days ?? defaultDays, enabledAt: clock.now() };
	await tables.put({ ...definition, recovery });
	// Writes that began before know nothing of it: what they change cannot be taken back.
	await moments.quiet();
	return tables.put({ ...definition, recovery: { ...recovery, enabledAt: clock.now() } });
}

async function disable({ tables, spaces, copies }: Needs, table: Table): Promise<Table> {
	const { recovery, ...without } = table.definition;
	if (recovery === undefined) return table;
	const changed = await tables.put(without);
	await copies.unread([recovery.space]);
	await spaces.discard([recovery.space]);
	return changed;
}
