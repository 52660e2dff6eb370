import { resourceInUse } from "../errors.ts";
import type { UpdateTableRequest } from "../model.generated.ts";
import { checkActive, checkSettled } from "./statuses.ts";
import { statusOf, type Table } from "./table.ts";

/**
 * Which changes AWS takes while another is on its way, and what it says to the others: measured on AWS (October 2026). A new
 * index has the table to itself until it is backfilling; an old one until it is gone.
 */
export function checkUpdateAdmitted(table: Table, request: UpdateTableRequest, now: number): void {
	checkSettled(table, now);
	if (request.DeletionProtectionEnabled !== undefined) return;
	const { name, definition } = table;
	const updating = statusOf(table, now) === "UPDATING";
	const deleted = definition.indexes.filter(({ deletingUntil }) => deletingUntil !== undefined).map((it) => it.name);
	const allocated = updating ? definition.indexes.filter((it) => it.backfilling).map((it) => it.name) : [];
	const capacity = request.ProvisionedThroughput !== undefined || request.BillingMode !== undefined;
	for (const [names, what] of [
		[allocated, "created"],
		[deleted, "deleted"],
	] as const) {
		if (names.length === 0) continue;
		const where = `when an index is being ${what}. Table: ${name} Indexes: [${names.join(", ")}]`;
		if (capacity) throw resourceInUse(`Can't change table IOPS ${where}`);
		if (request.StreamSpecification !== undefined) throw resourceInUse(`Can't change stream status ${where}`);
	}
	for (const { Create, Update, Delete } of request.GlobalSecondaryIndexUpdates ?? []) {
		const index = Update?.IndexName ?? Delete?.IndexName ?? Create?.IndexName ?? "";
		const where = `Table: ${name} Index: ${index}`;
		if (Update !== undefined && allocated.includes(index)) {
			throw resourceInUse(`Index is being created but is not backfilling yet. ${where}`);
		}
		if (Update !== undefined && deleted.includes(index)) throw resourceInUse(`Index is being deleted. ${where}`);
		const changing = definition.indexes.find((it) => it.name === index)?.changingUntil ?? 0;
		if (Update !== undefined && changing > now) throw resourceInUse(`Index is being updated. ${where}`);
		if (Delete !== undefined && allocated.includes(index)) {
			throw resourceInUse(
				`Index creation is in resource allocation phase. Retry deletion during backfilling phase or when the index is active. ${where}`,
			);
		}
	}
	// Changes of other indexes are heard while one is on its way: one that comes or goes is then refused for the limit.
	if (request.GlobalSecondaryIndexUpdates !== undefined && (allocated.length > 0 || deleted.length > 0)) return;
	checkActive(table, now);
}
