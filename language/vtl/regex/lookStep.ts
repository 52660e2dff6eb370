import { type MakeStep, type Matching, restoreGroups, type Step } from "./matching.ts";

export function lookStep(
	matching: Matching,
	{ ahead, negative }: { readonly ahead: boolean; readonly negative: boolean },
	body: MakeStep,
	next: Step,
): Step {
	const found = ahead ? body(() => true) : behind(body);
	return (at) => {
		const saved = [...matching.groups];
		const holds = found(at);
		if (negative) restoreGroups(matching, saved);
		if (holds !== negative && next(at)) return true;
		restoreGroups(matching, saved);
		return false;
	};
}

/** Whether something ends at the offset, the shortest tried first. */
function behind(body: MakeStep): Step {
	let target = -1;
	const inner = body((at) => at === target);
	return (at) => {
		const outer = target;
		let holds = false;
		for (let from = at; from >= 0 && !holds; from--) {
			target = at;
			holds = inner(from);
		}
		target = outer;
		return holds;
	};
}
