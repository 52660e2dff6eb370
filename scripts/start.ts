/**
 * `npm start`: starts the emulator on `examples/orders`, sends one request through the app and shows the answer, the frames
 * it went through and how to go on; then serves until Ctrl-C. Arguments go to `gatewright start` (`npm start -- --port 0`).
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { eventLine } from "../emulator/commands/eventLine.ts";
import { newProblems, problemText } from "../emulator/commands/problemLines.ts";
import type { Ready } from "../protocol/app.ts";
import type { EmulatorEvent } from "../protocol/events.ts";
import type { Problem } from "../protocol/problem.ts";
import type { Trace } from "../protocol/trace.ts";

const root = join(import.meta.dirname, "..");
const began = performance.now();

const args = [
	join(root, "dist/gatewright.cjs"),
	"start",
	join(root, "examples/orders"),
	"--json",
	...process.argv.slice(2),
];
const emulator = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => emulator.kill(signal));
const ended = once(emulator, "exit");

const lines = createInterface({ input: emulator.stdout });
lines.on("line", (line) => {
	const said = JSON.parse(line) as Ready | { ready: false; problems: Problem[] } | { problem: Problem }; // our own command's words
	if ("problems" in said) said.problems.forEach((it) => console.error(problemText(it)));
	else if ("ready" in said) void show(said).then(() => follow(said.endpoint));
});

const [code] = (await ended) as [number | null];
console.log("Gatewright has stopped.");
process.exitCode = code ?? 0;

async function show(ready: Ready): Promise<void> {
	const startedMs = performance.now() - began;
	const [api] = ready.apis;
	if (api === undefined) return console.error("The example has no API: its problems are above.");
	console.log(`\nGatewright started on examples/orders in ${startedMs.toFixed(0)} ms.\n`);
	const order = readFileSync(join(root, "examples/orders/events/create-order.json"), "utf8");
	const url = `${api.url}/orders`;
	const response = await fetch(url, {
		method: "POST",
		headers: { "Content-Type": "application/json" },
		body: order,
	});
	console.log(`POST ${url}\n${order}`);
	console.log(`${response.status} ${await response.text()}\n`);
	const trace = (await (
		await fetch(`${ready.endpoint}/_gatewright/traces/${response.headers.get("x-amzn-requestid")}`)
	).json()) as Trace; // our own
	console.log(`The steps it went through (${trace.durationMs.toFixed(1)} ms):`);
	for (const { step, outcome, durationMs, summary } of trace.frames) {
		console.log(`  ${step.padEnd(20)} ${outcome.padEnd(8)} ${durationMs.toFixed(1).padStart(6)} ms  ${summary}`);
	}
	console.log(`
Endpoint     ${ready.endpoint}   (AWS_ENDPOINT_URL for any AWS client; any access key)
API          ${api.url}/
Functions    ${ready.functions.join(", ")}
Tables       ${ready.tables.join(", ")}

In VS Code   npm run package, then: code --install-extension gatewright-0.1.0.vsix && code examples/orders
             and press Start in the Gatewright view.

Ctrl-C stops it.`);
}

/** From here on what `gatewright start` shows in a terminal: requests, logs, deployments and problems as they come. */
async function follow(endpoint: string): Promise<void> {
	const newIn = newProblems();
	let text = "";
	try {
		const response = await fetch(`${endpoint}/_gatewright/events`);
		for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
			text += chunk;
			const messages = text.split("\n\n");
			text = messages.pop() ?? "";
			for (const message of messages) showMessage(message, newIn);
		}
	} catch {
		// The stream ends with the emulator, which has said why.
	}
}

function showMessage(message: string, newIn: ReturnType<typeof newProblems>): void {
	const data = /^data: (.*)$/m.exec(message)?.[1];
	if (data === undefined) return;
	const event = JSON.parse(data) as EmulatorEvent; // our own emulator's
	if (event.type === "problems") {
		const { added, allGone } = newIn(event.problems);
		for (const problem of added) console.error(problemText(problem));
		if (allGone) console.log("No problems any more.");
	} else {
		const line = eventLine(event);
		if (line !== undefined) console.log(line);
	}
}
