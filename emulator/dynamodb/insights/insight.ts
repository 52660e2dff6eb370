import type { Dynamodb } from "../dynamodb.ts";
import { indexOfTableNotFound, tableNotFound } from "../errors.ts";
import { statusOf, type Table } from "../tables/table.ts";

/** Contributor Insights of a table or of one of its global indexes, as it is stored. */
export type Insight = {
	/** The index; none for the table itself. */
	readonly index?: string;
	readonly change: "ENABLING" | "DISABLING";
	readonly until: number;
	readonly changedAt: number;
	readonly mode: Mode;
};

export type Mode = "ACCESSED_AND_THROTTLED_KEYS" | "THROTTLED_KEYS";

export function insightStatus(
	insight: Insight | undefined,
	now: number,
): "ENABLING" | "ENABLED" | "DISABLING" | "DISABLED" {
	if (insight === undefined) return "DISABLED";
	if (insight.until > now) return insight.change;
	return insight.change === "ENABLING" ? "ENABLED" : "DISABLED";
}

/** The table and, if one is named, its global index; local ones have no insights. */
export function insightOf(
	{ clock, tables }: Pick<Dynamodb, "clock" | "tables">,
	{ TableName, IndexName: name }: { readonly TableName: string; readonly IndexName?: string | undefined },
): { readonly table: Table; readonly insight: Insight | undefined } {
	const table = tables.find(TableName);
	if (table === undefined || statusOf(table, clock.now()) === "CREATING") throw tableNotFound(TableName);
	const index = table.definition.indexes.find((it) => it.name === name && it.kind === "global");
	if (name !== undefined && index === undefined) throw indexOfTableNotFound(name, table.name);
	return { table, insight: table.definition.insights?.find((it) => it.index === name) };
}
