import type { Budget } from "../evaluate/budget.ts";
import type { CharacterTest } from "./pattern.ts";

/** A text while an expression is tried on it. */
export type Matching = {
	readonly text: string;
	readonly budget: Budget;
	/** Start and end of each group, -1 where it took no part. */
	readonly groups: number[];
	/** Where the last match ended. */
	last: number;
	/** How deep repetitions stand inside each other. */
	depth: number;
};

/** Goes on with the rest of the expression at the offset; true when it all matches. */
export type Step = (at: number) => boolean;

/** Makes the step of a part of the expression, given the step behind it. */
export type MakeStep = (next: Step) => Step;

export function restoreGroups({ groups }: Matching, saved: readonly number[]): void {
	for (let i = 0; i < saved.length; i++) groups[i] = saved[i] ?? -1;
}

/** Where the character at the offset ends if it is in the set, else -1. */
export function characterEnd(text: string, test: CharacterTest, at: number): number {
	if (at >= text.length) return -1;
	const c = text.codePointAt(at) ?? 0;
	return test(c) ? at + (c > 0xffff ? 2 : 1) : -1;
}
