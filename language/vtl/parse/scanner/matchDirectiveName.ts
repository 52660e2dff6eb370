import { kinds } from "../tokens.ts";
import { lineEnd } from "./blanks.ts";
import { braceWordEnd, isWordStart, wordEnd } from "./lexemes.ts";
import { marks } from "./marks.ts";
import { type Match, take } from "./match.ts";
import { matchDollar, matchEscapedDollar, matchHashOrComment } from "./matchMarks.ts";
import { matchNumber } from "./matchOperand.ts";

/** Behind a `#`. */
export function matchDirectiveName(match: Match, at: number): void {
	const { text } = match;
	take(match, marks.directiveEnd, at + 1);
	if (isWordStart(text.charCodeAt(at))) {
		const end = wordEnd(text, at);
		return takeName(match, directiveWords.get(text.slice(at, end)) ?? kinds.word, end);
	}
	switch (text[at]) {
		case "{": {
			const end = braceWordEnd(text, at);
			if (end === -1) return undefined;
			return takeName(match, directiveWords.get(text.slice(at + 1, end - 1)) ?? kinds.bracketedWord, end);
		}
		case "#":
			return matchHashOrComment(match, at);
		case "$":
			return matchDollar(match, at);
		case "\\":
			return matchEscapedDollar(match, at);
		default:
			return matchNumber(match, at);
	}
}

/** The rest of the line belongs to a directive without arguments. */
function takeName(match: Match, name: number, end: number): void {
	take(match, name, name === kinds.end || name === kinds.else ? lineEnd(match.text, end) : end);
}

const directiveWords: ReadonlyMap<string, number> = new Map([
	["end", kinds.end],
	["if", kinds.if],
	["elseif", kinds.elseif],
	["else", kinds.else],
]);
