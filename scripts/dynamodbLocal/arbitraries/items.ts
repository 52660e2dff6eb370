import fc from "fast-check";
import { attributesOf, type TablePlan } from "./tables.ts";
import { askedKey, keyValue, scalar, type Value, value } from "./values.ts";

export type Item = Readonly<Record<string, Value>>;

/** A key that is there or could be; rarely one that the table refuses. */
export function keys({ key }: TablePlan): fc.Arbitrary<Item> {
	const names = attributesOf(key);
	const whole: fc.Arbitrary<Item> = fc.record(
		Object.fromEntries(names.map(({ name, type }) => [name, askedKey(type)])),
	);
	return fc.oneof(
		{ weight: 60, arbitrary: whole },
		{ weight: 1, arbitrary: whole.map((it) => ({ ...it, more: { S: "x" } })) },
		{ weight: 1, arbitrary: whole.map(({ r: others }): Item => (others === undefined ? {} : { r: others })) },
	);
}

/** A key that the table takes. */
export function soundKeys({ key }: TablePlan): fc.Arbitrary<Item> {
	return fc.record(Object.fromEntries(attributesOf(key).map(({ name, type }) => [name, keyValue(type)])));
}

/** Attributes beside the key: those of indexes mostly of the type that they want. */
function attributes(table: TablePlan): fc.Arbitrary<Item> {
	const indexed = new Map(table.indexes.flatMap(({ key }) => attributesOf(key)).map((it) => [it.name, it.type]));
	const own = Object.fromEntries(
		["g", "i", "j"].map((name) => {
			const type = indexed.get(name);
			return [
				name,
				type === undefined
					? scalar
					: fc.oneof({ weight: 40, arbitrary: keyValue(type) }, { weight: 1, arbitrary: scalar }),
			];
		}),
	);
	return fc.record(
		{
			...own,
			a: value,
			b: value,
			c: value,
			v: value,
			m: fc.dictionary(fc.constantFrom("p", "q"), value).map((M) => ({ M })),
			l: fc.array(value, { maxLength: 3 }).map((L) => ({ L })),
		},
		{ requiredKeys: [] },
	);
}

export function items(table: TablePlan): fc.Arbitrary<Item> {
	return fc.tuple(keys(table), attributes(table)).map(([key, others]) => ({ ...others, ...key }));
}

export const maybe = <T>(arbitrary: fc.Arbitrary<T>, freq = 2) => fc.option(arbitrary, { nil: undefined, freq });
