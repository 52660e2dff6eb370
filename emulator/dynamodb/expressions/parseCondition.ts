import { checkConditionSyntax } from "./checkConditionSyntax.ts";
import { ExpressionError } from "./expressionError.ts";
import type { Comparator, ConditionSyntax, OperandSyntax } from "./syntax.ts";
import { type TokenReader, tokenReader } from "./tokenReader.ts";

/**
 * Parses a condition, filter or key condition, and makes the checks that need no names or values, in DynamoDB's order:
 * redundant parentheses, unknown functions, functions in the wrong place, reserved words.
 */
export function parseCondition(text: string): ConditionSyntax {
	const reader = tokenReader(text);
	const term = parseOr(reader, 0);
	if (reader.token.kind !== "end") reader.fail();
	const condition = toCondition(reader, term);
	if (reader.redundantGroups) throw new ExpressionError("The expression has redundant parentheses;");
	checkConditionSyntax(condition);
	return condition;
}

const comparators = new Set<string>(["=", "<>", "<", "<=", ">", ">="]);

/** What a group or a term turned out to be: `(a)` is an operand until an operator follows, and nothing without one. */
type Term = ConditionSyntax | { readonly kind: "operand"; readonly operand: OperandSyntax };

function parseOr(reader: TokenReader, depth: number): Term {
	return parseSeries(reader, "OR", () => parseSeries(reader, "AND", () => parseNot(reader, depth)));
}

function parseSeries(reader: TokenReader, keyword: "OR" | "AND", parseTerm: () => Term): Term {
	const first = parseTerm();
	if (!reader.isKeyword(keyword)) return first;
	const terms = [toCondition(reader, first)];
	while (reader.isKeyword(keyword)) {
		reader.advance();
		reader.countOperator();
		terms.push(toCondition(reader, parseTerm()));
	}
	return { kind: keyword === "OR" ? "or" : "and", terms };
}

function parseNot(reader: TokenReader, depth: number): Term {
	if (depth > deepest) throw new ExpressionError("The expression has redundant parentheses;");
	if (!reader.isKeyword("NOT")) return parsePrimary(reader, depth);
	reader.advance();
	reader.countOperator();
	return { kind: "not", term: toCondition(reader, parseNot(reader, depth + 1)) };
}

/** Terms inside one another, followed by recursion: what 4 KB of meaningful expression cannot reach. */
const deepest = 512;

function parsePrimary(reader: TokenReader, depth: number): Term {
	const start = reader.isSymbol("(") ? parseGroup(reader, depth) : undefined;
	if (start !== undefined && start.kind !== "operand") return start;
	const left = start === undefined ? reader.operand() : start.operand;
	if (reader.isKeyword("BETWEEN")) {
		reader.advance();
		reader.countOperator();
		const low = reader.operand();
		reader.keyword("AND");
		return { kind: "between", operand: left, low, high: reader.operand() };
	}
	if (reader.isKeyword("IN")) return parseIn(reader, left);
	if (reader.token.kind === "symbol" && comparators.has(reader.token.text)) {
		const operator = reader.advance().text as Comparator; // a member of `comparators`
		reader.countOperator();
		return { kind: "compare", operator, left, right: reader.operand() };
	}
	return { kind: "operand", operand: left };
}

function parseGroup(reader: TokenReader, depth: number): Term {
	const open = reader.index;
	reader.advance();
	const inner = parseOr(reader, depth + 1);
	reader.symbol(")");
	reader.group(open);
	return inner;
}

function parseIn(reader: TokenReader, operand: OperandSyntax): ConditionSyntax {
	reader.advance();
	reader.countOperator();
	reader.symbol("(");
	const options = [reader.operand()];
	while (reader.isSymbol(",")) {
		reader.advance();
		options.push(reader.operand());
	}
	reader.symbol(")");
	if (options.length > maxOptions) {
		throw new ExpressionError(
			`The IN operator is provided with too many operands; number of operands: ${options.length}`,
		);
	}
	return { kind: "in", operand, options };
}

const maxOptions = 100;

/** A function is a condition; a path or a value alone is not, and the parser stops where an operator should have been. */
function toCondition(reader: TokenReader, term: Term): ConditionSyntax {
	if (term.kind !== "operand") return term;
	return term.operand.kind === "call" ? term.operand : reader.fail();
}
