import { kinds } from "../tokens.ts";
import { isLetter } from "./lexemes.ts";
import { type Match, take } from "./match.ts";
import { matchIdentifier } from "./matchIdentifier.ts";
import { matchHash, matchSet } from "./matchMarks.ts";
import { matchOperand } from "./matchOperand.ts";

/** In the parentheses of a method call. */
export function matchArguments(match: Match, at: number): void {
	if (matchIdentifier(match, at)) return;
	const { text } = match;
	switch (text[at]) {
		case ")":
			take(match, kinds.callClose, at + 1);
			break;
		case "{":
			take(match, kinds.curlyOpen, at + 1);
			break;
		case "#":
			matchHash(match, at);
			matchSet(match, at);
			break;
		case " ":
		case "\t":
			matchOperand(match, at);
			matchSet(match, at);
			break;
		case ".":
			if (isLetter(text.charCodeAt(at + 1))) take(match, kinds.dot, at + 2);
			else matchOperand(match, at);
			break;
		default:
			matchOperand(match, at);
	}
}
