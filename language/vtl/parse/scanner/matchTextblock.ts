import { kinds } from "../tokens.ts";
import { marks } from "./marks.ts";
import { type Match, take } from "./match.ts";
import { matchHash } from "./matchMarks.ts";

/** Between `#[[` and `]]#`. */
export function matchTextblock(match: Match, at: number): void {
	const { text } = match;
	let i = at;
	while (i < text.length && text[i] !== "]" && text[i] !== "#") i++;
	if (i > at) take(match, marks.more, i);
	else if (text.startsWith("]]#", at)) take(match, kinds.textblock, at + 3);
	else if (text[at] === "#") matchHash(match, at);
	else take(match, marks.more, at + 1);
}
