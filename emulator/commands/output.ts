import type { Ready } from "../../protocol/app.ts";
import type { Problem } from "../../protocol/problem.ts";
import type { Emulator } from "../main.ts";
import { eventLine } from "./eventLine.ts";
import { newProblems, problemText } from "./problemLines.ts";

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
	const { region } = emulator.kernel;
	const keys = `AWS_ACCESS_KEY_ID=any AWS_SECRET_ACCESS_KEY=any AWS_DEFAULT_REGION=${region}`;
	output.line(`  AWS clients: AWS_ENDPOINT_URL=${ready.endpoint} ${keys}`);
	output.line("Ctrl-C stops it.");
	const newIn = newProblems();
	const show = (problems: readonly Problem[]) => {
		const { added, allGone } = newIn(problems);
		for (const problem of added) output.problem(problem);
		if (allGone) output.line("No problems any more.");
	};
	show(emulator.app?.problems() ?? []);
	emulator.kernel.events.subscribe(
		(event) => {
			if (event.type === "problems") return show(event.problems);
			const line = eventLine(event);
			if (line !== undefined) output.line(line);
		},
		// A program that wants more reads the event stream.
		output.json ? ["problems"] : undefined,
	);
}

function readyText({ endpoint, apis, functions, tables }: Ready): string {
	const lines = [`Gatewright answers at ${endpoint}`];
	for (const api of apis) lines.push(`  API ${api.name}, stage ${api.stage}: ${api.url}/`);
	if (functions.length > 0) lines.push(`  Functions: ${functions.join(", ")}`);
	if (tables.length > 0) lines.push(`  Tables: ${tables.join(", ")}`);
	return lines.join("\n");
}
