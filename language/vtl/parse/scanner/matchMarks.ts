import { kinds } from "../tokens.ts";
import { indentEnd } from "./blanks.ts";
import { setDirectiveEnd } from "./lexemes.ts";
import { marks } from "./marks.ts";
import { backslashes, type Match, take } from "./match.ts";

// What begins something else in nearly every state: `#`, `$`, `\$` and `#set(`.

export function matchHash(match: Match, at: number): void {
	const { text } = match;
	const second = text[at + 1];
	if (second === "*") {
		const formal = text[at + 2] === "*" && at + 3 < text.length && text[at + 3] !== "#";
		if (formal) take(match, marks.formalComment, at + 4);
		else take(match, marks.blockComment, at + 2);
	} else if (second === "[" && text[at + 2] === "[") take(match, marks.textblock, at + 3);
	else take(match, marks.hash, at + 1);
}

/** A line comment, or whatever else a `#` begins. */
export function matchHashOrComment(match: Match, at: number): void {
	if (match.text[at + 1] === "#") take(match, kinds.lineComment, at + 2);
	else matchHash(match, at);
}

export function matchDollar(match: Match, dollar: number): void {
	const run = backslashes(match, dollar + 1);
	if (match.text[run] === "!") take(match, marks.dollarBang, run + 1);
	else take(match, marks.dollar, dollar + 1);
}

export function matchEscapedDollar(match: Match, at: number): void {
	const run = backslashes(match, at);
	if (match.text[run] === "$") matchDollar(match, run);
}

/** `$[` and its like, which is text. */
export function matchEmptyIndex(match: Match, at: number): void {
	const { text } = match;
	const second = text[at + 1];
	if (second === "." || second === "[") take(match, kinds.emptyIndex, at + 2);
	else if (second !== "!" && second !== "\\") return;
	else if (text.startsWith("![", at + 1)) take(match, kinds.emptyIndex, at + 3);
	else if (text.startsWith("\\![", at + 1)) take(match, kinds.emptyIndex, at + 4);
}

/** `#set(`, with the blanks before it. */
export function matchSet(match: Match, at: number): void {
	const end = setDirectiveEnd(match.text, indentEnd(match.text, at));
	if (end !== -1) take(match, kinds.set, end);
}
