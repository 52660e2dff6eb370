import { AwsError } from "../../aws/awsError.ts";
import type { Dynamodb } from "../dynamodb.ts";
import { validationError } from "../errors.ts";
import { consumedByTable, gatherUnits, noUnits, type Units } from "../items/capacity.ts";
import { checkBatchItem } from "../items/checkItem.ts";
import { checkKey } from "../items/checkKey.ts";
import { collectionMetrics } from "../items/collectionMetrics.ts";
import { type ItemChange, type WriteNeeds, writeEach } from "../items/writeItems.ts";
import type { BatchWriteItemRequest, BatchWriteItemResponse, WriteRequest } from "../model.generated.ts";
import { recordKey, type Table } from "../tables/table.ts";
import { decodeItem } from "../values/decodeItem.ts";
import { readItem } from "../values/readValue.ts";
import type { Item } from "../values/value.ts";

type Write = {
	readonly tableName: string;
	readonly request: WriteRequest;
	readonly table: Table;
	readonly key: Buffer;
	/** The item to put, or the key of the one to delete. */
	readonly item: Item;
};

const maxWrites = 25;

/**
 * Puts and deletes up to 25 items. They are written as one batch, which AWS does not promise; what a transaction is busy with
 * comes back unprocessed, and so does what there is no capacity for.
 */
export async function batchWriteItem(
	dynamodb: Pick<Dynamodb, WriteNeeds | "locks">,
	request: BatchWriteItemRequest,
): Promise<BatchWriteItemResponse> {
	const writes = readWrites(dynamodb, request);
	const keys = writes.map(({ key }) => key);
	return dynamodb.locks.writeAll(keys, async (busy) => {
		const before = dynamodb.records.getMany(keys);
		const planned = writes.flatMap((write, index) =>
			busy[index] ? [] : [{ write, change: changeOf(write, before[index]) }],
		);
		const results = await writeEach(
			dynamodb,
			planned.map(({ change }) => change),
		);
		const done: { readonly write: Write; readonly units: Units }[] = [];
		let refusal: AwsError | undefined;
		for (const [index, { write }] of planned.entries()) {
			const result = results[index];
			if (result instanceof AwsError) refusal ??= result;
			else if (result !== undefined) done.push({ write, units: result });
		}
		// What is throttled is left over; only when nothing at all could be done is that an error.
		if (refusal !== undefined && done.length === 0) throw refusal;
		const left = writes.filter((write) => !done.some((it) => it.write === write));
		return {
			UnprocessedItems: byTable(left.map((it) => [it.tableName, it.request])),
			...metricsByTable(
				dynamodb,
				request,
				done.map(({ write }) => write),
			),
			...consumedByTable(request.ReturnConsumedCapacity, unitsByTable(done)),
		};
	});
}

function readWrites({ tables }: Pick<Dynamodb, "tables">, { RequestItems }: BatchWriteItemRequest): readonly Write[] {
	const requests = Object.entries(RequestItems).flatMap(([tableName, list]) =>
		list.map((request) => ({ tableName, request })),
	);
	if (requests.length > maxWrites) throw validationError("Too many items requested for the BatchWriteItem call");
	const read = requests.map(({ tableName, request }) => ({ tableName, request, item: readWrite(request) }));
	const keys = new Set<string>();
	return read.map(({ tableName, request, item }) => {
		const table = tables.get(tableName);
		if (request.PutRequest !== undefined) checkBatchItem(table, item);
		else checkKey(table.key, item);
		const key = recordKey(table.key, item);
		const id = key.toString("latin1");
		if (keys.has(id)) throw validationError("Provided list of item keys contains duplicates");
		keys.add(id);
		return { tableName, request, table, key, item };
	});
}

function readWrite({ PutRequest, DeleteRequest }: WriteRequest): Item {
	if (PutRequest !== undefined && DeleteRequest === undefined) return readItem(PutRequest.Item);
	if (DeleteRequest !== undefined && PutRequest === undefined) return readItem(DeleteRequest.Key);
	// The words for a value that is not one, which both DynamoDB and DynamoDB Local say of a request that is not one, too.
	throw validationError(
		"Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes",
	);
}

function changeOf({ table, key, item, request }: Write, record: Buffer | undefined): ItemChange {
	return {
		table,
		key,
		before: record === undefined ? undefined : decodeItem(record),
		after: request.PutRequest === undefined ? undefined : item,
	};
}

function unitsByTable(done: readonly { readonly write: Write; readonly units: Units }[]): ReadonlyMap<string, Units> {
	const tables = new Map<string, Units>();
	for (const { write, units } of done) {
		const total = tables.get(write.tableName) ?? noUnits();
		gatherUnits(total, units);
		tables.set(write.tableName, total);
	}
	return tables;
}

function metricsByTable(
	dynamodb: Pick<Dynamodb, "collections">,
	{ ReturnItemCollectionMetrics }: BatchWriteItemRequest,
	writes: readonly Write[],
) {
	const metrics = writes.flatMap(({ tableName, table, item }) => {
		const { ItemCollectionMetrics } = collectionMetrics(dynamodb, ReturnItemCollectionMetrics, table, item);
		return ItemCollectionMetrics === undefined ? [] : [[tableName, ItemCollectionMetrics] as const];
	});
	return metrics.length === 0 ? {} : { ItemCollectionMetrics: byTable(metrics) };
}

function byTable<T>(entries: readonly (readonly [tableName: string, value: T])[]): Record<string, T[]> {
	const tables: Record<string, T[]> = {};
	for (const [name, value] of entries) (tables[name] ??= []).push(value);
	return tables;
}
