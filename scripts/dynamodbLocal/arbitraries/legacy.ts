import fc from "fast-check";
import type { Json } from "../call.ts";
import { items, keys, maybe } from "./items.ts";
import { oneCall, type Step } from "./steps.ts";
import type { TablePlan } from "./tables.ts";
import { askedKey, scalar, sound, value } from "./values.ts";

const comparison: fc.Arbitrary<Json> = fc.oneof(
	fc.tuple(fc.constantFrom("EQ", "NE"), value).map(([ComparisonOperator, it]) => ({
		ComparisonOperator,
		AttributeValueList: [it],
	})),
	fc
		.tuple(fc.constantFrom("LT", "LE", "GT", "GE", "BEGINS_WITH", "CONTAINS", "NOT_CONTAINS"), scalar)
		.map(([ComparisonOperator, it]) => ({ ComparisonOperator, AttributeValueList: [it] })),
	fc.constantFrom({ ComparisonOperator: "NULL" }, { ComparisonOperator: "NOT_NULL" }),
	fc
		.array(scalar, { minLength: 1, maxLength: 3 })
		.map((AttributeValueList) => ({ ComparisonOperator: "IN", AttributeValueList })),
	fc
		.constantFrom(["0", "2"], ["2", "0"], ["1", "1"])
		.map((pair) => ({ ComparisonOperator: "BETWEEN", AttributeValueList: pair.map((N) => ({ N })) })),
	// A wrong count or kind of values.
	fc
		.tuple(
			fc.constantFrom("EQ", "NE", "LT", "BETWEEN", "NULL", "NOT_NULL", "IN", "BEGINS_WITH", "CONTAINS"),
			fc.array(sound, { maxLength: 3 }),
		)
		.map(([ComparisonOperator, AttributeValueList]) => ({ ComparisonOperator, AttributeValueList })),
);
const expected: fc.Arbitrary<Json> = fc.oneof(
	{ weight: 4, arbitrary: comparison },
	{ weight: 2, arbitrary: value.map((Value) => ({ Value })) },
	{ weight: 1, arbitrary: fc.boolean().map((Exists) => ({ Exists })) },
	{ weight: 1, arbitrary: fc.tuple(value, fc.boolean()).map(([Value, Exists]) => ({ Value, Exists })) },
	{ weight: 1, arbitrary: fc.tuple(comparison, value).map(([it, Value]) => ({ ...it, Value })) },
);
const attribute = fc.oneof(
	{ weight: 12, arbitrary: fc.constantFrom("a", "b", "c", "v", "m", "l") },
	{ weight: 1, arbitrary: fc.constantFrom("h", "r", "m.p", "g") },
);
const conditions = (one: fc.Arbitrary<Json>) => fc.dictionary(attribute, one, { minKeys: 1, maxKeys: 2 });
const operator = maybe(fc.constantFrom("AND", "OR"));
const expectedMembers = fc.oneof(
	{ weight: 1, arbitrary: fc.constant<Json>({}) },
	{
		weight: 2,
		arbitrary: fc
			.tuple(conditions(expected), operator)
			.map(([Expected, ConditionalOperator]): Json => ({ Expected, ConditionalOperator })),
	},
	{ weight: 1, arbitrary: fc.constantFrom<Json>({ ConditionalOperator: "OR" }, { Expected: {} }) },
);
const attributeUpdates = fc.dictionary(
	attribute,
	fc.oneof(
		{ weight: 3, arbitrary: value.map((Value): Json => ({ Value })) },
		{
			weight: 3,
			arbitrary: fc
				.tuple(fc.constantFrom("PUT", "ADD", "DELETE"), value)
				.map(([Action, Value]): Json => ({ Action, Value })),
		},
		{ weight: 2, arbitrary: fc.constantFrom<Json>({ Action: "DELETE" }, { Action: "ADD", Value: { N: "1" } }) },
		{ weight: 1, arbitrary: fc.constantFrom<Json>({ Action: "PUT" }, { Action: "ADD" }, {}) },
	),
	{ maxKeys: 3 },
);
const returned = fc.constantFrom("ALL_OLD", "ALL_NEW", "UPDATED_OLD", "UPDATED_NEW", undefined);
const columns = maybe(fc.uniqueArray(attribute, { minLength: 1, maxLength: 3 }));

/** The parameters from before expressions. */
export function legacy(table: TablePlan): fc.Arbitrary<Step> {
	const TableName = table.name;
	const puts = fc
		.tuple(items(table), expectedMembers)
		.map(([Item, only]) => oneCall("PutItem", { TableName, Item, ReturnValues: "ALL_OLD", ...only }));
	const deletes = fc
		.tuple(keys(table), expectedMembers)
		.map(([Key, only]) => oneCall("DeleteItem", { TableName, Key, ReturnValues: "ALL_OLD", ...only }));
	const updates = fc
		.tuple(keys(table), attributeUpdates, expectedMembers, returned)
		.map(([Key, AttributeUpdates, only, ReturnValues]) =>
			oneCall("UpdateItem", { TableName, Key, AttributeUpdates, ReturnValues, ...only }),
		);
	const gets = fc
		.tuple(keys(table), columns)
		.map(([Key, AttributesToGet]) => oneCall("GetItem", { TableName, Key, AttributesToGet }));
	const scans = fc.tuple(maybe(conditions(comparison)), operator, columns).map(
		([ScanFilter, ConditionalOperator, AttributesToGet]): Step => ({
			kind: "pages",
			call: { operation: "Scan", request: { TableName, ScanFilter, ConditionalOperator, AttributesToGet } },
		}),
	);
	return fc.oneof(puts, deletes, updates, updates, gets, scans, queries(table));
}

function queries(table: TablePlan): fc.Arbitrary<Step> {
	return fc.constantFrom(undefined, ...table.indexes).chain((index) => {
		const { hash, range } = index?.key ?? table.key;
		const first = askedKey(hash.type).map(
			(it): Json => ({
				[hash.name]: { ComparisonOperator: "EQ", AttributeValueList: [it] },
			}),
		);
		const second =
			range === undefined
				? fc.constant<Json>({})
				: fc
						.tuple(
							fc.constantFrom("EQ", "LT", "LE", "GT", "GE", "BEGINS_WITH", "BETWEEN", "NE", "IN"),
							fc.tuple(askedKey(range.type), askedKey(range.type)),
						)
						.map(
							([ComparisonOperator, pair]): Json => ({
								[range.name]: {
									ComparisonOperator,
									AttributeValueList: ComparisonOperator === "BETWEEN" ? pair : pair.slice(0, 1),
								},
							}),
						);
		const shape = fc.record({
			keyed: fc.oneof(
				{
					weight: 10,
					arbitrary: fc.tuple(first, fc.oneof(fc.constant<Json>({}), second)).map(([a, b]): Json => ({ ...a, ...b })),
				},
				{ weight: 1, arbitrary: conditions(comparison) },
				{ weight: 1, arbitrary: fc.tuple(first, conditions(comparison)).map(([a, b]): Json => ({ ...a, ...b })) },
			),
			QueryFilter: maybe(conditions(comparison)),
			ConditionalOperator: operator,
			AttributesToGet: columns,
			Limit: maybe(fc.integer({ min: 1, max: 3 })),
		});
		return shape.map(
			({ keyed, ...others }): Step => ({
				kind: "pages",
				call: {
					operation: "Query",
					request: { TableName: table.name, IndexName: index?.name, KeyConditions: keyed, ...others },
				},
			}),
		);
	});
}
