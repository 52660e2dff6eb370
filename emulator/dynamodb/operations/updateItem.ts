import type { Dynamodb } from "../dynamodb.ts";
import { conditionPaths } from "../expressions/conditionPaths.ts";
import { checkExpressionMembers } from "../expressions/expressionMembers.ts";
import { readCondition, readUpdate } from "../expressions/expressions.ts";
import { readPlaceholders } from "../expressions/placeholders.ts";
import { project } from "../expressions/project.ts";
import type { Update } from "../expressions/syntax.ts";
import { consumedCapacity, noUnits } from "../items/capacity.ts";
import { changeItem } from "../items/changeItem.ts";
import { checkCondition } from "../items/checkCondition.ts";
import { checkKey } from "../items/checkKey.ts";
import { checkKeyPaths } from "../items/checkKeyPaths.ts";
import { collectionMetrics } from "../items/collectionMetrics.ts";
import { checkUpdate, checkUpdatedSize, checkWrittenSize, updatedItem, updatedPaths } from "../items/updateOf.ts";
import { type WriteNeeds, writeItems } from "../items/writeItems.ts";
import { legacyCondition } from "../legacy/legacyCondition.ts";
import { legacyUpdate } from "../legacy/legacyUpdate.ts";
import type { UpdateItemRequest, UpdateItemResponse } from "../model.generated.ts";
import { recordKey } from "../tables/table.ts";
import { readItem } from "../values/readValue.ts";
import type { Item } from "../values/value.ts";

export async function updateItem(
	dynamodb: Pick<Dynamodb, WriteNeeds | "locks">,
	request: UpdateItemRequest,
): Promise<UpdateItemResponse> {
	const { AttributeUpdates, Expected, ConditionalOperator, ConditionExpression, UpdateExpression } = request;
	checkExpressionMembers(request, {
		expressions: { UpdateExpression, ConditionExpression },
		legacy: { AttributeUpdates, Expected, ConditionalOperator },
	});
	const itemKey = readItem(request.Key);
	const placeholders = readPlaceholders(request.ExpressionAttributeNames, request.ExpressionAttributeValues);
	const update = readUpdate(UpdateExpression, placeholders) ?? legacyUpdate(AttributeUpdates);
	const condition =
		readCondition("ConditionExpression", ConditionExpression, placeholders) ??
		legacyCondition(Expected, ConditionalOperator);
	placeholders.checkAllUsed();

	const table = dynamodb.tables.get(request.TableName);
	checkKey(table.key, itemKey);
	if (update !== undefined) {
		checkUpdate(table, update);
		checkKeyPaths(table, updatedPaths(update));
	}
	if (condition !== undefined) checkKeyPaths(table, conditionPaths(condition));

	const key = recordKey(table.key, itemKey);
	return changeItem(dynamodb, table, key, async (before) => {
		checkCondition(condition, before, request.ReturnValuesOnConditionCheckFailure);
		const after = updatedItem(table, update, itemKey, before);
		checkUpdatedSize(after);
		checkWrittenSize(update, after);
		const [units = noUnits()] = await writeItems(dynamodb, [{ table, key, before, after }]);
		const attributes = returned(request.ReturnValues, update, before, after);
		return {
			...(attributes && { Attributes: attributes }),
			...consumedCapacity(request.ReturnConsumedCapacity, request.TableName, units),
			...collectionMetrics(dynamodb, request.ReturnItemCollectionMetrics, table, itemKey),
		};
	});
}

function returned(
	mode: UpdateItemRequest["ReturnValues"],
	update: Update | undefined,
	before: Item | undefined,
	after: Item,
): Item | undefined {
	switch (mode) {
		case "ALL_OLD":
			return before;
		case "ALL_NEW":
			return after;
		case "UPDATED_OLD":
			return before && update && notEmpty(project(before, updatedPaths(update)));
		case "UPDATED_NEW":
			return update && notEmpty(project(after, updatedPaths(update)));
		case "NONE":
		case undefined:
			return undefined;
	}
}

function notEmpty(item: Item): Item | undefined {
	return Object.keys(item).length === 0 ? undefined : item;
}
