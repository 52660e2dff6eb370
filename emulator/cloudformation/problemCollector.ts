import type { Problem } from "../../protocol/problem.ts";

export type ProblemCollector = {
	/** Says a problem once, however often it is met. */
	readonly report: (problem: Problem) => void;
	readonly all: () => readonly Problem[];
	/** How many errors there are so far: more than before means that what ran in between failed. */
	readonly errorCount: () => number;
};

export function problemCollector(): ProblemCollector {
	const problems = new Map<string, Problem>();
	let errors = 0;
	return {
		report(problem) {
			if (problem.severity === "error") errors++;
			const { code, message, at } = problem;
			const key = JSON.stringify([code, message, at?.file, at?.line, at?.column]);
			if (!problems.has(key)) problems.set(key, problem);
		},
		all: () => [...problems.values()],
		errorCount: () => errors,
	};
}
