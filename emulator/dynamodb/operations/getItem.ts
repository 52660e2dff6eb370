import { readCharge } from "../capacity/charge.ts";
import type { Dynamodb } from "../dynamodb.ts";
import { checkExpressionMembers } from "../expressions/expressionMembers.ts";
import { readProjection } from "../expressions/expressions.ts";
import { readPlaceholders } from "../expressions/placeholders.ts";
import { project } from "../expressions/project.ts";
import { consumedCapacity, noUnits, readUnits } from "../items/capacity.ts";
import { checkKey } from "../items/checkKey.ts";
import { checkKeyPaths } from "../items/checkKeyPaths.ts";
import { readItemAt } from "../items/writeItems.ts";
import { attributePaths } from "../legacy/attributesToGet.ts";
import type { GetItemRequest, GetItemResponse } from "../model.generated.ts";
import { recordKey } from "../tables/table.ts";
import { readItem } from "../values/readValue.ts";
import { itemSize } from "../values/valueSize.ts";

export async function getItem(
	{ tables, records, capacity }: Pick<Dynamodb, "tables" | "records" | "capacity">,
	request: GetItemRequest,
): Promise<GetItemResponse> {
	const { AttributesToGet, ProjectionExpression, ConsistentRead = false } = request;
	checkExpressionMembers(
		{ ExpressionAttributeNames: request.ExpressionAttributeNames },
		{ expressions: { ProjectionExpression }, legacy: { AttributesToGet } },
	);
	const itemKey = readItem(request.Key);
	const placeholders = readPlaceholders(request.ExpressionAttributeNames, undefined);
	const paths = readProjection(ProjectionExpression, placeholders) ?? attributePaths(AttributesToGet);
	placeholders.checkAllUsed();

	const table = tables.get(request.TableName);
	checkKey(table.key, itemKey);
	if (paths !== undefined) checkKeyPaths(table, paths);

	const key = recordKey(table.key, itemKey);
	const item = readItemAt(records, key);
	const units = readUnits(item === undefined ? 0 : itemSize(item), ConsistentRead);
	const refused = capacity.charge([readCharge(table, key, units)]);
	if (refused !== undefined) throw refused;
	const { ReturnConsumedCapacity: mode } = request;
	const counts = mode === "TOTAL" || mode === "INDEXES";
	return {
		...(item && { Item: paths === undefined ? item : project(item, paths) }),
		...(counts && consumedCapacity(mode, request.TableName, { ...noUnits(), table: units })),
	};
}
