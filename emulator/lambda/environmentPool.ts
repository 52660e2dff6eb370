import type { Clock } from "../aws/clock.ts";
import type { Environment, EnvironmentSpec, Output } from "./environment/environment.ts";
import type { Unable } from "./environment/startEnvironment.ts";
import { cannotRun, closing, machineBusy } from "./errors.ts";
import type { FunctionVersion } from "./functions.ts";

/**
 * The environments that run: kept warm after an invocation, as many of a function as it has invocations at once, up to
 * the number of processes that this machine is to bear.
 */
export type EnvironmentPool = {
	/** A warm environment of this version, or a new one; waits for a bounded time when the machine is full. */
	acquire(version: FunctionVersion): Promise<PooledEnvironment>;
	/** Gives it back: warm for the next invocation, unless it ended or its version has changed. */
	release(pooled: PooledEnvironment): void;
	/**
	 * The function's code or configuration changed to this generation, or, without one, it is gone with all its versions:
	 * idle environments end, running ones finish first.
	 */
	retire(functionName: string, generation?: string): Promise<void>;
	close(): Promise<void>;
};

export type PooledEnvironment = {
	readonly environment: Environment;
	readonly version: FunctionVersion;
	/** Whether it has run an invocation. */
	warm: boolean;
	/** How long its last invocation ran, by the process's own account where it gives one. */
	ranMs?: number | undefined;
	/** Receives what the process prints. */
	output: Output;
};

export type PoolOptions = {
	readonly clock: Clock;
	readonly processesMax: number;
	/** How long a warm environment is kept, on the virtual clock. */
	readonly idleMs: number;
	readonly start: (spec: EnvironmentSpec, output: Output) => Promise<Environment | Unable>;
	readonly specOf: (version: FunctionVersion) => EnvironmentSpec;
};

export function environmentPool({ clock, processesMax, idleMs, start, specOf }: PoolOptions): EnvironmentPool {
	/** All that live, with what stops their idle timer while they are idle; the longest idle first. */
	const idle = new Map<PooledEnvironment, () => void>();
	const busy = new Set<PooledEnvironment>();
	const retired = new WeakSet<PooledEnvironment>();
	const waiting: Waiter[] = [];
	let starting = 0;
	let closed = false;

	function takeIdle({ name, version, generation }: FunctionVersion): PooledEnvironment | undefined {
		// The one used last: the others may then be idle long enough to end.
		let found: PooledEnvironment | undefined;
		for (const it of idle.keys()) {
			const own = it.version;
			if (own.name === name && own.version === version && own.generation === generation) found = it;
		}
		if (found === undefined) return undefined;
		idle.get(found)?.();
		idle.delete(found);
		if (found.environment.ended) return takeIdle(found.version);
		busy.add(found);
		return found;
	}

	async function startNew(version: FunctionVersion): Promise<PooledEnvironment> {
		starting++;
		try {
			const pooled: { output: Output; warm: boolean; usedSince: number } = {
				output: () => {},
				warm: false,
				usedSince: 0,
			};
			const environment = await start(specOf(version), (line) => pooled.output(line));
			if ("unable" in environment) throw cannotRun(environment.unable);
			const whole: PooledEnvironment = Object.assign(pooled, { environment, version });
			busy.add(whole);
			if (closed) {
				await environment.stop();
				throw closing();
			}
			return whole;
		} finally {
			starting--;
		}
	}

	/** Makes room for one more process, if that can be done at once. */
	function hasRoom(): boolean {
		if (idle.size + busy.size + starting < processesMax) return true;
		const [longestIdle] = idle.keys();
		if (longestIdle === undefined) return false;
		void stopIdle(longestIdle);
		return true;
	}

	async function stopIdle(pooled: PooledEnvironment): Promise<void> {
		idle.get(pooled)?.();
		idle.delete(pooled);
		await pooled.environment.stop();
	}

	/** Serves those who wait, in their order. */
	function serveWaiting(): void {
		for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
			const warm = takeIdle(next.version);
			if (warm === undefined && !hasRoom()) return;
			waiting.shift();
			next.served(warm === undefined ? startNew(next.version) : Promise.resolve(warm));
		}
	}

	return {
		async acquire(version) {
			if (closed) throw closing();
			if (waiting.length === 0) {
				const warm = takeIdle(version);
				if (warm !== undefined) return warm;
				if (hasRoom()) return startNew(version).finally(serveWaiting);
			}
			if (waiting.length >= waitingMax) throw machineBusy(processesMax, 0);
			return waitForTurn(waiting, version, processesMax);
		},
		release(pooled) {
			busy.delete(pooled);
			pooled.warm = true;
			if (closed || pooled.environment.ended || retired.has(pooled)) void pooled.environment.stop();
			else
				idle.set(
					pooled,
					clock.after(idleMs, () => void stopIdle(pooled)),
				);
			serveWaiting();
		},
		async retire(functionName, generation) {
			const outdated = ({ version }: PooledEnvironment) =>
				version.name === functionName &&
				(generation === undefined || (version.version === "$LATEST" && version.generation !== generation));
			for (const pooled of busy) if (outdated(pooled)) retired.add(pooled);
			await Promise.all([...idle.keys()].filter(outdated).map(stopIdle));
			serveWaiting();
		},
		async close() {
			closed = true;
			for (const waiter of waiting.splice(0)) waiter.served(Promise.reject(closing()));
			const all = [...idle.keys(), ...busy];
			for (const cancel of idle.values()) cancel();
			idle.clear();
			await Promise.all(all.map(({ environment }) => environment.stop()));
		},
	};
}

type Waiter = { readonly version: FunctionVersion; readonly served: (pooled: Promise<PooledEnvironment>) => void };

const waitingMax = 10_000;
const waitingSecondsMax = 30;

function waitForTurn(waiting: Waiter[], version: FunctionVersion, processesMax: number): Promise<PooledEnvironment> {
	return new Promise((resolve, reject) => {
		const waiter: Waiter = {
			version,
			served(pooled) {
				clearTimeout(timer);
				resolve(pooled);
			},
		};
		// Real time: processes of this machine are what is waited for.
		const timer = setTimeout(() => {
			waiting.splice(waiting.indexOf(waiter), 1);
			reject(machineBusy(processesMax, waitingSecondsMax));
		}, waitingSecondsMax * 1000);
		waiting.push(waiter);
	});
}
