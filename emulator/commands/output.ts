import type { Ready } from "../../protocol/app.ts";
import type { EmulatorEvent } from "../../protocol/events.ts";
import type { Problem } from "../../protocol/problem.ts";
import type { Emulator } from "../main.ts";

/** Standard output, for people or for programs. In JSON each line is one object and the first is `Ready` or the failure. */
export type Output = {
	readonly json: boolean;
	/** For people; nothing in JSON. */
	line(text: string): void;
	ready(ready: Ready): void;
	problem(problem: Problem): void;
	/** Said instead of `ready` when there is nothing to be ready. */
	failed(problems: readonly Problem[]): void;
};

export function printer(json: boolean): Output {
	const write = (value: unknown) => void process.stdout.write(`${JSON.stringify(value)}\n`);
	if (json) {
		return {
			json,
			line: () => {},
			ready: write,
			problem: (problem) => write({ problem }),
			failed: (problems) => write({ ready: false, problems }),
		};
	}
	return {
		json,
		line: (text) => console.log(text),
		ready: (ready) => console.log(readyText(ready)),
		problem: (problem) => console.error(problemText(problem)),
		failed: (problems) => {
			for (const problem of problems) console.error(problemText(problem));
		},
	};
}

/** Says that the emulator is ready, then its problems, then, to people, what its functions and services log. */
export function announce(ready: Ready, emulator: Emulator, output: Output): void {
	output.ready(ready);
	let shown = new Set<string>();
	const show = (problems: readonly Problem[]) => {
		const now = new Set<string>();
		for (const problem of problems) {
			const text = problemText(problem);
			now.add(text);
			if (!shown.has(text)) output.problem(problem);
		}
		shown = now;
	};
	show(emulator.app?.problems() ?? []);
	emulator.kernel.events.subscribe(
		(event) => {
			if (event.type === "problems") show(event.problems);
			else showEvent(event, output);
		},
		// A program that wants more reads the event stream.
		output.json ? ["problems"] : undefined,
	);
}

function showEvent(event: EmulatorEvent, output: Output): void {
	switch (event.type) {
		case "log":
			// Problems come as events of their own, in one form; debug lines are for the editor's log channels.
			if (event.level !== "debug" && event.part !== "cloudformation") {
				output.line(`[${event.functionName ?? event.part}] ${event.text}`);
			}
			return;
		case "trace": {
			const { method, path, status, durationMs, id } = event.trace;
			return output.line(`${method} ${path} → ${status} in ${durationMs.toFixed(1)} ms (${id})`);
		}
		case "deployed":
			return output.line(
				`Deployed ${event.changed.length === 0 ? "nothing new" : event.changed.join(", ")} in ${event.durationMs.toFixed(0)} ms`,
			);
		case "functionFault":
		case "state":
		case "problems":
		case "clock":
			return;
	}
}

function readyText({ endpoint, apis, functions, tables }: Ready): string {
	const lines = [`Gatewright answers at ${endpoint}`];
	for (const api of apis) lines.push(`  API ${api.name}, stage ${api.stage}: ${api.url}/`);
	if (functions.length > 0) lines.push(`  Functions: ${functions.join(", ")}`);
	if (tables.length > 0) lines.push(`  Tables: ${tables.join(", ")}`);
	lines.push(
		`  AWS clients: AWS_ENDPOINT_URL=${endpoint} AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any`,
		"Ctrl-C stops it.",
	);
	return lines.join("\n");
}

/** One line, with the place in front in the form that terminals and editors make a link of. */
export function problemText({ severity, message, at }: Problem): string {
	const place = at === undefined ? "" : `${at.file}:${at.line}:${at.column}: `;
	return `${place}${severity}: ${message}`;
}
