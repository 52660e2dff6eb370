import { join } from "node:path";
import type { Ready } from "../../protocol/app.ts";
import type { EmulatorEvent } from "../../protocol/events.ts";
import { gatewright, median, run } from "./programs.ts";

/** From process start to the first answered request of the example: loading, deploying, the first cold start. The goal is under 1 s. */
export async function startUp(times: number): Promise<void> {
	const splits: Split[] = [];
	for (let i = 0; i < times; i++) splits.push(await once());
	const of = (part: keyof Split) => `${median(splits.map((it) => it[part])).toFixed(0)} ms`;
	console.log("\nexamples/orders, from process start to the first answered request");
	console.log(
		`  load ${of("loadMs")}, deploy ${of("deployMs")}, first request with its cold start ${of("firstMs")}; in all ${of("totalMs")} (goal: 1000 ms)`,
	);
}

type Split = { loadMs: number; deployMs: number; firstMs: number; totalMs: number };

async function once(): Promise<Split> {
	const began = performance.now();
	const emulator = await run<Ready>([
		gatewright,
		"start",
		join(import.meta.dirname, "../../examples/orders"),
		"--json",
		"--memory",
		"--port",
		"0",
	]);
	try {
		const readyMs = performance.now() - began;
		const response = await fetch(`${emulator.ready.apis[0]?.url}/orders/none`);
		await response.text();
		const totalMs = performance.now() - began;
		if (response.status >= 500) throw new Error(`The example's first request failed: ${response.status}`);
		const deployMs = await deployed(emulator.ready.endpoint);
		return { loadMs: readyMs - deployMs, deployMs, firstMs: totalMs - readyMs, totalMs };
	} finally {
		await emulator.stop();
	}
}

/** The emulator's own word on how long its first deployment took. */
async function deployed(endpoint: string): Promise<number> {
	const response = await fetch(`${endpoint}/_gatewright/events?since=0`);
	let text = "";
	for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
		text += chunk;
		for (const line of text.split("\n")) {
			if (!line.startsWith("data: ") || !line.endsWith("}")) continue;
			const event = JSON.parse(line.slice(6)) as EmulatorEvent; // our own emulator's
			if (event.type === "deployed") return event.durationMs;
		}
	}
	throw new Error("The emulator's events ended before one of a deployment.");
}
