import { kinds } from "../tokens.ts";
import { marks } from "./marks.ts";
import { backslashes, type Match, take } from "./match.ts";
import { matchDollar, matchHash } from "./matchMarks.ts";
import { states } from "./states.ts";

/** In a comment of any of the three kinds. Its `$` and `#` are still matched, though they begin nothing. */
export function matchComment(match: Match, at: number, state: number): void {
	const { text } = match;
	const c = text[at];
	if (state === states.lineComment) {
		if (c === "\n") return take(match, kinds.lineCommentEnd, at + 1);
		if (c === "\r") return take(match, kinds.lineCommentEnd, text[at + 1] === "\n" ? at + 2 : at + 1);
	} else if (c === "*" && text[at + 1] === "#") {
		return take(match, state === states.formalComment ? kinds.formalComment : kinds.blockComment, at + 2);
	}
	if (c === "#") return matchHash(match, at);
	if (c === "$") return matchDollar(match, at);
	if (c === "\\") {
		const run = backslashes(match, at);
		return text[run] === "$" ? matchDollar(match, run) : take(match, marks.skipped, run);
	}
	let i = at + 1;
	while (i < text.length && !isCommentMark(text.charCodeAt(i))) i++;
	return take(match, marks.skipped, i);
}

/** `#`, `$`, a backslash, `*` and the ends of a line. */
function isCommentMark(c: number): boolean {
	return c === 35 || c === 36 || c === 92 || c === 42 || c === 10 || c === 13;
}
