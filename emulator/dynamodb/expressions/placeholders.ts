import { validationError } from "../errors.ts";
import type { AttributeValue } from "../model.generated.ts";
import { readValue, within } from "../values/readValue.ts";
import type { Value } from "../values/value.ts";
import { ExpressionError } from "./expressionError.ts";

/** A request's ExpressionAttributeNames and ExpressionAttributeValues; knows which of them its expressions used. */
export type Placeholders = {
	name(placeholder: string): string;
	value(placeholder: string): Value;
	/** To be called when all of the request's expressions have been resolved. */
	checkAllUsed(): void;
};

/** Reads both maps, and refuses what DynamoDB refuses before it looks at any expression. */
export function readPlaceholders(
	names: { readonly [placeholder: string]: string } | undefined,
	values: { readonly [placeholder: string]: AttributeValue } | undefined,
): Placeholders {
	const readNames = new Map(names === undefined ? [] : checkedNames(names));
	const readValues = new Map(values === undefined ? [] : checkedValues(values));
	const unusedNames = new Set(readNames.keys());
	const unusedValues = new Set(readValues.keys());
	return {
		name(placeholder) {
			const name = readNames.get(placeholder);
			if (name === undefined) {
				throw new ExpressionError(
					`An expression attribute name used in the document path is not defined; attribute name: ${placeholder}`,
				);
			}
			unusedNames.delete(placeholder);
			return name;
		},
		value(placeholder) {
			const value = readValues.get(placeholder);
			if (value === undefined) {
				throw new ExpressionError(
					`An expression attribute value used in expression is not defined; attribute value: ${placeholder}`,
				);
			}
			unusedValues.delete(placeholder);
			return value;
		},
		checkAllUsed() {
			refuseUnused("ExpressionAttributeNames", unusedNames);
			refuseUnused("ExpressionAttributeValues", unusedValues);
		},
	};
}

const maxPlaceholderBytes = 255;

function checkedNames(names: { readonly [placeholder: string]: string }): [string, string][] {
	const entries = Object.entries(names);
	if (entries.length === 0) throw validationError("ExpressionAttributeNames must not be empty");
	for (const [placeholder] of entries) checkPlaceholder("ExpressionAttributeNames", placeholder, /^#[0-9a-zA-Z_]+$/);
	return entries;
}

function checkedValues(values: { readonly [placeholder: string]: AttributeValue }): [string, Value][] {
	const entries = Object.entries(values);
	if (entries.length === 0) throw validationError("ExpressionAttributeValues must not be empty");
	for (const [placeholder] of entries) checkPlaceholder("ExpressionAttributeValues", placeholder, /^:[0-9a-zA-Z_]+$/);
	return entries.map(([placeholder, sent]) => [
		placeholder,
		within(
			(message) => `ExpressionAttributeValues contains invalid value: ${message} for key ${placeholder}`,
			() => readValue(sent),
		),
	]);
}

function checkPlaceholder(member: string, placeholder: string, form: RegExp): void {
	if (Buffer.byteLength(placeholder) > maxPlaceholderBytes) {
		throw validationError(
			`${member} contains invalid key: The expression attribute map contains a key that is too long;`,
		);
	}
	if (!form.test(placeholder)) {
		throw validationError(`${member} contains invalid key: Syntax error; key: "${placeholder}"`);
	}
}

function refuseUnused(member: string, unused: ReadonlySet<string>): void {
	if (unused.size === 0) return;
	throw validationError(`Value provided in ${member} unused in expressions: keys: {${[...unused].join(", ")}}`);
}
