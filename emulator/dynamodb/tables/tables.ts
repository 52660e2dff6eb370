import type { Clock } from "../../aws/clock.ts";
import type { Documents } from "../../aws/documents.ts";
import { resourceNotFound, validationError } from "../errors.ts";
import { noStatistics, type StatisticsDocument, storeStatistics, takeStatistics } from "./statistics.ts";
import { statusOf, type Table, tableOf } from "./table.ts";
import type { TableDefinition } from "./tableDefinition.ts";

/** The tables that exist, by name. */
export type Tables = {
	/** By name or ARN, for operations on items: fails when there is no such table. */
	get(nameOrArn: string): Table;
	find(nameOrArn: string): Table | undefined;
	/** The table as it is defined by now; as it was, when it is gone. */
	current(table: Table): Table;
	/** In the order of their names. */
	all(): readonly Table[];
	/** Stores a new or changed definition; it holds for what begins after this. */
	put(definition: TableDefinition): Promise<Table>;
	delete(name: string): Promise<void>;
	/** Stores what is counted in memory. */
	close(): Promise<void>;
	/** One change of a table's definition at a time. */
	change<T>(work: () => Promise<T>): Promise<T>;
};

export async function openTables(
	clock: Clock,
	documents: Documents<TableDefinition>,
	statistics: Documents<StatisticsDocument>,
): Promise<Tables> {
	const tables = new Map<string, Table>();
	for (const definition of documents.all()) {
		tables.set(definition.name, tableOf(definition, await takeStatistics(statistics, definition.id)));
	}
	let changes: Promise<unknown> = Promise.resolve();
	let sorted: readonly Table[] | undefined;

	const find = (nameOrArn: string) => tables.get(nameOrArn) ?? tables.get(tableName(nameOrArn));

	return {
		find,
		get(nameOrArn) {
			const table = find(nameOrArn);
			if (table === undefined || statusOf(table, clock.now()) === "CREATING") throw resourceNotFound();
			return table;
		},
		current(table) {
			const now = tables.get(table.name);
			return now?.definition.id === table.definition.id ? now : table;
		},
		all: () => (sorted ??= [...tables.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))),
		async put(definition) {
			await documents.put(definition.name, definition);
			const table = tableOf(definition, tables.get(definition.name)?.statistics ?? noStatistics());
			tables.set(definition.name, table);
			sorted = undefined;
			return table;
		},
		async delete(name) {
			await documents.delete(name);
			tables.delete(name);
			sorted = undefined;
		},
		async close() {
			// What cannot be stored is counted again: no reason to keep anything from ending.
			for (const table of tables.values()) await storeStatistics(statistics, table).catch(() => {});
		},
		change(work) {
			const done = changes.then(work, work);
			changes = done.catch(() => {});
			return done;
		},
	};
}

/** The name in what a request calls TableName, which may be an ARN; refuses what can be neither. */
function tableName(nameOrArn: string): string {
	const inArn = /^arn:[^:]*:dynamodb:[^:]*:\d*:table\/([a-zA-Z0-9_.-]+)$/.exec(nameOrArn)?.[1];
	if (inArn !== undefined) return inArn;
	const broken = [
		nameOrArn.length > 255 && "Member must have length less than or equal to 255",
		!/^[a-zA-Z0-9_.-]+$/.test(nameOrArn) && "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+",
	].filter((constraint) => constraint !== false);
	if (broken.length === 0) return nameOrArn;
	const texts = broken.map(
		(constraint) => `Value '${nameOrArn}' at 'tableName' failed to satisfy constraint: ${constraint}`,
	);
	throw validationError(
		`${broken.length} validation error${broken.length > 1 ? "s" : ""} detected: ${texts.join("; ")}`,
	);
}
