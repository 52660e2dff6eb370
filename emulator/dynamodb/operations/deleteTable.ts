import type { Dynamodb } from "../dynamodb.ts";
import { resourceInUse, tableNotFound, validationError } from "../errors.ts";
import type { DeleteTableRequest, DeleteTableResponse } from "../model.generated.ts";
import { describeDeleted } from "../tables/describeTable.ts";
import { checkActive } from "../tables/statuses.ts";

/** The table is gone at once, or when the set time is up; its records go in the background. Its stream can be read for another day, as in AWS. */
export function deleteTable(
	{ clock, tables, removals, timing }: Pick<Dynamodb, "clock" | "tables" | "removals" | "timing">,
	request: DeleteTableRequest,
): Promise<DeleteTableResponse> {
	return tables.change(async () => {
		const table = tables.find(request.TableName);
		if (table === undefined) throw tableNotFound(request.TableName);
		const { definition } = table;
		if (definition.deletionProtection) {
			throw validationError(
				"Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.",
			);
		}
		const now = clock.now();
		// Measured on AWS (October 2026): so for as long as any index is on its way, although the table itself is ACTIVE.
		if (
			definition.pending.status !== "DELETING" &&
			definition.indexes.some(({ backfilling, deletingUntil }) => backfilling || deletingUntil !== undefined)
		) {
			throw resourceInUse("Cannot delete table while indexes are being created, updated, or deleted.");
		}
		checkActive(table, now);
		const pending = { status: "DELETING", until: now + timing.ms("table") } as const;
		const leaving = await tables.put({ ...definition, pending });
		await removals.plan(leaving);
		return { TableDescription: describeDeleted(clock, leaving) };
	});
}
