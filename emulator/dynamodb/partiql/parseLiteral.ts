import { validationError } from "../errors.ts";
import { normalNumber } from "../values/decimal.ts";
import { readValue } from "../values/readValue.ts";
import { type Item, newItem, typeOf, type Value } from "../values/value.ts";
import { malformed, missingOutsideIs } from "./statementErrors.ts";
import type { StatementReader } from "./statementReader.ts";

/** Whether a literal or a parameter begins here, rather than a path or a function. */
export function startsLiteral(reader: StatementReader): boolean {
	const { token } = reader;
	if (token.kind === "string" || token.kind === "number" || token.kind === "ion") return true;
	if (token.kind === "symbol") return ["?", "[", "{", "<<", "-", "+"].includes(token.text);
	return ["TRUE", "FALSE", "NULL", "MISSING"].some(reader.isWord);
}

/** A value written in the statement, checked as one that came in a request. */
export function parseLiteral(reader: StatementReader): Value {
	return readValue(parseValue(reader, "root"));
}

/** `{'name': value, …}`, as INSERT has its item. */
export function parseStruct(reader: StatementReader, under: string): Item {
	const item = newItem();
	reader.symbol("{");
	if (reader.skipSymbol("}")) return item;
	do {
		const { token } = reader;
		if (token.kind !== "string") throw wrongTupleKey(reader, under);
		reader.advance();
		if (Object.hasOwn(item, token.text)) {
			throw validationError(`Duplicate keys in tuple. Key: ${token.text} under ${under}${reader.place(token)}`);
		}
		reader.symbol(":", "Expected COLON");
		item[token.text] = reader.deeper(() => parseValue(reader, under));
	} while (reader.skipSymbol(","));
	reader.symbol("}", "Expected RIGHT_CURLY");
	return item;
}

function wrongTupleKey(reader: StatementReader, under: string): Error {
	const { token } = reader;
	if (token.kind !== "word" && token.kind !== "name" && token.kind !== "number") return malformed("Unexpected term");
	const type = token.kind === "number" ? "Literal" : "VariableReference";
	return validationError(
		`Tuple keys must be of type String. Actual type: ${type} under ${under}${reader.place(token)}`,
	);
}

function parseValue(reader: StatementReader, under: string): Value {
	const { token } = reader;
	if (token.kind === "string") return { S: reader.advance().text };
	if (token.kind === "number") return { N: normalNumber(reader.advance().text) };
	if (token.kind === "ion") {
		throw validationError(`Ion Literals are not supported: ${token.text} under key ${under}${reader.place(token)}`);
	}
	if (reader.skipSymbol("?")) return reader.parameter();
	if (reader.isSymbol("-") || reader.isSymbol("+")) return parseSigned(reader);
	if (reader.isSymbol("{")) return { M: parseStruct(reader, under) };
	if (reader.skipSymbol("[")) return { L: parseElements(reader, "]", "Expected RIGHT_BRACKET", under) };
	if (reader.skipSymbol("<<")) return setOf(parseElements(reader, ">>", "Expected RIGHT_DOUBLE_ANGLE_BRACKET", under));
	if (reader.skipWord("TRUE")) return { BOOL: true };
	if (reader.skipWord("FALSE")) return { BOOL: false };
	if (reader.skipWord("NULL")) return { NULL: true };
	if (reader.isWord("MISSING")) throw missingOutsideIs();
	if (token.kind === "word" || token.kind === "name") {
		throw validationError(`Unsupported data type: ${token.text} under key ${under}${reader.place(token)}`);
	}
	throw malformed("Unexpected term");
}

function parseSigned(reader: StatementReader): Value {
	const sign = reader.advance().text;
	if (reader.token.kind !== "number") throw malformed("Unexpected term");
	return { N: normalNumber(`${sign}${reader.advance().text}`) };
}

function parseElements(reader: StatementReader, close: string, detail: string, under: string): Value[] {
	const elements: Value[] = [];
	if (reader.skipSymbol(close)) return elements;
	do elements.push(reader.deeper(() => parseValue(reader, under)));
	while (reader.skipSymbol(","));
	reader.symbol(close, detail);
	return elements;
}

/** A bag is a set of its members' type. */
function setOf(members: readonly Value[]): Value {
	const [first] = members;
	if (first === undefined) throw validationError("Empty bags are not supported");
	const S = members.flatMap((member) => ("S" in member ? [member.S] : []));
	const N = members.flatMap((member) => ("N" in member ? [member.N] : []));
	const B = members.flatMap((member) => ("B" in member ? [member.B] : []));
	if (S.length === members.length) return { SS: S };
	if (N.length === members.length) return { NS: N };
	// Binary values have no literal, but a parameter can be one.
	if (B.length === members.length) return { BS: B };
	throw validationError("Unsupported data type in Bag. DynamoDB only supports either numbers or strings in bags");
}

/** Whether a value is one of the three kinds of set. */
export function isSet(value: Value): boolean {
	return ["SS", "NS", "BS"].includes(typeOf(value));
}
