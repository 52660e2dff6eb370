import { validationError } from "../errors.ts";
import type {
	OperandSyntax,
	PathSyntax,
	SetValueSyntax,
	UpdateActionSyntax,
	UpdateSyntax,
} from "../expressions/syntax.ts";
import { isSet, parseLiteral, startsLiteral } from "./parseLiteral.ts";
import { parsePath } from "./parsePath.ts";
import { parseArguments } from "./parseWhere.ts";
import { malformed } from "./statementErrors.ts";
import type { StatementReader } from "./statementReader.ts";
import type { StatementToken } from "./tokenizeStatement.ts";

/** Parses the SET and REMOVE clauses of an UPDATE into the tree of an update expression. */
export function parseAssignments(reader: StatementReader): UpdateSyntax {
	const actions: UpdateActionSyntax[] = [];
	for (;;) {
		if (reader.skipWord("SET")) {
			do actions.push(parseAssignment(reader));
			while (reader.skipSymbol(","));
		} else if (reader.skipWord("REMOVE")) {
			actions.push({ section: "REMOVE", path: parsePath(reader) });
		} else {
			break;
		}
	}
	if (actions.length === 0) throw malformed("Expected data manipulation");
	return { sections: [...new Set(actions.map(({ section }) => section))], actions };
}

function parseAssignment(reader: StatementReader): UpdateActionSyntax {
	const path = parsePath(reader);
	reader.symbol("=", "Expected =");
	const { token } = reader;
	const name = token.kind === "word" && reader.nextIsSymbol("(") ? token.text.toUpperCase() : undefined;
	if (name === "SET_ADD" || name === "SET_DELETE") return parseSetFunction(reader, name, path);
	const value = parseSetValue(reader);
	if (reader.isWord("IS")) throw validationError("IS operator is not supported in update expressions");
	return { section: "SET", path, value };
}

/** Adding to a set and taking from it are ADD and DELETE of an update expression. */
function parseSetFunction(
	reader: StatementReader,
	name: "SET_ADD" | "SET_DELETE",
	path: PathSyntax,
): UpdateActionSyntax {
	const token = reader.advance();
	const starts: StatementToken[] = [];
	const args = parseArguments(reader, () => {
		starts.push(reader.token);
		return parseOperand(reader);
	});
	const [first, second] = args;
	const [firstStart] = starts;
	if (first === undefined || second === undefined || firstStart === undefined || args.length > 2) {
		throw validationError(`${name} must have exactly two arguments${reader.place(token)}`);
	}
	if (first.kind !== "path" || !samePath(first, path)) {
		throw validationError(`The first argument to ${name} must equal the assignment value${reader.place(token)}`);
	}
	if (second.kind !== "value" || !isSet(reader.placeholders.value(second.placeholder))) {
		throw validationError(`The second argument to ${name} must be a value with type SET${reader.place(firstStart)}`);
	}
	return { section: name === "SET_ADD" ? "ADD" : "DELETE", path, placeholder: second.placeholder };
}

function samePath(one: PathSyntax, two: PathSyntax): boolean {
	return JSON.stringify(one.elements) === JSON.stringify(two.elements);
}

function parseSetValue(reader: StatementReader): SetValueSyntax {
	let left: SetValueSyntax = parseOperand(reader);
	for (;;) {
		const { token } = reader;
		if (token.kind !== "symbol" || token.text === "," || token.text === ";" || token.text === ")") return left;
		const operator = token.text;
		if (operator !== "+" && operator !== "-") {
			throw validationError(`Unsupported operator in Update Expression. Operator: ${operator}`);
		}
		reader.advance();
		left = { kind: "arithmetic", operator, left, right: parseOperand(reader) };
	}
}

function parseOperand(reader: StatementReader): OperandSyntax {
	const { token } = reader;
	if (reader.skipSymbol("(")) {
		const inner = reader.deeper(() => parseOperand(reader));
		reader.symbol(")", "Expected RIGHT_PAREN");
		return inner;
	}
	if (token.kind === "word" && reader.nextIsSymbol("(")) return parseCall(reader);
	if (startsLiteral(reader)) return reader.operand(parseLiteral(reader));
	if (token.kind === "word" || token.kind === "name") return parsePath(reader);
	throw malformed("Unexpected term");
}

function parseCall(reader: StatementReader): OperandSyntax {
	const token = reader.advance();
	const name = token.text.toLowerCase();
	if (conditionFunctions.has(name)) {
		throw validationError(`The function is not allowed in an update expression; function: ${name}`);
	}
	if (name !== "list_append" && name !== "if_not_exists") {
		throw validationError(`Unrecognized function: ${name}${reader.place(token)}`);
	}
	return { kind: "call", name, args: parseArguments(reader, () => parseOperand(reader)) };
}

const conditionFunctions = new Set([
	"attribute_exists",
	"attribute_not_exists",
	"attribute_type",
	"begins_with",
	"contains",
	"size",
]);
