import fc from "fast-check";
import { condition, members, update } from "./expressions.ts";
import { items, keys, maybe } from "./items.ts";
import { oneCall, type Step } from "./steps.ts";
import type { TablePlan } from "./tables.ts";

const oldOnly = fc.oneof(
	{ weight: 20, arbitrary: fc.constantFrom("ALL_OLD", "NONE", undefined) },
	{ weight: 1, arbitrary: fc.constantFrom("ALL_NEW", "UPDATED_OLD") },
);
const returned = fc.constantFrom("ALL_OLD", "ALL_NEW", "UPDATED_OLD", "UPDATED_NEW", "NONE", undefined);
const more = fc.record({
	ReturnValuesOnConditionCheckFailure: maybe(fc.constantFrom("ALL_OLD", "NONE")),
	ReturnConsumedCapacity: maybe(fc.constantFrom("TOTAL", "INDEXES", "NONE")),
});

/** PutItem, UpdateItem, DeleteItem and GetItem of one item. */
export function writes(table: TablePlan): fc.Arbitrary<Step> {
	const TableName = table.name;
	const puts = fc
		.tuple(items(table), maybe(condition, 1), oldOnly, more)
		.map(([Item, ConditionExpression, ReturnValues, others]) =>
			oneCall("PutItem", { TableName, Item, ReturnValues, ...others, ...members({ ConditionExpression }) }),
		);
	const deletes = fc
		.tuple(keys(table), maybe(condition, 1), oldOnly, more)
		.map(([Key, ConditionExpression, ReturnValues, others]) =>
			oneCall("DeleteItem", { TableName, Key, ReturnValues, ...others, ...members({ ConditionExpression }) }),
		);
	const updates = fc
		.tuple(keys(table), maybe(update, 20), maybe(condition, 1), returned, more)
		.map(([Key, UpdateExpression, ConditionExpression, ReturnValues, others]) =>
			oneCall("UpdateItem", {
				TableName,
				Key,
				ReturnValues,
				...others,
				...members({ UpdateExpression, ConditionExpression }),
			}),
		);
	return fc.oneof({ weight: 3, arbitrary: puts }, { weight: 1, arbitrary: deletes }, { weight: 4, arbitrary: updates });
}
