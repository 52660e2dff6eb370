import { pageCharges } from "../capacity/charge.ts";
import type { Dynamodb } from "../dynamodb.ts";
import { validationError } from "../errors.ts";
import { conditionPaths } from "../expressions/conditionPaths.ts";
import { checkExpressionMembers } from "../expressions/expressionMembers.ts";
import { readCondition, readProjection } from "../expressions/expressions.ts";
import { keyConditions } from "../expressions/keyCondition.ts";
import { readPlaceholders } from "../expressions/placeholders.ts";
import type { Condition } from "../expressions/syntax.ts";
import { checkKeyPaths } from "../items/checkKeyPaths.ts";
import { indexNamed } from "../items/indexOf.ts";
import { type Bounds, checkKeyConditions, keyRange } from "../items/keyRange.ts";
import { pageAnswer } from "../items/pageAnswer.ts";
import { readPage } from "../items/readPage.ts";
import { checkFilterProjected, checkSelect, needsWholeItems } from "../items/selection.ts";
import { checkStartKey, readStartKey, startRecordKey } from "../items/startKey.ts";
import { attributePaths } from "../legacy/attributesToGet.ts";
import { legacyFilter } from "../legacy/legacyCondition.ts";
import { legacyKeyConditions } from "../legacy/legacyKeyConditions.ts";
import type { QueryRequest, QueryResponse } from "../model.generated.ts";
import type { Key } from "../tables/table.ts";

export async function query(
	{ tables, records, indexLag, capacity }: Pick<Dynamodb, "tables" | "records" | "indexLag" | "capacity">,
	request: QueryRequest,
): Promise<QueryResponse> {
	const { conditions, filter, paths, start } = readRequest(request);
	const { ConsistentRead: consistent = false } = request;

	const table = tables.get(request.TableName);
	const index = indexNamed(table, request.IndexName, consistent);
	const key = index?.key ?? table.key;
	if (start !== undefined) checkStartKey(table, index, start);
	const bounds = keyRange(key, checkKeyConditions(key, conditions, index?.name));
	const after = start && startRecordKey(table, index, start);
	if (after !== undefined) checkWithin(bounds, after);
	if (paths !== undefined) checkKeyPaths(table, paths);
	if (filter !== undefined) {
		refuseKeyAttributes(key, filter, request.QueryFilter === undefined ? "Filter Expression" : "QueryFilter");
		checkKeyPaths(table, conditionPaths(filter));
	}
	checkFilterProjected(index, filter);
	const whole = needsWholeItems(index, request.Select, paths);

	await indexLag.settle(index);
	const page = await readPage(records, {
		table,
		index,
		bounds,
		after,
		reverse: request.ScanIndexForward === false,
		limit: request.Limit,
		filter,
		consistent,
		whole,
	});
	const refused = capacity.charge(pageCharges(table, index, page));
	if (refused !== undefined) throw refused;
	return pageAnswer(request, table, index, page, paths);
}

/** What the request says by itself, read and checked in AWS's order. */
function readRequest(request: QueryRequest) {
	const { AttributesToGet, QueryFilter, ConditionalOperator, KeyConditions } = request;
	const { ProjectionExpression, FilterExpression, KeyConditionExpression } = request;
	checkExpressionMembers(request, {
		expressions: { ProjectionExpression, FilterExpression, KeyConditionExpression },
		legacy: {
			AttributesToGet,
			QueryFilter,
			ConditionalOperator,
			// Alone it may stand beside expressions for the rest.
			KeyConditions: KeyConditionExpression === undefined ? undefined : KeyConditions,
		},
	});
	checkSelect(request);
	const oldFilter = legacyFilter(QueryFilter, ConditionalOperator);
	const oldPaths = attributePaths(AttributesToGet);
	const start = readStartKey(request.ExclusiveStartKey);
	if (KeyConditions === undefined && KeyConditionExpression === undefined) {
		throw validationError(
			"Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.",
		);
	}
	const placeholders = readPlaceholders(request.ExpressionAttributeNames, request.ExpressionAttributeValues);
	const keyCondition = readCondition("KeyConditionExpression", KeyConditionExpression, placeholders);
	const filter = readCondition("FilterExpression", FilterExpression, placeholders) ?? oldFilter;
	const paths = readProjection(ProjectionExpression, placeholders) ?? oldPaths;
	placeholders.checkAllUsed();
	const conditions =
		keyCondition === undefined ? legacyKeyConditions(KeyConditions ?? {}) : keyConditions(keyCondition);
	if (conditions.length === 0) throw validationError("Conditions can be of length 1 or 2 only");
	return { conditions, filter, paths, start };
}

function checkWithin({ gte, lt }: Bounds, after: Buffer): void {
	if (after.compare(gte) >= 0 && after.compare(lt) < 0) return;
	throw validationError("The provided starting key is outside query boundaries based on provided conditions");
}

function refuseKeyAttributes(key: Key, filter: Condition, member: string): void {
	const read = new Set(conditionPaths(filter).map(([name]) => name));
	const attribute = key.all.find(({ name }) => read.has(name));
	if (attribute === undefined) return;
	throw validationError(
		`${member} can only contain non-primary key attributes: Primary key attribute: ${attribute.name}`,
	);
}
