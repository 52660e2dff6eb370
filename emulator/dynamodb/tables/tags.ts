import { validationError } from "../errors.ts";
import type { Tag } from "../model.generated.ts";

const maxTags = 50;

/** Checks the tags of one request. */
export function checkTags(tags: readonly Tag[]): void {
	for (const { Key: key } of tags) {
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
