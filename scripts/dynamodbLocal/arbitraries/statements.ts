import fc from "fast-check";
import type { Json } from "../call.ts";
import { soundCondition, statementAssignment, type Written } from "./expressions.ts";
import { type Item, maybe, soundKeys } from "./items.ts";
import { keyCondition } from "./reads.ts";
import { oneCall, type Step } from "./steps.ts";
import { attributesOf, type TablePlan } from "./tables.ts";
import { keyValue, type Value, value } from "./values.ts";

/** PartiQL: statements alone, in batches and in transactions. */
export function statements(table: TablePlan): fc.Arbitrary<Step> {
	const select = selects(table).map(asStatement);
	const write = fc.oneof(inserts(table), updates(table, true), deletes(table, true)).map(asStatement);
	const bare = fc.oneof(inserts(table), updates(table, false), deletes(table, false)).map(asStatement);
	const one = fc.oneof(oneSelects(table).map(asStatement));
	return fc.oneof(
		{
			weight: 4,
			arbitrary: select.map((it): Step => ({ kind: "pages", call: { operation: "ExecuteStatement", request: it } })),
		},
		{ weight: 6, arbitrary: write.map((it) => oneCall("ExecuteStatement", it)) },
		{ weight: 1, arbitrary: fc.oneof(select, write).map((it) => oneCall("ExecuteStatement", brokenStatement(it))) },
		{
			weight: 2,
			arbitrary: fc
				.oneof(fc.array(one, { minLength: 1, maxLength: 3 }), fc.array(bare, { minLength: 1, maxLength: 3 }))
				.map((Statements) => oneCall("BatchExecuteStatement", { Statements })),
		},
		{
			weight: 2,
			arbitrary: fc
				.oneof(fc.array(one, { minLength: 1, maxLength: 3 }), fc.array(bare, { minLength: 1, maxLength: 3 }))
				.map((TransactStatements) => oneCall("ExecuteTransaction", { TransactStatements })),
		},
	);
}

const asStatement = ({ text, values }: Written): Json => ({
	Statement: text.replaceAll(/#(\w+)/g, '"$1"'),
	...(values.length > 0 && { Parameters: values }),
});

/** Loses its last word. */
const brokenStatement = (it: Json): Json => ({ ...it, Statement: String(it["Statement"]).replace(/\s*\S+\s*$/, "") });

const columns = fc.constantFrom("*", "a", "h", "a, b", "m.p, l[0]", "h, m", "a AS x", "c, c");
const andAlso = (only: Written | undefined): Written =>
	only === undefined ? { text: "", values: [] } : { text: ` AND (${only.text})`, values: only.values };

function selects(table: TablePlan): fc.Arbitrary<Written> {
	return fc.constantFrom(undefined, ...table.indexes).chain((index) => {
		const from = index === undefined ? `"${table.name}"` : `"${table.name}"."${index.name}"`;
		const key = index?.key ?? table.key;
		return fc
			.tuple(
				columns,
				fc.oneof(
					{ weight: 3, arbitrary: keyCondition(key) },
					{ weight: 1, arbitrary: soundCondition },
					{ weight: 1, arbitrary: inList(key.hash) },
				),
				maybe(soundCondition),
				maybe(fc.constantFrom(...attributesOf(key).flatMap(({ name }) => [`${name} ASC`, `${name} DESC`])), 4),
			)
			.map(([what, where, only, order]) => {
				const also = andAlso(only);
				return {
					text: `SELECT ${what} FROM ${from} WHERE ${where.text}${also.text}${order === undefined ? "" : ` ORDER BY ${order}`}`,
					values: [...where.values, ...also.values],
				};
			});
	});
}

const inList = ({ name, type }: { readonly name: string; readonly type: "S" | "N" | "B" }): fc.Arbitrary<Written> =>
	fc
		.uniqueArray(keyValue(type), { minLength: 1, maxLength: 3, selector: (it) => JSON.stringify(it) })
		.map((values) => ({
			text: `${name} IN [${values.map(() => "?").join(", ")}]`,
			values,
		}));

const whereKey = (key: Item): Written => ({
	text: `WHERE ${Object.keys(key)
		.map((name) => `${name} = ?`)
		.join(" AND ")}`,
	values: Object.values(key),
});

function oneSelects(table: TablePlan): fc.Arbitrary<Written> {
	return fc.tuple(columns, soundKeys(table)).map(([what, key]) => {
		const where = whereKey(key);
		return { text: `SELECT ${what} FROM "${table.name}" ${where.text}`, values: where.values };
	});
}

function inserts(table: TablePlan): fc.Arbitrary<Written> {
	return fc
		.tuple(soundKeys(table), fc.dictionary(fc.constantFrom("a", "b", "m"), value, { maxKeys: 2 }))
		.map(([key, more]) => {
			const item: Readonly<Record<string, Value>> = { ...key, ...more };
			const fields = Object.keys(item).map((name) => `'${name}': ?`);
			return { text: `INSERT INTO "${table.name}" VALUE {${fields.join(", ")}}`, values: Object.values(item) };
		});
}

function updates(table: TablePlan, returning: boolean): fc.Arbitrary<Written> {
	const what = returning
		? fc.constantFrom(
				"",
				" RETURNING ALL OLD *",
				" RETURNING ALL NEW *",
				" RETURNING MODIFIED NEW *",
				" RETURNING MODIFIED OLD *",
			)
		: fc.constant("");
	return fc
		.tuple(
			fc.array(statementAssignment, { minLength: 1, maxLength: 2 }),
			soundKeys(table),
			maybe(soundCondition, 1),
			what,
		)
		.map(([sets, key, only, ending]) => {
			const [where, also] = [whereKey(key), andAlso(only)];
			return {
				text: `UPDATE "${table.name}" ${sets.map((it) => it.text).join(" ")} ${where.text}${also.text}${ending}`,
				values: [...sets.flatMap((it) => it.values), ...where.values, ...also.values],
			};
		});
}

function deletes(table: TablePlan, returning: boolean): fc.Arbitrary<Written> {
	const what = returning ? fc.constantFrom("", " RETURNING ALL OLD *") : fc.constant("");
	return fc.tuple(soundKeys(table), maybe(soundCondition, 1), what).map(([key, only, ending]) => {
		const [where, also] = [whereKey(key), andAlso(only)];
		return {
			text: `DELETE FROM "${table.name}" ${where.text}${also.text}${ending}`,
			values: [...where.values, ...also.values],
		};
	});
}
