import { backslashesEnd } from "./lexemes.ts";

/**
 * The longest token or mark that begins at a place: what the readers of the states put down. There is one for a text and
 * not one for each token, since every token is looked at several times.
 */
export type Match = {
	readonly text: string;
	/** -1 where nothing matches. */
	kind: number;
	end: number;
	/** The last run of backslashes. */
	runStart: number;
	runEnd: number;
};

export function createMatch(text: string): Match {
	return { text, kind: -1, end: 0, runStart: -1, runEnd: -1 };
}

export function take(match: Match, kind: number, end: number): void {
	match.kind = kind;
	match.end = end;
}

/** Where a run of backslashes ends; remembered, since each pair of a run is a token that asks again. */
export function backslashes(match: Match, at: number): number {
	if (at < match.runStart || at > match.runEnd) {
		match.runStart = at;
		match.runEnd = backslashesEnd(match.text, at);
	}
	return match.runEnd;
}
