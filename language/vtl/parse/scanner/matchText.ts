import { kinds } from "../tokens.ts";
import { braceWordEnd, isWordStart, wordEnd } from "./lexemes.ts";
import { backslashes, type Match, take } from "./match.ts";
import { matchDollar, matchEmptyIndex, matchHashOrComment, matchSet } from "./matchMarks.ts";

/** Outside of references and directives. */
export function matchText(match: Match, at: number): void {
	const { text } = match;
	const c = text[at];
	if (c === "#") {
		matchHashOrComment(match, at);
		matchSet(match, at);
	} else if (c === "\\") matchBackslashes(match, at);
	else if (c === "$") {
		matchDollar(match, at);
		matchEmptyIndex(match, at);
	} else {
		take(match, kinds.text, plainEnd(text, at));
		if (c === " " || c === "\t") matchSet(match, at);
	}
}

function matchBackslashes(match: Match, at: number): void {
	const { text } = match;
	const run = backslashes(match, at);
	if (text[run] === "$") return matchDollar(match, run);
	const odd = (run - at) % 2 === 1;
	const word = odd && text[run] === "#" ? directiveWordEnd(text, run + 1) : -1;
	if (word !== -1) return take(match, kinds.escapedDirective, word);
	return run - at >= 2 ? take(match, kinds.doubleEscape, at + 2) : take(match, kinds.escape, at + 1);
}

function directiveWordEnd(text: string, at: number): number {
	if (text[at] === "{") return braceWordEnd(text, at);
	return isWordStart(text.charCodeAt(at)) ? wordEnd(text, at) : -1;
}

function plainEnd(text: string, at: number): number {
	let i = at;
	while (i < text.length) {
		const c = text.charCodeAt(i);
		// `#`, `$` and a backslash.
		if (c === 35 || c === 36 || c === 92) break;
		i++;
	}
	return i;
}
