import { performance } from "node:perf_hooks";
import { parse } from "../../../language/vtl/parse/parse.ts";
import { reparse } from "../../../language/vtl/parse/reparse.ts";
import { createView } from "../../../server/createView.ts";
import { findingsOf } from "../../../server/diagnostics/findingsOf.ts";
import { completion } from "../../../server/features/completion.ts";
import { percentile } from "./rate.ts";
import { templateOf } from "./templates.ts";

/** A keystroke in the middle of 5,000 lines: to the diagnostics, and to the completions; in process, without LSP. */
export function editing(keystrokes: number): void {
	const text = linesOf(5000);
	const at = text.indexOf('"stage"', text.length / 2);
	let tree = parse(text);
	const diagnosed: number[] = [];
	const completed: number[] = [];
	for (let i = 0; i < keystrokes; i++) {
		const now = `${tree.text.slice(0, at + i)}${"$root.x "[i % 8]}${tree.text.slice(at + i)}`;
		const begin = performance.now();
		tree = reparse(tree, now);
		const view = { ...createView(""), text: now, tree };
		findingsOf(view);
		const between = performance.now();
		completion(view, at + i + 1);
		diagnosed.push(between - begin);
		completed.push(performance.now() - between);
	}
	console.log("\n5,000 lines                     median ms    p99 ms");
	for (const [name, times] of [
		["keystroke to diagnostics", diagnosed],
		["completion", completed],
	] as const) {
		console.log(
			`${name.padEnd(28)}${percentile(times, 0.5).toFixed(1).padStart(13)}${percentile(times, 0.99).toFixed(1).padStart(10)}`,
		);
	}
}

/** Whole, so that nothing is open at its end. */
function linesOf(lines: number): string {
	let bytes = 10_000;
	while (templateOf(bytes).split("\n").length < lines) bytes += 5_000;
	return templateOf(bytes);
}
