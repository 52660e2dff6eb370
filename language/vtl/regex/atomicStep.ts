import { type MakeStep, type Matching, restoreGroups, type Step } from "./matching.ts";

/** A group that is matched in one way only: the first. */
export function atomicStep(matching: Matching, body: MakeStep, next: Step): Step {
	let reached = -1;
	const inner = body((at) => {
		reached = at;
		return true;
	});
	return (at) => {
		const saved = [...matching.groups];
		if (inner(at) && next(reached)) return true;
		restoreGroups(matching, saved);
		return false;
	};
}
