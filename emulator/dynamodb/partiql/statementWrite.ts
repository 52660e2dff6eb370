import { conditionFailed, validationError } from "../errors.ts";
import { conditionPaths } from "../expressions/conditionPaths.ts";
import { project } from "../expressions/project.ts";
import { checkCondition } from "../items/checkCondition.ts";
import { checkItem } from "../items/checkItem.ts";
import { checkKeyPaths } from "../items/checkKeyPaths.ts";
import type { TransactWrite } from "../items/transactWrites.ts";
import { checkUpdate, checkUpdatedSize, updatedItem, updatedPaths } from "../items/updateOf.ts";
import type { ParameterizedStatement } from "../model.generated.ts";
import { recordKey, type Table } from "../tables/table.ts";
import type { Tables } from "../tables/tables.ts";
import { type Item, typeOf } from "../values/value.ts";
import type { ParsedStatement } from "./parseStatement.ts";
import { resolveAssignments, resolveWhere } from "./resolveStatement.ts";
import type {
	DeleteStatement,
	ExistsStatement,
	InsertStatement,
	Source,
	Statement,
	UpdateStatement,
} from "./statement.ts";
import { duplicateItem, indexInWrite, keyTypeMismatch } from "./statementErrors.ts";
import { findWholeKey, requireWholeKey } from "./wholeKey.ts";

/** A statement that writes one item, or checks one in a transaction, ready to be carried out. */
export type StatementWrite = TransactWrite & {
	readonly key: Buffer;
	/** What RETURNING shows. */
	returned(before: Item | undefined, after: Item | undefined): Item | undefined;
};

type ShowItem = ParameterizedStatement["ReturnValuesOnConditionCheckFailure"];

export function prepareWrite(
	tables: Tables,
	parsed: ParsedStatement<Exclude<Statement, { kind: "select" }>>,
	showItem: ShowItem,
): StatementWrite {
	const { statement, placeholders } = parsed;
	switch (statement.kind) {
		case "insert":
			return insertion(tables, statement);
		case "update":
			return update(tables, { statement, placeholders }, showItem);
		case "delete":
			return deletion(tables, { statement, placeholders }, showItem);
		case "exists":
			return check(tables, { statement, placeholders }, showItem);
	}
}

function insertion(tables: Tables, { source, item }: InsertStatement): StatementWrite {
	const table = tables.get(source.table);
	for (const { name, type } of table.key.all) {
		const value = item[name];
		if (value === undefined) {
			throw validationError(`Key attribute should be present in the item: Key ${name}`);
		}
		if (typeOf(value) !== type) throw keyTypeMismatch(name);
	}
	checkItem(table, item);
	return {
		...writeOf(table, item),
		apply(before) {
			if (before !== undefined) throw duplicateItem();
			return item;
		},
	};
}

function update(
	tables: Tables,
	{ statement, placeholders }: ParsedStatement<UpdateStatement>,
	showItem: ShowItem,
): StatementWrite {
	const where = resolveWhere(statement.where, placeholders);
	const changes = resolveAssignments(statement.update, placeholders);
	const table = writtenTable(tables, statement.source);
	const { itemKey, condition } = requireWholeKey(table, where);
	const paths = updatedPaths(changes);
	checkUpdate(table, changes);
	checkKeyPaths(table, [...paths, ...(condition === undefined ? [] : conditionPaths(condition))]);
	const { returning } = statement;
	return {
		...writeOf(table, itemKey),
		apply(before) {
			// Unlike UpdateItem, UPDATE makes no item.
			if (before === undefined) throw conditionFailed();
			checkCondition(condition, before, showItem);
			const after = updatedItem(table, changes, itemKey, before);
			checkUpdatedSize(after);
			return after;
		},
		returned(before, after) {
			const item = returning?.when === "OLD" ? before : after;
			if (returning === undefined || item === undefined || returning.which === "ALL") return returning && item;
			const part = project(item, paths);
			return Object.keys(part).length === 0 ? undefined : part;
		},
	};
}

function deletion(
	tables: Tables,
	{ statement, placeholders }: ParsedStatement<DeleteStatement>,
	showItem: ShowItem,
): StatementWrite {
	const where = resolveWhere(statement.where, placeholders);
	const table = writtenTable(tables, statement.source);
	const { itemKey, condition } = requireWholeKey(table, where);
	if (condition !== undefined) checkKeyPaths(table, conditionPaths(condition));
	return {
		...writeOf(table, itemKey),
		apply(before) {
			// What is not there need not meet the condition.
			if (before !== undefined) checkCondition(condition, before, showItem);
			return undefined;
		},
		returned: (before) => (statement.returning === undefined ? undefined : before),
	};
}

function check(
	tables: Tables,
	{ statement: { select }, placeholders }: ParsedStatement<ExistsStatement>,
	showItem: ShowItem,
): StatementWrite {
	const where = resolveWhere(select.where, placeholders);
	if (select.source.index !== undefined) {
		throw validationError("Operations on indices are not supported in transactions");
	}
	const table = tables.get(select.source.table);
	const found = findWholeKey(table, where);
	const condition = found?.condition;
	if (found === undefined || condition === undefined) {
		throw validationError("EXISTS() must contain a single item read with additional condition");
	}
	checkKeyPaths(table, conditionPaths(condition));
	return {
		...writeOf(table, found.itemKey),
		writes: false,
		apply(before) {
			checkCondition(condition, before, showItem);
			return before;
		},
	};
}

function writtenTable(tables: Tables, { table, index }: Source): Table {
	if (index !== undefined) throw indexInWrite();
	return tables.get(table);
}

function writeOf(table: Table, itemKey: Item) {
	return {
		tableName: table.name,
		table,
		key: recordKey(table.key, itemKey),
		problem: undefined,
		writes: true,
		returned: () => undefined,
	};
}
