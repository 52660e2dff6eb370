import { backslashesEnd } from "./lexemes.ts";
import { states } from "./states.ts";

/** How far the reference's automaton reads before it gives up: its error names that column. */
export function diedAt(text: string, at: number, state: number): number {
	const c = text[at];
	if (c === '"' || c === "'") return text.length;
	if (c === "\\") return backslashesEnd(text, at);
	if (c === "-" && state !== states.directive) return text[at + 1] === "." ? at + 2 : at + 1;
	if (c === ".") return at + 1;
	if (c === "&" || c === "|") return state === states.directive ? at + 1 : at;
	if (state === states.index && (c === "t" || c === "f")) {
		const word = c === "t" ? "true" : "false";
		let i = 1;
		while (at + i < text.length && text[at + i] === word[i]) i++;
		return at + i;
	}
	return at;
}
