import { join } from "node:path";
import type { Ready } from "../../protocol/app.ts";
import { get, load, type Measured, type Target } from "./load.ts";
import { gatewright, median, run } from "./programs.ts";

/**
 * A warm AWS_PROXY request through the gateway beside a bare Node program with the same hop to a warm child, and beside
 * the same program writing all requests into the pipe at once. The three run by turns, so that the machine's moods fall on
 * all. The goal is 0.5 of the bare hop at concurrency 1 and 32.
 */
export async function proxyHop(roundMs: number): Promise<void> {
	const app = join(import.meta.dirname, "hello");
	const ours = await run<Ready>([gatewright, "start", app, "--json", "--memory", "--port", "0"]);
	const bare = await run<{ port: number }>([join(import.meta.dirname, "bareHop.ts")]);
	const pipelined = await run<{ port: number }>([join(import.meta.dirname, "bareHop.ts"), "--pipelined"]);
	try {
		const url = new URL(`${ours.ready.apis[0]?.url}/hello`);
		const targets: Targets = {
			ours: get(Number(url.port), url.pathname),
			bare: get(bare.ready.port, "/hello"),
			pipelined: get(pipelined.ready.port, "/hello"),
		};
		console.log(
			"Warm AWS_PROXY      requests/s: gatewright   bare hop   pipelined    ratio to bare   to pipelined    p99 ms",
		);
		for (const connections of [1, 32]) console.log(await row(targets, connections, roundMs));
	} finally {
		await Promise.all([ours.stop(), bare.stop(), pipelined.stop()]);
	}
}

type Name = "ours" | "bare" | "pipelined";
type Targets = Readonly<Record<Name, Target>>;

async function row(targets: Targets, connections: number, roundMs: number): Promise<string> {
	const once = async (ms: number): Promise<Record<Name, Measured>> => ({
		ours: await load(targets.ours, connections, ms),
		bare: await load(targets.bare, connections, ms),
		pipelined: await load(targets.pipelined, connections, ms),
	});
	// What is compiled late and what is started late is not what is measured.
	await once(roundMs * 2);
	const rounds: Record<Name, Measured>[] = [];
	for (let round = 0; round < 5; round++) rounds.push(await once(roundMs));
	const rate = (name: Name) => median(rounds.map((it) => it[name].perSecond));
	const ratio = (name: Name) => median(rounds.map((it) => it.ours.perSecond / it[name].perSecond));
	const cells = [
		`  concurrency ${connections}`.padEnd(32),
		rate("ours").toFixed(0).padStart(10),
		rate("bare").toFixed(0).padStart(10),
		rate("pipelined").toFixed(0).padStart(11),
		ratio("bare").toFixed(2).padStart(16),
		ratio("pipelined").toFixed(2).padStart(14),
		(["ours", "bare", "pipelined"] as const)
			.map((it) => median(rounds.map((round) => round[it].p99Ms)).toFixed(1))
			.join(", ")
			.padStart(18),
	];
	return cells.join(" ");
}
