import { kinds } from "../tokens.ts";
import { blanksEnd, isBlank } from "./blanks.ts";
import { numberMatch, stringEnd } from "./lexemes.ts";
import { type Match, take } from "./match.ts";
import { matchDollar, matchEscapedDollar } from "./matchMarks.ts";

/** What the states for expressions and for arguments have in common. */
export function matchOperand(match: Match, at: number): void {
	const { text } = match;
	const c = text[at];
	if (isBlank(c)) take(match, kinds.whitespace, blanksEnd(text, at));
	else if (c === '"' || c === "'") matchString(match, at);
	else if (c === "$") matchDollar(match, at);
	else if (c === "[") take(match, kinds.bracketOpen, at + 1);
	else if (c === "]") take(match, kinds.bracketClose, at + 1);
	else if (c === ",") take(match, kinds.comma, at + 1);
	else if (c === ":") take(match, kinds.colon, at + 1);
	else if (c === "}") take(match, kinds.curlyClose, at + 1);
	else if (c === "\\") matchEscapedDollar(match, at);
	else if (c === "." && text[at + 1] === ".") take(match, kinds.doubleDot, at + 2);
	else matchNumber(match, at);
}

export function matchString(match: Match, at: number): void {
	const end = stringEnd(match.text, at);
	if (end !== -1) take(match, kinds.string, end);
}

export function matchNumber(match: Match, at: number): void {
	const number = numberMatch(match.text, at);
	if (number > 0) take(match, kinds.integer, number);
	else if (number < 0) take(match, kinds.float, -number);
}
