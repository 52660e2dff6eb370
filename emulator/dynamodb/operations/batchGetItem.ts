import type { AwsError } from "../../aws/awsError.ts";
import { readCharge } from "../capacity/charge.ts";
import type { Dynamodb } from "../dynamodb.ts";
import { validationError } from "../errors.ts";
import { checkExpressionMembers } from "../expressions/expressionMembers.ts";
import { readProjection } from "../expressions/expressions.ts";
import { readPlaceholders } from "../expressions/placeholders.ts";
import { project } from "../expressions/project.ts";
import type { DocumentPath } from "../expressions/syntax.ts";
import { consumedByTable, gatherUnits, noUnits, readUnits, type Units } from "../items/capacity.ts";
import { checkKey } from "../items/checkKey.ts";
import { checkKeyPaths } from "../items/checkKeyPaths.ts";
import { attributePaths } from "../legacy/attributesToGet.ts";
import type { BatchGetItemRequest, BatchGetItemResponse, KeysAndAttributes } from "../model.generated.ts";
import { recordKey, type Table } from "../tables/table.ts";
import { decodeItem } from "../values/decodeItem.ts";
import { readItem } from "../values/readValue.ts";
import type { Item } from "../values/value.ts";
import { itemSize } from "../values/valueSize.ts";

type Get = {
	readonly tableName: string;
	readonly table: Table;
	readonly request: KeysAndAttributes;
	readonly itemKey: Item;
	readonly key: Buffer;
	readonly paths: readonly DocumentPath[] | undefined;
};

const maxKeys = 100;
const maxAnswerBytes = 16 * 1024 * 1024;

/** Reads up to 100 items; those beyond 16 MB, or beyond the capacity, come back as keys to ask for again. */
export async function batchGetItem(
	dynamodb: Pick<Dynamodb, "tables" | "records" | "capacity">,
	request: BatchGetItemRequest,
): Promise<BatchGetItemResponse> {
	const gets = readGets(dynamodb, request);
	const records = dynamodb.records.getMany(gets.map(({ key }) => key));
	const Responses: Record<string, Item[]> = {};
	const UnprocessedKeys: Record<string, KeysAndAttributes> = {};
	const units = new Map<string, Units>();
	let bytes = 0;
	let refusal: AwsError | undefined;
	let served = false;
	for (const [index, get] of gets.entries()) {
		const record = records[index];
		const item = record === undefined ? undefined : decodeItem(record);
		const size = item === undefined ? 0 : itemSize(item);
		const answers = (Responses[get.tableName] ??= []);
		const used = readUnits(size, get.request.ConsistentRead ?? false);
		const tooMuch = bytes + size > maxAnswerBytes;
		const refused = tooMuch ? undefined : dynamodb.capacity.charge([readCharge(get.table, get.key, used)]);
		refusal ??= refused;
		if (tooMuch || refused !== undefined) {
			const left = UnprocessedKeys[get.tableName]?.Keys ?? [];
			UnprocessedKeys[get.tableName] = { ...get.request, Keys: [...left, get.itemKey] };
			continue;
		}
		bytes += size;
		served = true;
		const total = units.get(get.tableName) ?? noUnits();
		gatherUnits(total, { ...noUnits(), table: used });
		units.set(get.tableName, total);
		if (item !== undefined) answers.push(get.paths === undefined ? item : project(item, get.paths));
	}
	if (!served && refusal !== undefined) throw refusal;
	return { Responses, UnprocessedKeys, ...consumedByTable(request.ReturnConsumedCapacity, units) };
}

function readGets({ tables }: Pick<Dynamodb, "tables">, { RequestItems }: BatchGetItemRequest): readonly Get[] {
	const entries = Object.entries(RequestItems);
	checkOneInterface(entries.map(([, request]) => request));
	if (entries.reduce((count, [, { Keys }]) => count + Keys.length, 0) > maxKeys) {
		throw validationError("Too many items requested for the BatchGetItem call");
	}
	const read = entries.map(([tableName, request]) => ({ tableName, request, ...readRequest(request) }));
	return read.flatMap(({ tableName, request, paths, itemKeys }) => {
		const table = tables.get(tableName);
		const known = new Set<string>();
		const gets = itemKeys.map((itemKey) => {
			checkKey(table.key, itemKey);
			const key = recordKey(table.key, itemKey);
			const id = key.toString("latin1");
			if (known.has(id)) throw validationError("Provided list of item keys contains duplicates");
			known.add(id);
			return { tableName, table, request, itemKey, key, paths };
		});
		if (paths !== undefined) checkKeyPaths(table, paths);
		return gets;
	});
}

function readRequest(request: KeysAndAttributes) {
	const { ProjectionExpression, AttributesToGet, ExpressionAttributeNames } = request;
	const itemKeys = request.Keys.map(readItem);
	const placeholders = readPlaceholders(ExpressionAttributeNames, undefined);
	const paths = readProjection(ProjectionExpression, placeholders) ?? attributePaths(AttributesToGet);
	placeholders.checkAllUsed();
	return { itemKeys, paths };
}

/** The two interfaces do not mix, not even one for one table and the other for another. */
function checkOneInterface(requests: readonly KeysAndAttributes[]): void {
	for (const { ProjectionExpression, ExpressionAttributeNames } of requests) {
		checkExpressionMembers({ ExpressionAttributeNames }, { expressions: { ProjectionExpression }, legacy: {} });
	}
	checkExpressionMembers(
		{},
		{
			expressions: { ProjectionExpression: requests.find((it) => it.ProjectionExpression)?.ProjectionExpression },
			legacy: { AttributesToGet: requests.find((it) => it.AttributesToGet)?.AttributesToGet },
		},
	);
}
