import type { EnvironmentPool, PooledEnvironment } from "./environmentPool.ts";
import type { FunctionVersion } from "./functions.ts";

/**
 * A pool in which invocations of a function that answers at once wait for an environment that is about to be free, as AWS
 * lets a cold start's request go to a warm environment that frees sooner. Without it, as many processes as there are
 * requests at the same time would share the machine's cores, and mostly wake one another. Who has to expect a wait of
 * more than a cold start takes has an environment of its own at once: a function that sleeps or calls others never waits.
 */
export function sharedEnvironments(pool: EnvironmentPool, cores: number): EnvironmentPool {
	// A changed function is another object, and begins anew.
	const lines = new WeakMap<FunctionVersion, Line>();

	function lineOf(version: FunctionVersion): Line {
		let line = lines.get(version);
		if (line === undefined) {
			line = { averageMs: Number.POSITIVE_INFINITY, running: 0, moves: 0, waiting: [] };
			lines.set(version, line);
		}
		return line;
	}

	async function take(line: Line, version: FunctionVersion): Promise<PooledEnvironment> {
		line.running++;
		try {
			return await pool.acquire(version);
		} catch (error) {
			line.running--;
			throw error;
		}
	}

	/** Lets those go for an environment of their own who would wait too long, the first first. */
	function letGo(line: Line, longest: number): void {
		while (line.waiting.length > longest) line.waiting.shift()?.(undefined);
	}

	/** The average may not hold: where nothing has moved for a while, nobody waits on. */
	function watch(line: Line): void {
		line.watch ??= setTimeout(() => {
			const seen = line.moves;
			// Answers may have come while this process was busy: they are read before the next turn, and end an
			// invocation in the one after it.
			setImmediate(() =>
				setImmediate(() => {
					delete line.watch;
					if (line.moves === seen) letGo(line, 0);
					else if (line.waiting.length > 0) watch(line);
				}),
			);
		}, standstillMs);
	}

	return {
		...pool,
		async acquire(version) {
			const line = lineOf(version);
			if (line.running < cores || line.waiting.length >= longestLine(line, cores)) return take(line, version);
			const handed = await new Promise<PooledEnvironment | undefined>((resolve) => {
				line.waiting.push(resolve);
				watch(line);
			});
			return handed ?? take(line, version);
		},
		release(pooled) {
			const line = lineOf(pooled.version);
			if (pooled.warm && pooled.ranMs !== undefined) line.averageMs = average(line.averageMs, pooled.ranMs);
			pooled.warm = true;
			line.moves++;
			line.watch?.refresh();
			// Beyond as many as there are cores, an environment is not handed on: the others are enough.
			const handOn = line.running <= cores && !pooled.environment.ended;
			const next = handOn ? line.waiting.shift() : undefined;
			if (next === undefined) {
				line.running--;
				pool.release(pooled);
			} else {
				next(pooled);
			}
			letGo(line, longestLine(line, cores));
		},
	};
}

/** The invocations of one version. */
type Line = {
	/** How long they take of late. */
	averageMs: number;
	running: number;
	/** How many have ended. */
	moves: number;
	/** Who waits, the first first; without an environment one goes for one of its own. */
	readonly waiting: ((handed: PooledEnvironment | undefined) => void)[];
	watch?: NodeJS.Timeout;
};

/** How long an invocation may expect to wait, in real time: less than a cold start takes. */
const patienceMs = 25;
/** An invocation that takes longer than this may itself wait for something, and be better off beside the others. */
const shortMs = 2;
const patienceOfLongerMs = 5;
/** Longer than a busy machine keeps a process from its turn. */
const standstillMs = 10;

function longestLine({ averageMs }: Line, cores: number): number {
	return Math.floor(((averageMs <= shortMs ? patienceMs : patienceOfLongerMs) * cores) / averageMs);
}

/** Follows a change within some invocations. */
function average(before: number, ms: number): number {
	return Number.isFinite(before) ? before * 0.8 + ms * 0.2 : ms;
}
