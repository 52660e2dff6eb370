import { parametersNotValid, validationError } from "../errors.ts";
import type { KeyCondition } from "../expressions/keyCondition.ts";
import type { Condition } from "../expressions/syntax.ts";
import { emptyKind } from "../items/checkKey.ts";
import { type Bounds, keyRange } from "../items/keyRange.ts";
import { keyBytes } from "../keys/keyBytes.ts";
import type { Key } from "../tables/table.ts";
import type { KeyAttribute } from "../tables/tableDefinition.ts";
import { typeOf, type Value } from "../values/value.ts";
import { conjuncts, keyCondition, valuesOf } from "./keyTerms.ts";
import { keyTypeMismatch } from "./statementErrors.ts";

/** One partition's part of a SELECT. */
export type KeyedRange = {
	/** The partition's first key attribute, by which ORDER BY sorts partitions. */
	readonly partition: Value;
	readonly bounds: Bounds;
};

/**
 * Where in a key's space everything is that a WHERE clause can let through, if it names partitions: by `=` on each hash
 * attribute, or for a single one by IN or OR. Undefined when it names none, so that all has to be read.
 */
export function keyedRanges(key: Key, where: Condition | undefined): readonly KeyedRange[] | undefined {
	const terms = conjuncts(where);
	const partitions = namedPartitions(key, terms);
	if (partitions === undefined) return undefined;
	const ranges = key.range.map((attribute) => rangeConditions(attribute, terms));
	return partitions.flatMap(({ first, conditions }) => {
		const bounds = boundsWithin(key, conditions, ranges);
		return bounds === undefined ? [] : [{ partition: first, bounds }];
	});
}

type Partition = { readonly first: Value; readonly conditions: ReadonlyMap<string, KeyCondition> };

const maxPartitions = 50;

function namedPartitions(key: Key, terms: readonly Condition[]): readonly Partition[] | undefined {
	const named = key.hash.map((attribute) => {
		const found = terms.map((term) => valuesOf(term, attribute.name)).find((values) => values !== undefined);
		for (const value of found ?? []) checkValue(attribute, value);
		return { name: attribute.name, values: found };
	});
	const [first, ...rest] = named;
	if (first?.values === undefined) return undefined;
	// Of a key with several hash attributes each must have one value.
	if (rest.length > 0 && named.some(({ values }) => values?.length !== 1)) return undefined;
	const values = distinct(first.values);
	if (values.length > maxPartitions) throw validationError("Too many decomposed read operations for a given query.");
	return values.map((value) => ({
		first: value,
		conditions: new Map(
			[{ name: first.name, values: [value] }, ...rest].flatMap(({ name, values: [only] = [] }) =>
				only === undefined ? [] : [[name, { attribute: name, operator: "=", values: [only] }] as const],
			),
		),
	}));
}

function distinct(values: readonly Value[]): readonly Value[] {
	return [...new Map(values.map((value) => [keyBytes(value).toString("latin1"), value])).values()];
}

function rangeConditions(attribute: KeyAttribute, terms: readonly Condition[]): readonly KeyCondition[] {
	const conditions = terms.flatMap((term) => keyCondition(term) ?? []).filter((it) => it.attribute === attribute.name);
	for (const { values } of conditions) for (const value of values) checkValue(attribute, value);
	return conditions;
}

function checkValue({ name, type }: KeyAttribute, value: Value): void {
	if (typeOf(value) !== type) throw keyTypeMismatch(name);
	const empty = emptyKind(value);
	if (empty === undefined) return;
	throw parametersNotValid(
		`The AttributeValue for a key attribute cannot contain an empty ${empty} value. Key: ${name}`,
	);
}

/** All conditions on a range attribute together; a further attribute counts only behind an equality. */
function boundsWithin(
	key: Key,
	partition: ReadonlyMap<string, KeyCondition>,
	ranges: readonly (readonly KeyCondition[])[],
): Bounds | undefined {
	const fixed = new Map(partition);
	let { gte, lt } = keyRange(key, fixed);
	for (const conditions of ranges) {
		for (const condition of conditions) {
			const part = keyRange(key, new Map([...fixed, [condition.attribute, condition]]));
			if (part.gte.compare(gte) > 0) gte = part.gte;
			if (part.lt.compare(lt) < 0) lt = part.lt;
		}
		const equality = conditions.find(({ operator }) => operator === "=");
		if (equality === undefined) break;
		fixed.set(equality.attribute, equality);
	}
	return gte.compare(lt) < 0 ? { gte, lt } : undefined;
}
