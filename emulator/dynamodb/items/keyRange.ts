import type { KeyRange } from "../../aws/records.ts";
import { invalidParameters, parametersNotValid, validationError } from "../errors.ts";
import type { KeyCondition } from "../expressions/keyCondition.ts";
import { afterPrefix, keyBytes, prefixBytes } from "../keys/keyBytes.ts";
import { type Key, partitionPrefix } from "../tables/table.ts";
import { newItem, typeOf } from "../values/value.ts";
import { emptyKind } from "./checkKey.ts";

export type Bounds = Required<Pick<KeyRange, "gte" | "lt">>;

/** Checks a query's conditions against the key that they are for, of an index if one is named; answers them by attribute. */
export function checkKeyConditions(
	key: Key,
	conditions: readonly KeyCondition[],
	indexName: string | undefined,
): ReadonlyMap<string, KeyCondition> {
	const byAttribute = new Map(conditions.map((condition) => [condition.attribute, condition]));
	if (key.all.length <= 2 && conditions.length > 2) throw validationError("Conditions can be of length 1 or 2 only");
	if (key.all.length === 1 && conditions.length > 1) throw validationError("Query key condition not supported");
	for (const { name } of key.hash) {
		if (!byAttribute.has(name)) throw missedKeyElement(name);
	}
	const named = key.all.filter(({ name }) => byAttribute.has(name));
	if (named.length < conditions.length) throw missedKeyElement(firstUnnamed(key, byAttribute));
	for (const { name, type } of named) {
		const condition = byAttribute.get(name);
		if (condition?.values.some((value) => typeOf(value) !== type)) {
			throw invalidParameters("Condition parameter type does not match schema type");
		}
	}
	for (const { name } of key.hash) {
		if (byAttribute.get(name)?.operator !== "=") throw validationError("Query key condition not supported");
	}
	checkRangeOrder(key, byAttribute);
	for (const { attribute, values } of conditions) {
		const empty = values.map(emptyKind).find((kind) => kind !== undefined);
		if (empty !== undefined) {
			const what = `The AttributeValue for a key attribute cannot contain an empty ${empty} value.`;
			throw parametersNotValid(
				indexName === undefined
					? `${what} Key: ${attribute}`
					: `A value specified for a secondary index key is not supported. ${what} IndexName: ${indexName}, IndexKey: ${attribute}`,
			);
		}
	}
	return byAttribute;
}

/** The stretch of the key's space in which all items are that meet the conditions, and no others. */
export function keyRange(key: Key, conditions: ReadonlyMap<string, KeyCondition>): Bounds {
	const values = newItem();
	for (const { name } of key.hash) {
		const condition = conditions.get(name);
		if (condition !== undefined) values[name] = condition.values[0];
	}
	let prefix = partitionPrefix(key, values);
	for (const { name } of key.range) {
		const condition = conditions.get(name);
		if (condition === undefined) break;
		if (condition.operator !== "=") return boundsWithin(prefix, condition);
		prefix = Buffer.concat([prefix, keyBytes(condition.values[0])]);
	}
	return allWith(prefix);
}

function boundsWithin(prefix: Buffer, { operator, values: [first, second = first] }: KeyCondition): Bounds {
	const at = Buffer.concat([prefix, keyBytes(first)]);
	switch (operator) {
		case "=":
			return allWith(at);
		case "<":
			return { gte: prefix, lt: at };
		case "<=":
			return { gte: prefix, lt: after(at) };
		case ">":
			return { gte: after(at), lt: after(prefix) };
		case ">=":
			return { gte: at, lt: after(prefix) };
		case "BETWEEN":
			return { gte: at, lt: after(Buffer.concat([prefix, keyBytes(second)])) };
		case "begins_with":
			return allWith(Buffer.concat([prefix, prefixBytes(first)]));
	}
}

function allWith(prefix: Buffer): Bounds {
	return { gte: prefix, lt: after(prefix) };
}

/** Every key begins with the mark of its service, so that something always comes after. */
function after(prefix: Buffer): Buffer {
	const next = afterPrefix(prefix);
	if (next === undefined) throw new Error("A key has no end.");
	return next;
}

/** Range attributes are compared one after another: all before the last one named need an equality. */
function checkRangeOrder(key: Key, conditions: ReadonlyMap<string, KeyCondition>): void {
	const last = key.range.findLast(({ name }) => conditions.has(name));
	if (last === undefined) return;
	const open = key.range
		.slice(0, key.range.indexOf(last))
		.filter(({ name }) => conditions.get(name)?.operator !== "=")
		.map(({ name }) => name);
	if (open.length === 0) return;
	throw validationError(
		`RANGE key attributes ${open.join(", ")} must have equality conditions specified in the query because a condition is present on key attribute ${last.name}`,
	);
}

function firstUnnamed(key: Key, conditions: ReadonlyMap<string, KeyCondition>): string {
	return key.all.find(({ name }) => !conditions.has(name))?.name ?? "";
}

const missedKeyElement = (name: string) => validationError(`Query condition missed key schema element: ${name}`);
