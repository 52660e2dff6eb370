import { kinds } from "../tokens.ts";
import { identifierEnd, isNameStart } from "./lexemes.ts";
import { type Match, take } from "./match.ts";

/** A name, `true` or `false`; answers whether there is one. */
export function matchIdentifier(match: Match, at: number): boolean {
	const { text } = match;
	if (!isNameStart(text.charCodeAt(at))) return false;
	const end = identifierEnd(text, at);
	if (end - at === 4 && text.startsWith("true", at)) take(match, kinds.true, end);
	else if (end - at === 5 && text.startsWith("false", at)) take(match, kinds.false, end);
	else take(match, kinds.identifier, end);
	return true;
}
