import { validationError } from "../errors.ts";
import type { Condition } from "../expressions/syntax.ts";
import { checkKeyValues } from "../items/checkKey.ts";
import type { Table } from "../tables/table.ts";
import { type Item, newItem, typeOf } from "../values/value.ts";
import { conjuncts, keyCondition } from "./keyTerms.ts";
import { incompleteKey, keyTypeMismatch } from "./statementErrors.ts";

/** A WHERE clause that names one item: its key, and what else the item must meet. */
export type WholeKey = { readonly itemKey: Item; readonly condition: Condition | undefined };

/** Finds the equalities on all of the table's key; undefined when one is missing. */
export function findWholeKey(table: Table, where: Condition | undefined): WholeKey | undefined {
	const itemKey = newItem();
	const others: Condition[] = [];
	for (const term of conjuncts(where)) {
		const condition = keyCondition(term);
		const attribute = table.key.all.find(({ name }) => name === condition?.attribute);
		if (condition === undefined || attribute === undefined || condition.operator !== "=") {
			others.push(term);
			continue;
		}
		const { name, type } = attribute;
		if (itemKey[name] !== undefined) {
			throw validationError(
				`Multiple conditions on same key ${name}. Only single item Update/Insert/Delete are supported`,
			);
		}
		const [value] = condition.values;
		if (typeOf(value) !== type) throw keyTypeMismatch(name);
		itemKey[name] = value;
	}
	if (table.key.all.some(({ name }) => itemKey[name] === undefined)) return undefined;
	checkKeyValues(table.key, itemKey);
	const [first, ...rest] = others;
	const condition = first === undefined || rest.length === 0 ? first : ({ kind: "and", terms: others } as const);
	return { itemKey, condition };
}

/** The same for a statement that writes, which needs the whole key. */
export function requireWholeKey(table: Table, where: Condition | undefined): WholeKey {
	const found = findWholeKey(table, where);
	if (found === undefined) throw incompleteKey();
	return found;
}
