import type { MakeStep, Matching, Step } from "./matching.ts";

/** A capturing group. What it captured before comes back when the rest does not match. */
export function groupStep({ groups }: Matching, index: number, body: MakeStep, next: Step): Step {
	const starts: number[] = [];
	const inner = body((at) => {
		const oldStart = groups[index * 2] ?? -1;
		const oldEnd = groups[index * 2 + 1] ?? -1;
		const start = starts.pop() ?? at;
		groups[index * 2] = start;
		groups[index * 2 + 1] = at;
		if (next(at)) return true;
		groups[index * 2] = oldStart;
		groups[index * 2 + 1] = oldEnd;
		starts.push(start);
		return false;
	});
	return (at) => {
		starts.push(at);
		if (inner(at)) return true;
		starts.pop();
		return false;
	};
}
