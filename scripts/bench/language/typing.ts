import { performance } from "node:perf_hooks";
import { parse } from "../../../language/vtl/parse/parse.ts";
import { reparse } from "../../../language/vtl/parse/reparse.ts";
import { percentile, rate } from "./rate.ts";
import { templateOf } from "./templates.ts";

/** A keystroke to the new tree of a template of the largest size that AWS takes, and how much a parse from scratch costs. */
export function typing(keystrokes: number): void {
	console.log("\nkeystroke to new tree, 300 KB      median ms    p99 ms");
	const text = templateOf(300_000);
	for (const [place, share] of [
		["at the beginning", 0.01],
		["in the middle", 0.5],
		["at the end", 0.99],
	] as const) {
		const times = typed(text, Math.floor(text.length * share), keystrokes);
		console.log(
			`${place.padStart(30)}${percentile(times, 0.5).toFixed(2).padStart(14)}${percentile(times, 0.99).toFixed(2).padStart(10)}`,
		);
	}
	const whole = 1000 / rate(() => parse(text), 300);
	console.log(`${"the whole text anew".padStart(30)}${whole.toFixed(2).padStart(14)}`);
	linear();
}

/** Types `$x.y `, again and again. */
function typed(text: string, near: number, keystrokes: number): readonly number[] {
	const at = text.indexOf('"stage"', near);
	let template = parse(text);
	const times: number[] = [];
	for (let i = 0; i < keystrokes; i++) {
		const { text: now } = template;
		const next = `${now.slice(0, at + i)}${"$x.y "[i % 5]}${now.slice(at + i)}`;
		const begin = performance.now();
		template = reparse(template, next);
		times.push(performance.now() - begin);
	}
	return times;
}

function linear(): void {
	const small = 1000 / rate(() => parse(templateOf(10_000)), 200);
	const big = 1000 / rate(() => parse(templateOf(200_000)), 400);
	console.log(`\nparse of 200 KB costs ${(big / small).toFixed(1)} times a parse of 10 KB`);
}
