import { invalidParameters, keySchemaMismatch, parametersNotValid } from "../errors.ts";
import type { Key } from "../tables/table.ts";
import type { KeyAttribute } from "../tables/tableDefinition.ts";
import { type Item, typeOf, type Value } from "../values/value.ts";

/** Checks the key with which a request names an item: just the key's attributes, of their types, not empty, not too long. */
export function checkKey(key: Key, given: Item): void {
	if (Object.keys(given).length !== key.all.length) throw keySchemaMismatch();
	for (const attribute of key.all) {
		const value = given[attribute.name];
		if (value === undefined || typeOf(value) !== attribute.type) throw keySchemaMismatch();
	}
	checkKeyValues(key, given);
}

/** The rules on a key's values that hold wherever it stands: in a key, an item, a start key. */
export function checkKeyValues(key: Key, given: Item): void {
	for (const { name } of key.all) {
		const empty = emptyKind(given[name]);
		if (empty !== undefined) {
			throw parametersNotValid(
				`The AttributeValue for a key attribute cannot contain an empty ${empty} value. Key: ${name}`,
			);
		}
	}
	checkKeySize(key, given);
}

/** "string" or "binary" when a value is an empty one of these, which no key may have. */
export function emptyKind(value: Value | undefined): "string" | "binary" | undefined {
	if (value === undefined) return undefined;
	if ("S" in value && value.S === "") return "string";
	return "B" in value && value.B.length === 0 ? "binary" : undefined;
}

export function checkKeySize(key: Key, given: Item): void {
	if (sizeOf(key.hash, given) > maxHashBytes) {
		throw invalidParameters("Size of hashkey has exceeded the maximum size limit of2048 bytes");
	}
	if (sizeOf(key.range, given) > maxRangeBytes) {
		throw invalidParameters("Aggregated size of all range keys has exceeded the size limit of 1024 bytes");
	}
}

const maxHashBytes = 2048;
const maxRangeBytes = 1024;

function sizeOf(attributes: readonly KeyAttribute[], given: Item): number {
	let size = 0;
	for (const { name } of attributes) {
		const value = given[name];
		if (value === undefined) continue;
		// Numbers have a bounded size.
		if ("S" in value) size += Buffer.byteLength(value.S);
		if ("B" in value) size += value.B.length;
	}
	return size;
}
