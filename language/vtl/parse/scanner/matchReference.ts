import { kinds } from "../tokens.ts";
import { isLetter } from "./lexemes.ts";
import { marks } from "./marks.ts";
import { type Match, take } from "./match.ts";
import { matchIdentifier } from "./matchIdentifier.ts";
import {
	matchDollar,
	matchEmptyIndex,
	matchEscapedDollar,
	matchHash,
	matchHashOrComment,
	matchSet,
} from "./matchMarks.ts";
import { states } from "./states.ts";

/** In a reference, or behind its dot. */
export function matchReference(match: Match, at: number, state: number): void {
	if (matchIdentifier(match, at)) return;
	const { text } = match;
	take(match, marks.referenceEnd, at + 1);
	switch (text[at]) {
		case ".":
			if (isLetter(text.charCodeAt(at + 1))) take(match, kinds.dot, at + 2);
			break;
		case "[":
			take(match, kinds.indexOpen, at + 1);
			break;
		case "{":
			take(match, kinds.referenceOpen, at + 1);
			break;
		case "}":
			take(match, kinds.referenceClose, at + 1);
			break;
		case "(":
			if (state === states.modifier) take(match, kinds.parenOpen, at + 1);
			break;
		case " ":
		case "\t":
			matchSet(match, at);
			break;
		case "#":
			if (state === states.reference) matchHashOrComment(match, at);
			else matchHash(match, at);
			matchSet(match, at);
			break;
		case "$":
			matchDollar(match, at);
			if (state === states.reference) matchEmptyIndex(match, at);
			break;
		case "\\":
			matchEscapedDollar(match, at);
			break;
		default:
	}
}
