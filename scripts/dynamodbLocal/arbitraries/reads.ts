import fc from "fast-check";
import type { Json } from "../call.ts";
import { condition, members, projection, type Written } from "./expressions.ts";
import { keys, maybe } from "./items.ts";
import { oneCall, type Step } from "./steps.ts";
import type { IndexPlan, KeyAttributes, TablePlan } from "./tables.ts";
import { askedKey, type Value } from "./values.ts";

const capacity = maybe(fc.constantFrom("TOTAL", "INDEXES", "NONE"), 4);
const consistent = maybe(fc.boolean());
const select = fc.oneof(
	{ weight: 8, arbitrary: fc.constant(undefined) },
	{
		weight: 1,
		arbitrary: fc.constantFrom("COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES"),
	},
);

/** GetItem, Query and Scan, of the table and its indexes: whole, page by page, and in segments. */
export function reads(table: TablePlan): fc.Arbitrary<Step> {
	const TableName = table.name;
	const gets = fc
		.tuple(keys(table), maybe(projection), consistent, capacity)
		.map(([Key, ProjectionExpression, ConsistentRead, ReturnConsumedCapacity]) =>
			oneCall("GetItem", {
				TableName,
				Key,
				ConsistentRead,
				ReturnConsumedCapacity,
				...members({ ProjectionExpression }),
			}),
		);
	return fc.oneof(
		{ weight: 2, arbitrary: gets },
		{ weight: 5, arbitrary: source(table).chain((it) => queries(table, it)) },
		{ weight: 2, arbitrary: source(table).chain((it) => scans(table, it)) },
	);
}

/** The table itself, an index, or rarely one that is not there. */
const source = (table: TablePlan): fc.Arbitrary<IndexPlan | undefined> =>
	fc.oneof(
		{ weight: 10, arbitrary: fc.constantFrom(undefined, ...table.indexes) },
		{ weight: 1, arbitrary: fc.constant({ name: "nowhere", local: false, key: table.key, projection: {} }) },
	);

function queries(table: TablePlan, index: IndexPlan | undefined): fc.Arbitrary<Step> {
	const key = index?.key ?? table.key;
	const plain = fc
		.record({
			keyed: keyCondition(key),
			filter: maybe(condition),
			columns: maybe(projection),
			ScanIndexForward: maybe(fc.boolean()),
			ConsistentRead: consistent,
			Select: select,
			ReturnConsumedCapacity: capacity,
		})
		.map(
			({ keyed, filter, columns, ...others }): Json => ({
				TableName: table.name,
				IndexName: index?.name,
				...others,
				...members({ KeyConditionExpression: keyed, FilterExpression: filter, ProjectionExpression: columns }),
			}),
		);
	return fc.tuple(plain, fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined })).map(([request, Limit]) => ({
		kind: "pages",
		call: { operation: "Query", request: { ...request, Limit } },
	}));
}

function scans(table: TablePlan, index: IndexPlan | undefined): fc.Arbitrary<Step> {
	const plain = fc
		.record({ filter: maybe(condition), columns: maybe(projection), ConsistentRead: consistent, Select: select })
		.map(
			({ filter, columns, ...others }): Json => ({
				TableName: table.name,
				IndexName: index?.name,
				...others,
				...members({ FilterExpression: filter, ProjectionExpression: columns }),
			}),
		);
	return fc
		.tuple(plain, maybe(fc.integer({ min: 1, max: 4 })), maybe(fc.integer({ min: 1, max: 4 }), 1))
		.map(
			([request, Limit, total]): Step =>
				total === undefined
					? { kind: "pages", call: { operation: "Scan", request: { ...request, Limit } } }
					: { kind: "segments", call: { operation: "Scan", request }, total },
		);
}

/** For a KeyConditionExpression, or a statement's WHERE when `between` may be used as a word there. */
export function keyCondition({ hash, range }: KeyAttributes): fc.Arbitrary<Written> {
	const equal = askedKey(hash.type).map((it): Written => ({ text: `${hash.name} = ?`, values: [it] }));
	if (range === undefined) return fc.oneof({ weight: 12, arbitrary: equal }, { weight: 1, arbitrary: oddKeyCondition });
	const second = fc.tuple(
		fc.oneof(
			{
				weight: 5,
				arbitrary: fc.constantFrom(
					`${range.name} = ?`,
					`${range.name} < ?`,
					`${range.name} <= ?`,
					`${range.name} > ?`,
					`${range.name} >= ?`,
				),
			},
			{ weight: 2, arbitrary: fc.constant(`${range.name} BETWEEN ? AND ?`) },
			{ weight: range.type === "N" ? 0 : 2, arbitrary: fc.constant(`begins_with(${range.name}, ?)`) },
			{
				weight: 1,
				arbitrary: fc.constantFrom(
					`begins_with(${range.name}, ?)`,
					`? < ${range.name}`,
					`${range.name} <> ?`,
					`${range.name} IN (?)`,
					`contains(${range.name}, ?)`,
				),
			},
		),
		fc.tuple(askedKey(range.type), askedKey(range.type)),
	);
	const both = fc.tuple(equal, second, fc.boolean()).map(([first, [text, values], swapped]): Written => {
		const used = values.slice(0, text.split("?").length - 1);
		return swapped
			? { text: `${text} AND ${first.text}`, values: [...used, ...first.values] }
			: { text: `${first.text} AND ${text}`, values: [...first.values, ...used] };
	});
	return fc.oneof(
		{ weight: 8, arbitrary: equal },
		{ weight: 16, arbitrary: both },
		{ weight: 2, arbitrary: oddKeyCondition },
	);
}

const oddValues: readonly Value[] = [{ S: "a" }, { N: "0" }, { S: "b" }];
const oddKeyCondition = fc
	.constantFrom(
		"h > ?",
		"r = ?",
		"h = ? OR r = ?",
		"h = ? AND h = ?",
		"h = ? AND r = ? AND r > ?",
		"NOT h = ?",
		"h = ? AND a = ?",
		"h = ? AND attribute_exists(r)",
		"size(h) = ?",
		"h.x = ?",
		"h = r",
		"(h = ?) AND (r > ?)",
		"h = ? AND (r > ?)",
		"h BETWEEN ? AND ?",
		"h IN (?)",
		"",
	)
	.map((text): Written => ({ text, values: oddValues.slice(0, text.split("?").length - 1) }));
