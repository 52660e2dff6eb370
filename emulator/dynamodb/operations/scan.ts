import { pageCharges } from "../capacity/charge.ts";
import type { Dynamodb } from "../dynamodb.ts";
import { validationError } from "../errors.ts";
import { conditionPaths } from "../expressions/conditionPaths.ts";
import { checkExpressionMembers } from "../expressions/expressionMembers.ts";
import { readCondition, readProjection } from "../expressions/expressions.ts";
import { readPlaceholders } from "../expressions/placeholders.ts";
import { checkKeyPaths } from "../items/checkKeyPaths.ts";
import { indexNamed } from "../items/indexOf.ts";
import type { Bounds } from "../items/keyRange.ts";
import { pageAnswer } from "../items/pageAnswer.ts";
import { readPage } from "../items/readPage.ts";
import { checkSelect, needsWholeItems } from "../items/selection.ts";
import { checkStartKey, readStartKey, startRecordKey } from "../items/startKey.ts";
import { attributePaths } from "../legacy/attributesToGet.ts";
import { legacyFilter } from "../legacy/legacyCondition.ts";
import type { ScanRequest, ScanResponse } from "../model.generated.ts";
import { type Key, spaceStart } from "../tables/table.ts";

export async function scan(
	{ tables, records, indexLag, capacity }: Pick<Dynamodb, "tables" | "records" | "indexLag" | "capacity">,
	request: ScanRequest,
): Promise<ScanResponse> {
	const { filter, paths, start } = readRequest(request);
	const { ConsistentRead: consistent = false, Segment: segment = 0, TotalSegments: segments = 1 } = request;

	const table = tables.get(request.TableName);
	const index = indexNamed(table, request.IndexName, consistent);
	if (start !== undefined) checkStartKey(table, index, start);
	const whole = needsWholeItems(index, request.Select, paths);
	const bounds = segmentBounds(index?.key ?? table.key, segment, segments);
	const after = start && startRecordKey(table, index, start);
	if (after !== undefined && (after.compare(bounds.gte) < 0 || after.compare(bounds.lt) >= 0)) {
		throw validationError(
			`The provided starting key is invalid: Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct Segment. TotalSegments: ${segments} Segment: ${segment}`,
		);
	}
	if (paths !== undefined) checkKeyPaths(table, paths);
	if (filter !== undefined) checkKeyPaths(table, conditionPaths(filter));

	await indexLag.settle(index);
	const page = await readPage(records, {
		table,
		index,
		bounds,
		after,
		reverse: false,
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
function readRequest(request: ScanRequest) {
	const { AttributesToGet, ScanFilter, ConditionalOperator, ProjectionExpression, FilterExpression } = request;
	checkExpressionMembers(request, {
		expressions: { ProjectionExpression, FilterExpression },
		legacy: { AttributesToGet, ScanFilter, ConditionalOperator },
	});
	checkSelect(request);
	const oldPaths = attributePaths(AttributesToGet);
	const oldFilter = legacyFilter(ScanFilter, ConditionalOperator);
	const start = readStartKey(request.ExclusiveStartKey);
	checkSegment(request.Segment, request.TotalSegments);
	const placeholders = readPlaceholders(request.ExpressionAttributeNames, request.ExpressionAttributeValues);
	const filter = readCondition("FilterExpression", FilterExpression, placeholders) ?? oldFilter;
	const paths = readProjection(ProjectionExpression, placeholders) ?? oldPaths;
	placeholders.checkAllUsed();
	return { filter, paths, start };
}

function checkSegment(segment: number | undefined, segments: number | undefined): void {
	if (segment === undefined && segments === undefined) return;
	if (segments === undefined) {
		throw validationError(
			"The TotalSegments parameter is required but was not present in the request when Segment parameter is present",
		);
	}
	if (segment === undefined) {
		throw validationError(
			"The Segment parameter is required but was not present in the request when parameter TotalSegments is present",
		);
	}
	if (segment >= segments) {
		throw validationError(
			`The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: ${segment} is not less than TotalSegments: ${segments}`,
		);
	}
}

/** A segment is its share of the ring of partition key hashes: segments have nothing in common, and together all. */
function segmentBounds({ space }: Key, segment: number, segments: number): Bounds {
	const hashAt = (place: number) => Math.ceil((place * 2 ** 32) / segments);
	const end = hashAt(segment + 1);
	return {
		gte: spaceStart(space, hashAt(segment)),
		lt: end < 2 ** 32 ? spaceStart(space, end) : spaceStart(space + 1),
	};
}
