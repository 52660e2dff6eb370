import type { EventLog } from "../../protocol/events.ts";
import type { Problem } from "../../protocol/problem.ts";

/** Publishes all problems there are now, and a log line for each that was not there before. */
export function announceProblems(events: Pick<EventLog, "publish">): (problems: readonly Problem[]) => void {
	let known = new Set<string>();
	return (problems) => {
		events.publish({ type: "problems", problems });
		const lines = new Map(problems.map((problem) => [lineOf(problem), problem]));
		for (const [text, { severity }] of lines) {
			if (known.has(text)) continue;
			const level = severity === "error" ? "error" : "warn";
			events.publish({ type: "log", part: "cloudformation", level, text });
		}
		known = new Set(lines.keys());
	};
}

function lineOf({ message, at }: Problem): string {
	return at === undefined ? message : `${at.file}:${at.line}:${at.column}: ${message}`;
}
