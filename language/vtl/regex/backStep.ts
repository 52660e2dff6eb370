import type { Matching, Step } from "./matching.ts";

/** The text of a group once more; nothing matches while the group has none. */
export function backStep({ text, groups, budget }: Matching, group: number, ignoreCase: boolean, next: Step): Step {
	return (at) => {
		const start = groups[group * 2] ?? -1;
		if (start === -1) return false;
		const wanted = text.slice(start, groups[group * 2 + 1]);
		const found = text.slice(at, at + wanted.length);
		budget.spend(wanted.length + 1);
		const same = ignoreCase ? found.toLowerCase() === wanted.toLowerCase() : found === wanted;
		return same && next(at + wanted.length);
	};
}
