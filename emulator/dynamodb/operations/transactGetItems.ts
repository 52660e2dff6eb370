import type { Dynamodb } from "../dynamodb.ts";
import { checkExpressionMembers } from "../expressions/expressionMembers.ts";
import { readProjection } from "../expressions/expressions.ts";
import { readPlaceholders } from "../expressions/placeholders.ts";
import { project } from "../expressions/project.ts";
import { consumedByTable, gatherUnits, noUnits, type Units } from "../items/capacity.ts";
import { checkKey } from "../items/checkKey.ts";
import { checkKeyPaths } from "../items/checkKeyPaths.ts";
import { readTogether } from "../items/readTogether.ts";
import type { Get, TransactGetItemsRequest, TransactGetItemsResponse } from "../model.generated.ts";
import { recordKey } from "../tables/table.ts";
import { readItem } from "../values/readValue.ts";

/** Up to 100 items as they stood at one moment: the record store reads many keys from one snapshot. */
export async function transactGetItems(
	{ tables, records, locks, capacity }: Pick<Dynamodb, "tables" | "records" | "locks" | "capacity">,
	request: TransactGetItemsRequest,
): Promise<TransactGetItemsResponse> {
	const read = request.TransactItems.map(({ Get }) => readGet(Get));
	const gets = read.map(({ get, itemKey, paths }) => {
		const table = tables.get(get.TableName);
		checkKey(table.key, itemKey);
		if (paths !== undefined) checkKeyPaths(table, paths);
		return { get, table, paths, key: recordKey(table.key, itemKey) };
	});
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
