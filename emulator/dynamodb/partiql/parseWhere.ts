import { validationError } from "../errors.ts";
import type { Comparator, ConditionSyntax, OperandSyntax } from "../expressions/syntax.ts";
import { parseLiteral, startsLiteral } from "./parseLiteral.ts";
import { parsePath } from "./parsePath.ts";
import { malformed, missingOutsideIs } from "./statementErrors.ts";
import type { StatementReader } from "./statementReader.ts";

/** Parses what stands after WHERE into the tree of a condition expression. */
export function parseWhere(reader: StatementReader): ConditionSyntax {
	const term = parseOr(reader);
	if (isCondition(term)) return term;
	throw validationError("WHERE clause must contain an expression that resolves to a boolean");
}

/** An operand alone is no condition, but in parentheses it may be the beginning of one. */
type Term = ConditionSyntax | { readonly kind: "operand"; readonly operand: OperandSyntax };

/** Of the functions only `size` has a value that can be compared. */
function isCondition(term: Term): term is ConditionSyntax {
	return term.kind !== "operand";
}

function parseOr(reader: StatementReader): Term {
	return parseSeries(reader, "OR", () => parseSeries(reader, "AND", () => parseNot(reader)));
}

function parseSeries(reader: StatementReader, word: "OR" | "AND", parseTerm: () => Term): Term {
	const first = parseTerm();
	if (!reader.isWord(word)) return first;
	const terms = [first];
	while (reader.skipWord(word)) terms.push(parseTerm());
	if (!terms.every(isCondition)) throw validationError("The arguments to AND/OR must be Expressions");
	return { kind: word === "OR" ? "or" : "and", terms };
}

function parseNot(reader: StatementReader): Term {
	if (!reader.skipWord("NOT")) return parsePrimary(reader);
	const term = reader.deeper(() => parseNot(reader));
	if (!isCondition(term)) throw validationError("The argument to NOT must be a Type or Expression");
	return { kind: "not", term };
}

function parsePrimary(reader: StatementReader): Term {
	const first = parseTermOrOperand(reader);
	if (first.kind !== "operand") return first;
	const { operand } = first;
	const { token } = reader;
	const operator = token.kind === "symbol" ? comparators.get(token.text) : undefined;
	if (operator !== undefined) {
		reader.advance();
		return { kind: "compare", operator, left: operand, right: parseOperand(reader) };
	}
	if (reader.skipWord("IS")) return parseIs(reader, operand);
	if (reader.skipWord("NOT")) return { kind: "not", term: parseInOrBetween(reader, operand) };
	if (reader.isWord("BETWEEN") || reader.isWord("IN")) return parseInOrBetween(reader, operand);
	if ((token.kind === "symbol" && otherOperators.has(token.text)) || reader.isWord("LIKE")) {
		throw validationError(`Unsupported operator in Condition Expression. Operator: ${token.text.toLowerCase()}`);
	}
	return first;
}

const comparators: ReadonlyMap<string, Comparator> = new Map([
	["=", "="],
	["<>", "<>"],
	["!=", "<>"],
	["<", "<"],
	["<=", "<="],
	[">", ">"],
	[">=", ">="],
]);

const otherOperators = new Set(["+", "-", "*", "/", "%", "||"]);

function parseTermOrOperand(reader: StatementReader): Term {
	if (!reader.skipSymbol("(")) return parseCallOrOperand(reader);
	const inner = reader.deeper(() => parseOr(reader));
	reader.symbol(")", "Expected RIGHT_PAREN");
	return inner;
}

function parseCallOrOperand(reader: StatementReader): Term {
	const operand = parseAnyOperand(reader);
	if (operand.kind === "call" && operand.name !== "size") return operand;
	return { kind: "operand", operand };
}

function parseOperand(reader: StatementReader): OperandSyntax {
	const term = parseTermOrOperand(reader);
	if (term.kind === "operand") return term.operand;
	// AWS's words for a condition in an operand's place are not known.
	const name = term.kind === "call" ? term.name : term.kind;
	throw validationError(`The function is not allowed to be used this way in an expression; function: ${name}`);
}

function parseAnyOperand(reader: StatementReader): OperandSyntax {
	const { token } = reader;
	if (token.kind === "word" && reader.nextIsSymbol("(")) return parseCall(reader);
	if (startsLiteral(reader)) return reader.operand(parseLiteral(reader));
	if (token.kind === "word" || token.kind === "name") return parsePath(reader);
	throw malformed("Unexpected term");
}

function parseCall(reader: StatementReader): OperandSyntax {
	const token = reader.advance();
	const name = token.text.toLowerCase();
	if (name === "if_not_exists") {
		throw validationError(`The function is not allowed in a condition expression; function: ${name}`);
	}
	if (!functions.has(name)) throw validationError(`Unrecognized function: ${name}${reader.place(token)}`);
	return { kind: "call", name, args: parseArguments(reader, () => parseOperand(reader)) };
}

const functions = new Set([
	"attribute_exists",
	"attribute_not_exists",
	"attribute_type",
	"begins_with",
	"contains",
	"size",
]);

/** `(…, …)`, each read by `parse`. */
export function parseArguments<T>(reader: StatementReader, parse: () => T): T[] {
	const args: T[] = [];
	reader.symbol("(", "Expected LEFT_PAREN");
	if (reader.skipSymbol(")")) return args;
	do args.push(reader.deeper(parse));
	while (reader.skipSymbol(","));
	reader.symbol(")", "Expected RIGHT_PAREN");
	return args;
}

function parseInOrBetween(reader: StatementReader, operand: OperandSyntax): ConditionSyntax {
	if (reader.skipWord("IN")) return { kind: "in", operand, options: parseOptions(reader, operand) };
	reader.word("BETWEEN");
	const low = parseOperand(reader);
	reader.word("AND");
	return { kind: "between", operand, low, high: parseOperand(reader) };
}

/** IN takes a list in brackets or in parentheses. */
function parseOptions(reader: StatementReader, operand: OperandSyntax): readonly OperandSyntax[] {
	const close = reader.isSymbol("[") ? "]" : reader.isSymbol("(") ? ")" : undefined;
	if (close === undefined || operand.kind !== "path") throw invalidIn();
	reader.advance();
	const options: OperandSyntax[] = [];
	if (reader.isSymbol(close)) throw invalidIn();
	do options.push(reader.deeper(() => parseOperand(reader)));
	while (reader.skipSymbol(","));
	reader.symbol(close, close === "]" ? "Expected RIGHT_BRACKET" : "Expected RIGHT_PAREN");
	if (options.length > maxOptions) {
		throw validationError(`The IN operator is provided with too many operands; number of operands: ${options.length}`);
	}
	return options;
}

const maxOptions = 100;

const invalidIn = () =>
	validationError(
		"IN operator must have a left hand argument of type Variable Reference and right hand argument of type Seq with at least one member",
	);

/** `IS [NOT] type`: a question after the type, or after being there at all. */
function parseIs(reader: StatementReader, operand: OperandSyntax): ConditionSyntax {
	const negated = reader.skipWord("NOT");
	const token = reader.advance();
	if (token.kind !== "word") throw malformed("Expected type name");
	const name = token.text.toUpperCase();
	if (operand.kind === "call") {
		throw validationError("The left hand side argument to IS must be a Variable Reference, Literal, or Path");
	}
	const condition = typeCondition(operand, name, reader);
	if (condition === undefined) {
		throw validationError(
			`Unsupported data type for IS operator: ${name}. Supported data types are [MISSING, NULL, BOOLEAN, BLOB, STRING, NUMERIC, STRUCT, TUPLE, LIST]${reader.place(token)}`,
		);
	}
	return negated ? { kind: "not", term: condition } : condition;
}

function typeCondition(operand: OperandSyntax, name: string, reader: StatementReader): ConditionSyntax | undefined {
	if (name === "MISSING") {
		// Only an attribute can be missing.
		if (operand.kind !== "path") throw missingOutsideIs();
		return { kind: "call", name: "attribute_not_exists", args: [operand] };
	}
	const type = isTypes.get(name);
	if (type === undefined) return undefined;
	return { kind: "call", name: "attribute_type", args: [operand, reader.operand({ S: type })] };
}

const isTypes: ReadonlyMap<string, string> = new Map([
	["NULL", "NULL"],
	["BOOLEAN", "BOOL"],
	["BOOL", "BOOL"],
	["BLOB", "B"],
	["STRING", "S"],
	["NUMERIC", "N"],
	["STRUCT", "M"],
	["TUPLE", "M"],
	["LIST", "L"],
]);
