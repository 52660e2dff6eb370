import { AwsError } from "../../aws/awsError.ts";
import { invalidParameters, validationError } from "../errors.ts";
import type { AttributeValue } from "../model.generated.ts";
import { compareStrings } from "./compareValues.ts";
import { compareNumbers, normalNumber } from "./decimal.ts";
import { type Item, newItem, type Value } from "./value.ts";

/** Reads what a client sent as an item or a key: refuses what DynamoDB refuses, and brings the rest to normal form. */
export function readItem(attributes: { readonly [name: string]: AttributeValue }): Item {
	const item = newItem();
	for (const name of Object.keys(attributes)) {
		const value = attributes[name];
		if (value !== undefined) item[name] = readValue(value, 0);
	}
	return item;
}

/** `depth` counts the documents around the value; the deepest that DynamoDB takes is level 32, the attribute being level 1. */
export function readValue(sent: AttributeValue, depth = 0): Value {
	if (depth >= maxDepth) throw nestedTooDeep();
	let value: Value | undefined;
	let types = 0;
	for (const type of Object.keys(sent)) {
		const read = readType(type, sent, depth);
		if (read === undefined) continue;
		types++;
		value = read;
	}
	if (value === undefined) {
		throw validationError("Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
	}
	if (types > 1) {
		throw validationError(
			"Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes",
		);
	}
	return value;
}

/** Runs `read`, putting what it refuses into the sentence of where it stood. */
export function within<T>(place: (message: string) => string, read: () => T): T {
	try {
		return read();
	} catch (error) {
		if (error instanceof AwsError && error.code === "ValidationException") throw validationError(place(error.message));
		throw error;
	}
}

export const nestedTooDeep = () =>
	validationError(
		"Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit",
	);

export const maxDepth = 32;

function readType(type: string, sent: AttributeValue, depth: number): Value | undefined {
	switch (type) {
		case "S":
			return sent.S === undefined ? undefined : { S: sent.S };
		case "N":
			return sent.N === undefined ? undefined : { N: normalNumber(sent.N) };
		case "B":
			return sent.B === undefined ? undefined : { B: sent.B };
		case "SS":
			return sent.SS === undefined ? undefined : { SS: readStringSet(sent.SS) };
		case "NS":
			return sent.NS === undefined ? undefined : { NS: readNumberSet(sent.NS) };
		case "BS":
			return sent.BS === undefined ? undefined : { BS: readBinarySet(sent.BS) };
		case "M":
			return sent.M === undefined ? undefined : { M: readMap(sent.M, depth) };
		case "L":
			return sent.L === undefined ? undefined : { L: sent.L.map((element) => readValue(element, depth + 1)) };
		case "BOOL":
			return sent.BOOL === undefined ? undefined : { BOOL: sent.BOOL };
		case "NULL":
			// NULL: false is taken and stored as NULL: true (nubo-db/dynamodb-conformance, captured 2026-06-08).
			return sent.NULL === undefined ? undefined : { NULL: true };
		default:
			return undefined;
	}
}

function readMap(sent: { readonly [name: string]: AttributeValue }, depth: number): Item {
	const map = newItem();
	for (const name of Object.keys(sent)) {
		const value = sent[name];
		if (value !== undefined) map[name] = readValue(value, depth + 1);
	}
	return map;
}

function readStringSet(members: readonly string[]): readonly string[] {
	if (members.length === 0) throw invalidParameters("An string set  may not be empty");
	if (new Set(members).size !== members.length) {
		throw invalidParameters(`Input collection [${members.join(", ")}] contains duplicates.`);
	}
	return members.toSorted(compareStrings);
}

function readNumberSet(members: readonly string[]): readonly string[] {
	if (members.length === 0) throw invalidParameters("An number set  may not be empty");
	const numbers = members.map(normalNumber);
	if (new Set(numbers).size !== numbers.length) throw validationError("Input collection contains duplicates");
	return numbers.toSorted(compareNumbers);
}

function readBinarySet(members: readonly Uint8Array[]): readonly Uint8Array[] {
	if (members.length === 0) throw invalidParameters("Binary sets should not be empty");
	const sorted = members.toSorted(Buffer.compare);
	const texts = members.map((member) => Buffer.from(member).toString("base64"));
	if (new Set(texts).size !== texts.length) {
		throw invalidParameters(`Input collection [${texts.join(", ")}]of type BS contains duplicates.`);
	}
	return sorted;
}
