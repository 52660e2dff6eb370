import type { Dynamodb } from "../dynamodb.ts";
import { transactionCanceled } from "../errors.ts";
import { checkExpressionMembers } from "../expressions/expressionMembers.ts";
import { readProjection } from "../expressions/expressions.ts";
import { readPlaceholders } from "../expressions/placeholders.ts";
import { project } from "../expressions/project.ts";
import { consumedByTable, gatherUnits, noUnits, type Units } from "../items/capacity.ts";
import { checkKey, checkKeyValues } from "../items/checkKey.ts";
import { checkKeyPaths } from "../items/checkKeyPaths.ts";
import { checkDistinct, reasonOf } from "../items/commitTransaction.ts";
import { readTogether } from "../items/readTogether.ts";
import { cancelling } from "../items/transactWrites.ts";
import type { Get, TransactGetItemsRequest, TransactGetItemsResponse } from "../model.generated.ts";
import { recordKey, type Table } from "../tables/table.ts";
import { readItem } from "../values/readValue.ts";

/** Up to 100 items as they stood at one moment: the record store reads many keys from one snapshot. */
export async function transactGetItems(
	{ tables, records, locks, capacity }: Pick<Dynamodb, "tables" | "records" | "locks" | "capacity">,
	request: TransactGetItemsRequest,
): Promise<TransactGetItemsResponse> {
	const read = request.TransactItems.map(({ Get }) => readGet(Get));
	const prepared = read.map((one) => ({ ...one, table: tables.get(one.get.TableName) }));
	checkKeys(prepared);
	const gets = prepared.map((one) => ({ ...one, key: recordKey(one.table.key, one.itemKey) }));
	const found = await readTogether({ records, locks, capacity }, gets);
	const units = new Map<string, Units>();
	const Responses = gets.map(({ get, paths }, index) => {
		const { item, units: used = noUnits() } = found[index] ?? {};
		const total = units.get(get.TableName) ?? noUnits();
		gatherUnits(total, used);
		units.set(get.TableName, total);
		return item === undefined ? {} : { Item: paths === undefined ? item : project(item, paths) };
	});
	return { Responses, ...consumedByTable(request.ReturnConsumedCapacity, units, "ReadCapacityUnits") };
}

function readGet(get: Get) {
	const { ProjectionExpression, ExpressionAttributeNames } = get;
	checkExpressionMembers({ ExpressionAttributeNames }, { expressions: { ProjectionExpression }, legacy: {} });
	const itemKey = readItem(get.Key);
	const placeholders = readPlaceholders(ExpressionAttributeNames, undefined);
	const paths = readProjection(ProjectionExpression, placeholders);
	placeholders.checkAllUsed();
	return { get, itemKey, paths };
}

/** A key that is not its table's cancels the transaction, as that of a write does: captured by nubo-db/dynamodb-conformance. */
function checkKeys(gets: readonly (ReturnType<typeof readGet> & { readonly table: Table })[]): void {
	for (const { table, itemKey } of gets) checkKeyValues(table.key, itemKey);
	const problems = gets.map(({ table, itemKey, paths }) =>
		cancelling(() => {
			checkKey(table.key, itemKey);
			if (paths !== undefined) checkKeyPaths(table, paths);
		}),
	);
	if (problems.every((problem) => problem === undefined)) return;
	checkDistinct(gets.map(({ table, itemKey }, i) => (problems[i] ? undefined : recordKey(table.key, itemKey))));
	throw transactionCanceled(problems.map((problem) => (problem === undefined ? { Code: "None" } : reasonOf(problem))));
}
