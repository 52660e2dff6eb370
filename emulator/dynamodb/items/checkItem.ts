import { invalidParameters, keySchemaMismatch, parametersNotValid, validationError } from "../errors.ts";
import type { Index, Table } from "../tables/table.ts";
import { type Item, typeOf, type Value } from "../values/value.ts";
import { itemSize } from "../values/valueSize.ts";
import { checkKeySize, checkKeyValues, emptyKind } from "./checkKey.ts";

/** Checks an item that is to be put whole: its key, the keys of the indexes it would be in, its size. */
export function checkItem(table: Table, item: Item): void {
	for (const { name, type } of table.key.all) {
		const value = item[name];
		if (value === undefined) throw invalidParameters(`Missing the key ${name} in the item`);
		if (typeOf(value) !== type) {
			throw invalidParameters(`Type mismatch for key ${name} expected: ${type} actual: ${typeOf(value)}`);
		}
	}
	checkKeyValues(table.key, item);
	checkIndexKeys(table, item);
	checkItemSize(item);
}

/** The same for an item of a batch, where AWS has one message for all that may be wrong with the key's types. */
export function checkBatchItem(table: Table, item: Item): void {
	for (const { name, type } of table.key.all) {
		const value = item[name];
		if (value === undefined || typeOf(value) !== type) throw keySchemaMismatch();
	}
	checkKeyValues(table.key, item);
	checkIndexKeys(table, item);
	checkItemSize(item);
}

export function checkItemSize(item: Item): void {
	if (itemSize(item) > maxItemBytes) throw validationError("Item size has exceeded the maximum allowed size");
}

/** An attribute that is an index's key has the key's type or is absent; all indexes are asked in the order of their names. */
export function checkIndexKeys(table: Table, item: Item): void {
	for (const index of byName(table.indexes)) {
		for (const { name, type } of index.key.all) {
			const value = item[name];
			if (value !== undefined && typeOf(value) !== type) throw indexTypeMismatch(index, name, type, value);
		}
	}
	for (const index of byName(table.indexes)) {
		for (const { name } of index.key.all) {
			const empty = emptyKind(item[name]);
			if (empty !== undefined) {
				throw parametersNotValid(
					`A value specified for a secondary index key is not supported. The AttributeValue for a key attribute cannot contain an empty ${empty} value. IndexName: ${index.name}, IndexKey: ${name}`,
				);
			}
		}
		checkKeySize(index.key, item);
	}
}

export const indexTypeMismatch = (index: Index, name: string, expected: string, actual: Value) =>
	invalidParameters(
		`Type mismatch for Index Key ${name} Expected: ${expected} Actual: ${typeOf(actual)} IndexName: ${index.name}`,
	);

export function byName(indexes: readonly Index[]): readonly Index[] {
	return indexes.length < 2 ? indexes : indexes.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

export const maxItemBytes = 409_600;
