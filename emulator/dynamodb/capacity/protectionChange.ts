import { throttled } from "../errors.ts";
import type { TableDefinition } from "../tables/tableDefinition.ts";

const betweenChangesMs = 15_000;

/** Deletion protection is left alone for a while after each change (measured on AWS, October 2026: ack-api-quirks DDB-TABLE-047). */
export function checkProtectionChange(definition: TableDefinition, now: number): void {
	const again = (definition.deletionProtectionChangedAt ?? Number.NEGATIVE_INFINITY) + betweenChangesMs;
	if (now >= again) return;
	throw throttled(
		`Deletion protection setting for table ${definition.name} modified within the previous ${betweenChangesMs} milliseconds. Please try again after ${new Date(again).toISOString().replace("Z", "")}`,
	);
}
