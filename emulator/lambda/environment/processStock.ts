import { type LaunchOptions, launch, type RuntimeProcess } from "./childProcess.ts";
import type { ProcessGuard } from "./processGuard.ts";

/**
 * Processes started ahead, waiting for their function: taking one costs 2 ms where a fresh start costs 35. They are
 * started after a first one of their kind was asked for, so that an emulator that runs no function starts none.
 */
export type ProcessStock = {
	/** A waiting process of this kind, or a fresh one. */
	take(options: LaunchOptions): RuntimeProcess;
	/** Starts what is missing of this kind. To be called when the machine is idle again after a `take`. */
	fill(options: LaunchOptions): void;
	/** Ends all that wait. */
	close(): Promise<void>;
};

/** `sizePerKind` processes for each command line, for the `kindsMax` kinds that were asked for last. */
export function processStock(guard: ProcessGuard, sizePerKind: number, kindsMax = 3): ProcessStock {
	const waiting = new Map<string, RuntimeProcess[]>();
	let closed = false;

	function takeWaiting(kind: string): RuntimeProcess | undefined {
		const process = waiting.get(kind)?.shift();
		return process?.gone ? takeWaiting(kind) : process;
	}

	return {
		take: (options) => takeWaiting(kindOf(options)) ?? launch(options, guard),
		fill(options) {
			if (closed) return;
			const kind = kindOf(options);
			const processes = waiting.get(kind) ?? [];
			// Last in the map's order: the kind in use stays, the one that was not asked for longest goes.
			waiting.delete(kind);
			waiting.set(kind, processes);
			while (processes.length < sizePerKind) processes.push(launch(options, guard));
			const [oldest] = waiting;
			if (waiting.size > kindsMax && oldest !== undefined) {
				waiting.delete(oldest[0]);
				for (const process of oldest[1]) process.kill();
			}
		},
		async close() {
			closed = true;
			const all = [...waiting.values()].flat();
			waiting.clear();
			for (const process of all) process.kill();
			await Promise.all(all.map((process) => process.exited));
		},
	};
}

function kindOf({ command, arguments: rest, variables }: LaunchOptions): string {
	return JSON.stringify([command, rest, variables]);
}
