import fc from "fast-check";
import type { Json } from "../call.ts";
import { condition, members, projection, update } from "./expressions.ts";
import { items, keys, maybe, soundKeys } from "./items.ts";
import { oneCall, type Step } from "./steps.ts";
import type { TablePlan } from "./tables.ts";

/** Batches and transactions. */
export function together(table: TablePlan): fc.Arbitrary<Step> {
	return fc.oneof(
		batchGets(table),
		batchWrites(table),
		batchWrites(table),
		transactGets(table),
		transactWrites(table),
		transactWrites(table),
	);
}

const tableNamed = ({ name }: TablePlan) =>
	fc.oneof({ weight: 30, arbitrary: fc.constant(name) }, { weight: 1, arbitrary: fc.constant("nowhere") });
const capacity = maybe(fc.constantFrom("TOTAL", "INDEXES", "NONE"), 4);

function batchGets(table: TablePlan): fc.Arbitrary<Step> {
	return fc
		.record({
			name: tableNamed(table),
			Keys: fc.oneof(
				{
					weight: 5,
					arbitrary: fc.uniqueArray(soundKeys(table), {
						minLength: 1,
						maxLength: 4,
						selector: (it) => JSON.stringify(it),
					}),
				},
				{ weight: 1, arbitrary: fc.array(keys(table), { maxLength: 4 }) },
			),
			columns: maybe(projection),
			ConsistentRead: maybe(fc.boolean()),
			ReturnConsumedCapacity: capacity,
		})
		.map(({ name, Keys, columns, ConsistentRead, ReturnConsumedCapacity }) =>
			oneCall("BatchGetItem", {
				RequestItems: { [name]: { Keys, ConsistentRead, ...members({ ProjectionExpression: columns }) } },
				ReturnConsumedCapacity,
			}),
		);
}

function batchWrites(table: TablePlan): fc.Arbitrary<Step> {
	const write: fc.Arbitrary<Json> = fc.oneof(
		{ weight: 20, arbitrary: items(table).map((Item) => ({ PutRequest: { Item } })) },
		{ weight: 10, arbitrary: keys(table).map((Key) => ({ DeleteRequest: { Key } })) },
		{
			weight: 1,
			arbitrary: fc
				.tuple(items(table), keys(table))
				.map(([Item, Key]) => ({ PutRequest: { Item }, DeleteRequest: { Key } })),
		},
		{ weight: 1, arbitrary: fc.constant({}) },
	);
	return fc
		.tuple(tableNamed(table), fc.array(write, { maxLength: 4 }), capacity)
		.map(([name, all, ReturnConsumedCapacity]) =>
			oneCall("BatchWriteItem", { RequestItems: { [name]: all }, ReturnConsumedCapacity }),
		);
}

function transactGets(table: TablePlan): fc.Arbitrary<Step> {
	const get = fc.tuple(tableNamed(table), keys(table), maybe(projection)).map(
		([TableName, Key, ProjectionExpression]): Json => ({
			Get: { TableName, Key, ...members({ ProjectionExpression }) },
		}),
	);
	return fc
		.tuple(fc.array(get, { maxLength: 4 }), capacity)
		.map(([TransactItems, ReturnConsumedCapacity]) =>
			oneCall("TransactGetItems", { TransactItems, ReturnConsumedCapacity }),
		);
}

function transactWrites(table: TablePlan): fc.Arbitrary<Step> {
	const more = maybe(fc.constantFrom("ALL_OLD", "NONE"));
	const named = tableNamed(table);
	const write: fc.Arbitrary<Json> = fc.oneof(
		{
			weight: 8,
			arbitrary: fc
				.tuple(named, items(table), maybe(condition, 1), more)
				.map(([TableName, Item, ConditionExpression, ReturnValuesOnConditionCheckFailure]) => ({
					Put: { TableName, Item, ReturnValuesOnConditionCheckFailure, ...members({ ConditionExpression }) },
				})),
		},
		{
			weight: 8,
			arbitrary: fc
				.tuple(named, keys(table), update, maybe(condition, 1), more)
				.map(([TableName, Key, UpdateExpression, ConditionExpression, ReturnValuesOnConditionCheckFailure]) => ({
					Update: {
						TableName,
						Key,
						ReturnValuesOnConditionCheckFailure,
						...members({ UpdateExpression, ConditionExpression }),
					},
				})),
		},
		{
			weight: 4,
			arbitrary: fc
				.tuple(named, keys(table), maybe(condition, 1), more)
				.map(([TableName, Key, ConditionExpression, ReturnValuesOnConditionCheckFailure]) => ({
					Delete: { TableName, Key, ReturnValuesOnConditionCheckFailure, ...members({ ConditionExpression }) },
				})),
		},
		{
			weight: 4,
			arbitrary: fc
				.tuple(named, keys(table), condition, more)
				.map(([TableName, Key, ConditionExpression, ReturnValuesOnConditionCheckFailure]) => ({
					ConditionCheck: { TableName, Key, ReturnValuesOnConditionCheckFailure, ...members({ ConditionExpression }) },
				})),
		},
		{ weight: 1, arbitrary: fc.constant({}) },
	);
	return fc
		.tuple(fc.array(write, { minLength: 1, maxLength: 3 }), capacity)
		.map(([TransactItems, ReturnConsumedCapacity]) =>
			oneCall("TransactWriteItems", { TransactItems, ReturnConsumedCapacity }),
		);
}
