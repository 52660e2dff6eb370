import { pageCharges } from "../capacity/charge.ts";
import type { Dynamodb } from "../dynamodb.ts";
import { validationError } from "../errors.ts";
import { conditionPaths } from "../expressions/conditionPaths.ts";
import type { DocumentPath } from "../expressions/syntax.ts";
import { gatherUnits, noUnits, type Units } from "../items/capacity.ts";
import { checkKeyPaths } from "../items/checkKeyPaths.ts";
import { indexNamed } from "../items/indexOf.ts";
import { type PageRequest, readPage } from "../items/readPage.ts";
import { checkFilterProjected, needsWholeItems } from "../items/selection.ts";
import { checkStartKey, startRecordKey } from "../items/startKey.ts";
import type { ExecuteStatementInput } from "../model.generated.ts";
import { type Index, type Key, keyPart, spaceStart, type Table } from "../tables/table.ts";
import type { Item } from "../values/value.ts";
import { checkColumns, selectColumns } from "./columns.ts";
import { type KeyedRange, keyedRanges } from "./keyedRanges.ts";
import { type Continuation, readNextToken } from "./nextToken.ts";
import { orderRanges } from "./orderRanges.ts";
import type { ParsedStatement } from "./parseStatement.ts";
import { resolveColumns, resolveWhere } from "./resolveStatement.ts";
import type { SelectStatement, Source } from "./statement.ts";

export type Selected = {
	readonly items: readonly Item[];
	/** Where it goes on, when the limit or 1 MB ended it. */
	readonly next: Continuation | undefined;
	readonly lastKey: Item | undefined;
	readonly tableName: string;
	readonly units: Units;
};

/** Carries out a SELECT: a query of each partition that its WHERE names, or a scan when it names none. */
export async function selectItems(
	{ tables, records, indexLag, capacity }: Pick<Dynamodb, "tables" | "records" | "indexLag" | "capacity">,
	{ statement, placeholders }: ParsedStatement<SelectStatement>,
	request: ExecuteStatementInput,
): Promise<Selected> {
	const { ConsistentRead: consistent = false, Limit: limit = Number.POSITIVE_INFINITY } = request;
	const columns = resolveColumns(statement.columns, placeholders);
	checkColumns(columns);
	const filter = resolveWhere(statement.where, placeholders);
	const start = readNextToken(request, request.NextToken);
	const table = tables.get(statement.source.table);
	const index = sourceIndex(table, statement.source, consistent);
	const key = index?.key ?? table.key;
	const whole = needsWholeItems(index, undefined, columns);
	checkKeyPaths(table, [...(columns ?? []), ...(filter === undefined ? [] : conditionPaths(filter))]);
	const keyed = keyedRanges(key, filter);
	if (keyed !== undefined) checkFilterProjected(index, filter);
	const { ranges, reverse } = orderRanges(key, statement, keyed, () => wholeSpace(key));
	const common = { table, index, reverse, filter, consistent, whole };
	await indexLag.settle(index);
	return readRanges({ records, capacity }, common, ranges, start, limit, columns);
}

/** Like the index of a query, in the words that PartiQL has for it. */
function sourceIndex(table: Table, { index: name }: Source, consistent: boolean): Index | undefined {
	const index = table.indexes.find((it) => it.name === name);
	if (name !== undefined && index === undefined) {
		throw validationError("The table does not have the specified index");
	}
	if (index?.definition.kind === "global" && consistent) {
		throw validationError("Strongly consistent read is not supported on Global Secondary Indexes");
	}
	return indexNamed(table, name, false);
}

function wholeSpace({ space }: Key) {
	return { gte: spaceStart(space), lt: spaceStart(space + 1) };
}

/** One range after another, until there is nothing more or a page is full. */
async function readRanges(
	{ records, capacity }: Pick<Dynamodb, "records" | "capacity">,
	common: Pick<PageRequest, "table" | "index" | "reverse" | "filter" | "consistent" | "whole">,
	ranges: readonly KeyedRange["bounds"][],
	start: Continuation | undefined,
	limit: number,
	columns: readonly DocumentPath[] | undefined,
): Promise<Selected> {
	const { table, index } = common;
	if (start !== undefined) checkStartKey(table, index, start.last);
	const items: Item[] = [];
	const units = noUnits();
	let left = limit;
	for (let at = start?.range ?? 0; at < ranges.length; at++) {
		const bounds = ranges[at];
		if (bounds === undefined) break;
		const after = start?.range === at ? startRecordKey(table, index, start.last) : undefined;
		const page = await readPage(records, {
			...common,
			bounds,
			after,
			limit: Number.isFinite(left) ? left : undefined,
		});
		const refused = capacity.charge(pageCharges(table, index, page));
		if (refused !== undefined) throw refused;
		for (const item of page.items) items.push(selectColumns(item, columns));
		gatherUnits(units, page.units);
		left -= page.scannedCount;
		if (page.last !== undefined) {
			const lastKey = keyPart(page.last, table.key, ...(index === undefined ? [] : [index.key]));
			return { items, next: { range: at, last: lastKey }, lastKey, tableName: table.name, units };
		}
	}
	return { items, next: undefined, lastKey: undefined, tableName: table.name, units };
}
