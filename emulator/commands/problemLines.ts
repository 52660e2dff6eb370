import type { Problem } from "../../protocol/problem.ts";

/** Tells, of each whole set of problems, which were not there before, and whether the last of them has gone. */
export function newProblems(): (problems: readonly Problem[]) => { added: readonly Problem[]; allGone: boolean } {
	let shown = new Set<string>();
	return (problems) => {
		const before = shown;
		shown = new Set(problems.map(problemText));
		const added = problems.filter((it, index) => {
			const text = problemText(it);
			return !before.has(text) && problems.findIndex((other) => problemText(other) === text) === index;
		});
		return { added, allGone: before.size > 0 && problems.length === 0 };
	};
}

/** One line, with the place in front in the form that terminals and editors make a link of. */
export function problemText({ severity, message, at }: Problem): string {
	const place = at === undefined ? "" : `${at.file}:${at.line}:${at.column}: `;
	return `${place}${severity}: ${message}`;
}
