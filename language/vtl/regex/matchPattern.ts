import type { Budget } from "../evaluate/budget.ts";
import { makeStep } from "./makeStep.ts";
import type { Matching } from "./matching.ts";
import type { Pattern } from "./pattern.ts";

/** Start and end of the match and of each group, -1 where a group took no part. */
export type Match = readonly number[];

export type Matcher = {
	/** The first match that begins at the offset or later. */
	find(from: number): Match | undefined;
	/** The match of the whole text. */
	whole(): Match | undefined;
};

/**
 * A backtracking matcher, as Java's is. Our own, because JavaScript's cannot be stopped: every character looked at counts
 * against the budget, so that no expression can hang the gateway.
 */
export function createMatcher(pattern: Pattern, text: string, budget: Budget): Matcher {
	if (pattern.plain !== undefined) return plainMatcher(pattern.plain, text, budget);
	const groups: number[] = Array.from({ length: (pattern.groupCount + 1) * 2 }, () => -1);
	const matching: Matching = { text, budget, groups, last: 0, depth: 0 };
	let end = -1;
	let mustReachEnd = false;
	const step = makeStep(matching, pattern.root, (at) => {
		if (mustReachEnd && at !== text.length) return false;
		end = at;
		return true;
	});

	return {
		find: (from) => {
			mustReachEnd = false;
			for (let at = from; at <= text.length; at++) {
				const match = attempt(at);
				if (match === undefined) continue;
				matching.last = match[1] ?? 0;
				return match;
			}
			return undefined;
		},
		whole: () => {
			mustReachEnd = true;
			return attempt(0);
		},
	};

	function attempt(at: number): Match | undefined {
		groups.fill(-1);
		matching.depth = 0;
		if (!step(at)) return undefined;
		groups[0] = at;
		groups[1] = end;
		return [...groups];
	}
}

/** Plain text is searched for and not tried. */
function plainMatcher(plain: string, text: string, budget: Budget): Matcher {
	return {
		find: (from) => {
			const at = text.indexOf(plain, from);
			budget.spend(1);
			return at === -1 ? undefined : [at, at + plain.length];
		},
		whole: () => (text === plain ? [0, text.length] : undefined),
	};
}
