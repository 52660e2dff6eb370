import { ExpressionError } from "./expressionError.ts";
import type { OperandSyntax, PathElement, PathSyntax } from "./syntax.ts";
import { type Token, tokenize } from "./tokenize.ts";

/** Goes through an expression's tokens; what all expressions share of their grammar stands here. */
export type TokenReader = {
	readonly token: Token;
	/** Whether the token that is next after this one is this symbol. */
	beforeSymbol(symbol: string): boolean;
	isSymbol(symbol: string): boolean;
	isKeyword(keyword: string): boolean;
	advance(): Token;
	symbol(symbol: string): void;
	keyword(keyword: string): void;
	/** Fails at the current token. */
	fail(): never;
	path(): PathSyntax;
	/** A path, a value or a function; `(…)` around it is allowed. */
	operand(): OperandSyntax;
	/** Counts an operator or function against AWS's limit on them. */
	countOperator(): void;
	/** Notes that the token at this index opens a group and the one before the current closes it. */
	group(open: number): void;
	readonly index: number;
	/** Whether a group held nothing but another group. */
	readonly redundantGroups: boolean;
};

export function tokenReader(text: string): TokenReader {
	const tokens = tokenize(text);
	const closings = new Map<number, number>();
	let index = 0;
	let operators = 0;
	let depth = 0;
	let redundantGroups = false;

	const current = () => at(tokens, index);
	const isSymbol = (expected: string) => current().kind === "symbol" && current().text === expected;
	const isKeyword = (keyword: string) => current().kind === "word" && current().text.toUpperCase() === keyword;

	function advance(): Token {
		const token = current();
		index++;
		return token;
	}

	function fail(): never {
		const token = current();
		const before = tokens[index - 1] ?? token;
		const after = token.kind === "end" ? token : at(tokens, index + 1);
		// From the text's beginning and to its end with the blanks there.
		const from = before === token ? 0 : before.start;
		const near = text.slice(from, after.end);
		throw new ExpressionError(`Syntax error; token: "${token.text}", near: "${near}"`);
	}

	function symbol(expected: string): void {
		if (!isSymbol(expected)) fail();
		index++;
	}

	function element(): PathElement {
		const token = current();
		if (token.kind === "name") {
			index++;
			return { kind: "placeholder", name: token.text };
		}
		if (token.kind !== "word" || keywords.has(token.text.toUpperCase())) fail();
		index++;
		return { kind: "attribute", name: token.text };
	}

	function path(): PathSyntax {
		const elements = [element()];
		for (;;) {
			if (isSymbol(".")) {
				index++;
				elements.push(element());
			} else if (isSymbol("[")) {
				index++;
				const token = current();
				if (token.kind !== "number") fail();
				index++;
				elements.push({ kind: "index", index: Number(token.text) });
				symbol("]");
			} else {
				checkDepth(elements.length);
				return { kind: "path", elements };
			}
		}
	}

	function group(open: number): void {
		const close = index - 1;
		closings.set(open, close);
		if (closings.get(open + 1) === close - 1) redundantGroups = true;
	}

	function operand(): OperandSyntax {
		if (++depth > deepest) throw new ExpressionError("The expression has redundant parentheses;");
		try {
			return bareOperand();
		} finally {
			depth--;
		}
	}

	function bareOperand(): OperandSyntax {
		const token = current();
		if (isSymbol("(")) {
			const open = index++;
			const inner = operand();
			symbol(")");
			group(open);
			return inner;
		}
		if (token.kind === "value") {
			index++;
			return { kind: "value", placeholder: token.text };
		}
		if (token.kind === "word" && !keywords.has(token.text.toUpperCase()) && beforeSymbol("(")) return call();
		return path();
	}

	function call(): OperandSyntax {
		const name = advance().text;
		countOperator();
		symbol("(");
		const args = [operand()];
		while (isSymbol(",")) {
			index++;
			args.push(operand());
		}
		symbol(")");
		return { kind: "call", name, args };
	}

	function beforeSymbol(expected: string): boolean {
		const next = tokens[index + 1];
		return next !== undefined && next.kind === "symbol" && next.text === expected;
	}

	function countOperator(): void {
		operators++;
		if (operators > maxOperators) {
			throw new ExpressionError(`The expression contains too many operators; operator count: ${operators}`);
		}
	}

	return {
		get token() {
			return current();
		},
		get index() {
			return index;
		},
		get redundantGroups() {
			return redundantGroups;
		},
		beforeSymbol,
		isSymbol,
		isKeyword,
		advance,
		symbol,
		keyword(expected) {
			if (!isKeyword(expected)) fail();
			index++;
		},
		fail,
		path,
		operand,
		countOperator,
		group,
	};
}

const maxOperators = 300;

/** One grammar serves all expressions: its words cannot be names in any, not even those that belong to another kind. */
const keywords = new Set(["AND", "OR", "NOT", "BETWEEN", "IN", "SET", "REMOVE", "ADD", "DELETE"]);

/** Groups and functions inside one another, which the reader follows by recursion. No meaningful expression of 4 KB gets near. */
const deepest = 256;

const maxPathDepth = 32;

function checkDepth(elements: number): void {
	if (elements > maxPathDepth) {
		throw new ExpressionError(`The document path has too many nesting elements; nesting levels: ${elements}`);
	}
}

/** The last token is the end, and no reader goes past it. */
function at(tokens: readonly Token[], index: number): Token {
	const token = tokens[Math.min(index, tokens.length - 1)];
	if (token === undefined) throw new Error("An expression has at least its end for a token.");
	return token;
}
