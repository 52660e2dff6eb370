import { limitExceeded, tableInUse } from "../errors.ts";
import { statusOf, type Table } from "./table.ts";

/** Refuses a change of a table that is being created or deleted. */
export function checkSettled(table: Table, now: number): void {
	const status = statusOf(table, now);
	if (status === "CREATING" || status === "DELETING") throw tableInUse(beingChanged[status], table.name);
}

/** Refuses a change of a table that is going through another. */
export function checkActive(table: Table, now: number): void {
	const status = statusOf(table, now);
	if (status !== "ACTIVE") throw tableInUse(beingChanged[status], table.name);
}

const beingChanged = {
	CREATING: "Table is being created",
	UPDATING: "Table is being updated",
	DELETING: "Table is being deleted",
} as const;

/** Developer guide, "Quotas in Amazon DynamoDB": so many tables may be on their way at once; the text is that of older, lower limits. */
const maxChanging = 500;

export function checkRoomForChange(tables: readonly Table[], now: number): void {
	const changing = tables.filter((table) => statusOf(table, now) !== "ACTIVE").length;
	if (changing < maxChanging) return;
	throw limitExceeded(
		`Subscriber limit exceeded: Only ${maxChanging} tables can be created, updated, or deleted simultaneously`,
	);
}
