import { join } from "node:path";
import type { Ready } from "../../protocol/app.ts";
import { get, load, type Measured } from "./load.ts";
import { gatewright, median, run } from "./programs.ts";

/**
 * A warm AWS_PROXY request through the gateway beside a bare Node program with the same hop to a warm child. The two run
 * by turns, so that the machine's moods fall on both. The goal is 0.5 at concurrency 1 and 32.
 */
export async function proxyHop(roundMs: number): Promise<void> {
	const ours = await run<Ready>([
		gatewright,
		"start",
		join(import.meta.dirname, "hello"),
		"--json",
		"--memory",
		"--port",
		"0",
	]);
	const bare = await run<{ port: number }>([join(import.meta.dirname, "bareHop.ts")]);
	try {
		const url = new URL(`${ours.ready.apis[0]?.url}/hello`);
		const targets = { ours: get(Number(url.port), url.pathname), bare: get(bare.ready.port, "/hello") };
		console.log("Warm AWS_PROXY request        gatewright/s   bare hop/s   ratio   p99 ms (gatewright, bare)");
		for (const connections of [1, 32]) {
			await load(targets.ours, connections, roundMs / 2);
			await load(targets.bare, connections, roundMs / 2);
			const rounds: { ours: Measured; bare: Measured }[] = [];
			for (let round = 0; round < 5; round++) {
				rounds.push({
					ours: await load(targets.ours, connections, roundMs),
					bare: await load(targets.bare, connections, roundMs),
				});
			}
			const rate = (who: "ours" | "bare") => median(rounds.map((it) => it[who].perSecond));
			const p99 = (who: "ours" | "bare") => median(rounds.map((it) => it[who].p99Ms)).toFixed(2);
			const ratio = median(rounds.map((it) => it.ours.perSecond / it.bare.perSecond));
			console.log(
				`  concurrency ${String(connections).padEnd(14)} ${rate("ours").toFixed(0).padStart(12)} ${rate("bare").toFixed(0).padStart(12)} ${ratio.toFixed(2).padStart(7)}   ${p99("ours")}, ${p99("bare")}`,
			);
		}
	} finally {
		await Promise.all([ours.stop(), bare.stop()]);
	}
}
