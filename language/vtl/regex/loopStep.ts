import { stackOverflow } from "../values/javaException.ts";
import type { MakeStep, Matching, Step } from "./matching.ts";

/** Nested matching, which is what Java's own stack bounds. */
const depthMax = 1500;

export type Repetition = { readonly least: number; readonly most: number; readonly lazy: boolean };

/** A repeated group. The count belongs to the innermost round, so whoever enters one puts the outer count back. */
export function loopStep(matching: Matching, { least, most, lazy }: Repetition, makeBody: MakeStep, next: Step): Step {
	let count = 0;
	let begun = -1;
	const body = makeBody((at) => {
		// An iteration that took nothing would go on for ever.
		if (at === begun && count >= least) return leave(at);
		return iterate(at);
	});

	return (at) => {
		const savedCount = count;
		const savedBegun = begun;
		count = 0;
		begun = -1;
		const result = iterate(at);
		count = savedCount;
		begun = savedBegun;
		return result;
	};

	function iterate(at: number): boolean {
		matching.budget.spend(1);
		if (count < least) return again(at);
		if (lazy) return leave(at) || (count < most && again(at));
		return (count < most && again(at)) || leave(at);
	}

	function leave(at: number): boolean {
		const savedCount = count;
		const savedBegun = begun;
		const result = next(at);
		count = savedCount;
		begun = savedBegun;
		return result;
	}

	function again(at: number): boolean {
		const savedCount = count;
		const savedBegun = begun;
		count++;
		begun = at;
		matching.depth++;
		if (matching.depth > depthMax) throw stackOverflow();
		const result = body(at);
		matching.depth--;
		count = savedCount;
		begun = savedBegun;
		return result;
	}
}
