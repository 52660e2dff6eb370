import { validationError } from "../errors.ts";
import type { DocumentPath } from "../expressions/syntax.ts";
import { checkKeyPaths } from "../items/checkKeyPaths.ts";
import { recordKey, type Table } from "../tables/table.ts";
import type { Tables } from "../tables/tables.ts";
import { checkColumns } from "./columns.ts";
import type { ParsedStatement } from "./parseStatement.ts";
import { resolveColumns, resolveWhere } from "./resolveStatement.ts";
import type { SelectStatement } from "./statement.ts";
import { findWholeKey } from "./wholeKey.ts";

/** A SELECT of one item by its key, which is all that batches and transactions may have. */
export type SelectOne = {
	readonly table: Table;
	readonly key: Buffer;
	readonly columns: readonly DocumentPath[] | undefined;
};

export function prepareSelectOne(
	tables: Tables,
	{ statement, placeholders }: ParsedStatement<SelectStatement>,
	operation: "BatchExecuteStatement" | "ExecuteTransaction",
): SelectOne {
	const { source, order } = statement;
	const columns = resolveColumns(statement.columns, placeholders);
	checkColumns(columns);
	const where = resolveWhere(statement.where, placeholders);
	if (source.index !== undefined && operation === "ExecuteTransaction") {
		throw validationError("Reads on indices are not supported within transactions.");
	}
	const table = tables.get(source.table);
	const found = findWholeKey(table, where);
	const single = found !== undefined && found.condition === undefined;
	if (!single || source.index !== undefined || order.length > 0) {
		throw validationError(`Select statements within ${operation} must specify the primary key in the where clause.`);
	}
	if (columns !== undefined) checkKeyPaths(table, columns);
	return { table, key: recordKey(table.key, found.itemKey), columns };
}
