import { AwsError } from "../../aws/awsError.ts";
import { validationError } from "../errors.ts";
import type { AttributeValue } from "../model.generated.ts";
import { type Index, indexRecordKey, keyPart, recordKey, type Table } from "../tables/table.ts";
import { readItem, within } from "../values/readValue.ts";
import { type Item, typeOf } from "../values/value.ts";
import { checkKey } from "./checkKey.ts";

const invalidStart = "The provided starting key is invalid";

/** Reads ExclusiveStartKey as far as it can be read without the table. */
export function readStartKey(sent: { readonly [name: string]: AttributeValue } | undefined): Item | undefined {
	if (sent === undefined) return undefined;
	return within(
		(message) => `${invalidStart}: ${message}`,
		() => readItem(sent),
	);
}

/** Checks a start key against the table, and the index that is read: it has the key attributes of both, and no others. */
export function checkStartKey(table: Table, index: Index | undefined, start: Item): void {
	const needed = new Map([...table.key.all, ...(index?.key.all ?? [])].map((attribute) => [attribute.name, attribute]));
	const names = Object.keys(start);
	if (names.length !== needed.size || !names.every((name) => needed.has(name))) {
		throw validationError(index === undefined ? `${invalidStart}: ${schemaMismatch}` : invalidStart);
	}
	for (const { name, type } of index?.key.all ?? []) {
		const value = start[name];
		if (value === undefined || typeOf(value) !== type) throw validationError(invalidStart);
	}
	try {
		checkKey(table.key, keyPart(start, table.key));
	} catch (error) {
		if (error instanceof AwsError) throw validationError(`${invalidStart}: ${error.message}`);
		throw error;
	}
}

/** Where in the records a start key stands. */
export function startRecordKey(table: Table, index: Index | undefined, start: Item): Buffer {
	if (index === undefined) return recordKey(table.key, start);
	const key = indexRecordKey(table, index, start);
	if (key === undefined) throw validationError(invalidStart);
	return key;
}

const schemaMismatch = "The provided key element does not match the schema";
