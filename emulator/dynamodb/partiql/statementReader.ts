import { validationError } from "../errors.ts";
import type { Placeholders } from "../expressions/placeholders.ts";
import type { OperandSyntax } from "../expressions/syntax.ts";
import type { AttributeValue } from "../model.generated.ts";
import { readValue } from "../values/readValue.ts";
import type { Value } from "../values/value.ts";
import { malformed } from "./statementErrors.ts";
import { type StatementToken, tokenizeStatement } from "./tokenizeStatement.ts";

/**
 * Goes through a statement's tokens. Literals and parameters become the values of placeholders, so that what a statement says
 * is the same tree as of an expression, and passes the same checks.
 */
export type StatementReader = {
	readonly token: StatementToken;
	isWord(word: string): boolean;
	isSymbol(symbol: string): boolean;
	nextIsSymbol(symbol: string): boolean;
	advance(): StatementToken;
	/** Goes past the word if it is there. */
	skipWord(word: string): boolean;
	skipSymbol(symbol: string): boolean;
	symbol(symbol: string, detail?: string): void;
	word(word: string): void;
	/** Where a token stands, as AWS's messages end: line, column and length. */
	place(token: StatementToken): string;
	/** The value of the next `?`. */
	parameter(): Value;
	operand(value: Value): OperandSyntax;
	readonly placeholders: Pick<Placeholders, "name" | "value">;
	/** Runs `read` one level deeper; a statement has no sensible use for many. */
	deeper<T>(read: () => T): T;
	checkParameters(): void;
};

export function statementReader(statement: string, parameters: readonly AttributeValue[] = []): StatementReader {
	const tokens = tokenizeStatement(statement);
	const values: Value[] = [];
	let index = 0;
	let used = 0;
	let depth = 0;

	const at = (place: number): StatementToken => {
		const token = tokens[Math.min(place, tokens.length - 1)];
		if (token === undefined) throw new Error("A statement has at least its end for a token.");
		return token;
	};
	const is = (token: StatementToken, symbol: string) => token.kind === "symbol" && token.text === symbol;
	const isWord = (word: string) => at(index).kind === "word" && at(index).text.toUpperCase() === word;
	const skip = (there: boolean) => {
		if (there) index++;
		return there;
	};

	return {
		get token() {
			return at(index);
		},
		isWord,
		isSymbol: (symbol) => is(at(index), symbol),
		nextIsSymbol: (symbol) => is(at(index + 1), symbol),
		advance: () => at(index++),
		skipWord: (word) => skip(isWord(word)),
		skipSymbol: (symbol) => skip(is(at(index), symbol)),
		symbol(symbol, detail = `Expected ${symbol}`) {
			if (!skip(is(at(index), symbol))) throw malformed(detail);
		},
		word(word) {
			if (!skip(isWord(word))) throw malformed(`Expected ${word}`);
		},
		place({ start, end }) {
			const before = statement.slice(0, start).split("\n");
			return ` at ${before.length}:${(before.at(-1)?.length ?? 0) + 1}:${end - start}`;
		},
		parameter() {
			const parameter = parameters[used++];
			if (parameter === undefined) throw parametersMismatch();
			return readValue(parameter);
		},
		operand(value) {
			values.push(value);
			return { kind: "value", placeholder: String(values.length - 1) };
		},
		placeholders: {
			name: (placeholder) => placeholder,
			value(placeholder) {
				const value = values[Number(placeholder)];
				if (value === undefined) throw new Error(`A statement has no value number ${placeholder}.`);
				return value;
			},
		},
		deeper(read) {
			// AWS's words for this are not known.
			if (++depth > deepest) throw malformed("Expression is nested too deeply");
			const result = read();
			depth--;
			return result;
		},
		checkParameters() {
			// DynamoDB Local lets superfluous ones pass; what the message says speaks for both.
			if (used !== parameters.length) throw parametersMismatch();
		},
	};
}

const deepest = 128;

const parametersMismatch = () => validationError("Number of parameters in request and statement don't match.");
