import { kinds } from "../tokens.ts";
import { lineEnd } from "./blanks.ts";
import { braceWordEnd, isWordStart, wordEnd } from "./lexemes.ts";
import { type Match, take } from "./match.ts";
import { matchHashOrComment } from "./matchMarks.ts";
import { matchNumber, matchOperand } from "./matchOperand.ts";

/** In the expression or the arguments of a directive. */
export function matchDirective(match: Match, at: number): void {
	const { text } = match;
	if (isWordStart(text.charCodeAt(at))) {
		const end = wordEnd(text, at);
		return take(match, operatorWords.get(text.slice(at, end)) ?? kinds.word, end);
	}
	const operator = operators[text.charCodeAt(at)];
	if (operator !== undefined) {
		if (text[at + 1] === operator.second) return take(match, operator.both, at + 2);
		return operator.alone === undefined ? undefined : take(match, operator.alone, at + 1);
	}
	switch (text[at]) {
		case ")":
			return take(match, kinds.parenClose, lineEnd(text, at + 1));
		case "-":
			take(match, kinds.minus, at + 1);
			return matchNumber(match, at);
		case "{": {
			const word = braceWordEnd(text, at);
			return word === -1 ? take(match, kinds.curlyOpen, at + 1) : take(match, kinds.bracketedWord, word);
		}
		case "#":
			return matchHashOrComment(match, at);
		default:
			return matchOperand(match, at);
	}
}

const operatorWords: ReadonlyMap<string, number> = new Map([
	["and", kinds.and],
	["or", kinds.or],
	["lt", kinds.less],
	["le", kinds.lessOrEqual],
	["gt", kinds.greater],
	["ge", kinds.greaterOrEqual],
	["eq", kinds.equal],
	["ne", kinds.notEqual],
	["not", kinds.not],
	["true", kinds.true],
	["false", kinds.false],
]);

/** What a character is by itself, and what it is with a certain one behind it. */
type OperatorCharacter = { readonly alone: number | undefined; readonly second: string; readonly both: number };

const operatorCharacters: ReadonlyMap<string, OperatorCharacter> = new Map([
	["<", { alone: kinds.less, second: "=", both: kinds.lessOrEqual }],
	[">", { alone: kinds.greater, second: "=", both: kinds.greaterOrEqual }],
	["=", { alone: kinds.assign, second: "=", both: kinds.equal }],
	["!", { alone: kinds.not, second: "=", both: kinds.notEqual }],
	["&", { alone: undefined, second: "&", both: kinds.and }],
	["|", { alone: undefined, second: "|", both: kinds.or }],
	["(", alone(kinds.parenOpen)],
	["+", alone(kinds.plus)],
	["*", alone(kinds.multiply)],
	["/", alone(kinds.divide)],
	["%", alone(kinds.modulo)],
]);

function alone(kind: number): OperatorCharacter {
	return { alone: kind, second: "", both: kind };
}

/** By the character's code: asked for every token. */
const operators = Array.from({ length: 128 }, (_, code) => operatorCharacters.get(String.fromCharCode(code)));
