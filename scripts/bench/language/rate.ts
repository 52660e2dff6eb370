/**
 * How often the work is done in a second of the processor's time, at best of a few rounds. Not of the clock's: whoever else
 * uses the machine would be measured too.
 */
export function rate(work: () => void, roundMs: number): number {
	let best = 0;
	let batch = 1;
	for (let round = 0; round < 5; round++) {
		let times = 0;
		let used = 0;
		const begin = usedMs();
		do {
			for (let i = 0; i < batch; i++) work();
			times += batch;
			used = usedMs() - begin;
			// Asking for the time takes time.
			if (used < roundMs / 8) batch *= 2;
		} while (used < roundMs);
		best = Math.max(best, (times * 1000) / used);
	}
	return best;
}

function usedMs(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}

/** The time that a share of the calls stayed under. */
export function percentile(times: readonly number[], share: number): number {
	const sorted = times.toSorted((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
