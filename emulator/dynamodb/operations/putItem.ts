import type { Dynamodb } from "../dynamodb.ts";
import { validationError } from "../errors.ts";
import { conditionPaths } from "../expressions/conditionPaths.ts";
import { checkExpressionMembers } from "../expressions/expressionMembers.ts";
import { readCondition } from "../expressions/expressions.ts";
import { readPlaceholders } from "../expressions/placeholders.ts";
import { consumedCapacity, noUnits } from "../items/capacity.ts";
import { changeItem } from "../items/changeItem.ts";
import { checkCondition } from "../items/checkCondition.ts";
import { checkItem } from "../items/checkItem.ts";
import { checkKeyPaths } from "../items/checkKeyPaths.ts";
import { collectionMetrics } from "../items/collectionMetrics.ts";
import { type WriteNeeds, writeItems } from "../items/writeItems.ts";
import { legacyCondition } from "../legacy/legacyCondition.ts";
import type { PutItemRequest, PutItemResponse } from "../model.generated.ts";
import { recordKey } from "../tables/table.ts";
import { readItem } from "../values/readValue.ts";

export async function putItem(
	dynamodb: Pick<Dynamodb, WriteNeeds | "locks">,
	request: PutItemRequest,
): Promise<PutItemResponse> {
	const { Expected, ConditionalOperator, ConditionExpression, ReturnValues } = request;
	checkExpressionMembers(request, {
		expressions: { ConditionExpression },
		legacy: { Expected, ConditionalOperator },
	});
	const item = readItem(request.Item);
	if (ReturnValues !== undefined && ReturnValues !== "NONE" && ReturnValues !== "ALL_OLD") {
		throw validationError("ReturnValues can only be ALL_OLD or NONE");
	}
	const placeholders = readPlaceholders(request.ExpressionAttributeNames, request.ExpressionAttributeValues);
	const condition =
		readCondition("ConditionExpression", ConditionExpression, placeholders) ??
		legacyCondition(Expected, ConditionalOperator);
	placeholders.checkAllUsed();

	const table = dynamodb.tables.get(request.TableName);
	checkItem(table, item);
	if (condition !== undefined) checkKeyPaths(table, conditionPaths(condition));

	const key = recordKey(table.key, item);
	return changeItem(dynamodb, table, key, async (before) => {
		checkCondition(condition, before, request.ReturnValuesOnConditionCheckFailure);
		const [units = noUnits()] = await writeItems(dynamodb, [{ table, key, before, after: item }]);
		return {
			...(ReturnValues === "ALL_OLD" && before && { Attributes: before }),
			...consumedCapacity(request.ReturnConsumedCapacity, request.TableName, units),
			...collectionMetrics(dynamodb, request.ReturnItemCollectionMetrics, table, item),
		};
	});
}
