import { invalidParameters, validationError } from "../errors.ts";
import type { Index, Table } from "../tables/table.ts";

/** The index that a query or scan names, if it names one. */
export function indexNamed(table: Table, name: string | undefined, consistent: boolean): Index | undefined {
	if (name === undefined) return undefined;
	const index = table.indexes.find((it) => it.name === name);
	if (index === undefined || index.definition.deletingUntil !== undefined)
		throw validationError(`The table does not have the specified index: ${name}`);
	if (index.definition.kind === "global" && consistent) {
		throw validationError("Consistent reads are not supported on global secondary indexes");
	}
	if (index.definition.backfilling) {
		throw invalidParameters(`Cannot read from backfilling global secondary index: ${name}`);
	}
	return index;
}
