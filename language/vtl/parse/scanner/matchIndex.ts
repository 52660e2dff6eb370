import { kinds } from "../tokens.ts";
import { blanksEnd, isBlank } from "./blanks.ts";
import { type Match, take } from "./match.ts";
import { matchDollar, matchEscapedDollar, matchHash } from "./matchMarks.ts";
import { matchNumber, matchString } from "./matchOperand.ts";

/** In the brackets behind a reference. */
export function matchIndex(match: Match, at: number): void {
	const { text } = match;
	const c = text[at];
	if (c === "]") take(match, kinds.indexClose, at + 1);
	else if (c === "#") matchHash(match, at);
	else if (c === "t" && text.startsWith("true", at)) take(match, kinds.true, at + 4);
	else if (c === "f" && text.startsWith("false", at)) take(match, kinds.false, at + 5);
	else if (c === "$") matchDollar(match, at);
	else if (c === "\\") matchEscapedDollar(match, at);
	else if (c === '"' || c === "'") matchString(match, at);
	else if (isBlank(c)) take(match, kinds.whitespace, blanksEnd(text, at));
	else matchNumber(match, at);
}
