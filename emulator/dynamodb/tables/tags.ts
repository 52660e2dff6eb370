import { validationError } from "../errors.ts";
import type { Tag } from "../model.generated.ts";

const maxTags = 50;

/** Letters, digits, blanks and a few signs: developer guide, "Tagging restrictions in DynamoDB". */
const allowedKey = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{1,128}$/u;
const allowedValue = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]{0,256}$/u;

/** Checks the tags of one request. */
export function checkTags(tags: readonly Tag[]): void {
	for (const { Key: key, Value: value } of tags) {
		if (!allowedKey.test(key)) throw validationError(`The Tag Key provided is invalid, Key: ${key}`);
		if (!allowedValue.test(value)) throw validationError(`The Tag Value provided is invalid, Value: ${value}`);
		if (key.startsWith("aws:")) throw validationError(`Tag Key cannot be prefixed with aws:, Key: ${key}`);
	}
	const keys = tags.map(({ Key }) => Key);
	const twice = keys.find((key, index) => keys.indexOf(key) !== index);
	if (twice !== undefined) {
		throw validationError(`Duplicate Tag Keys provided as input: Duplicate Tag Key found ${twice}`);
	}
	checkTagCount(tags.length);
}

export function checkTagCount(count: number): void {
	if (count > maxTags) {
		throw validationError("Number of Tags exceed the current limit for the provided ResourceArn");
	}
}

export function tagRecord(tags: readonly Tag[]): Readonly<Record<string, string>> {
	return Object.fromEntries(tags.map(({ Key, Value }) => [Key, Value]));
}
