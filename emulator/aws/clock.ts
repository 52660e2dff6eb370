/**
 * The one virtual clock: token expiry, cache TTL, throttle buckets, timers of every service.
 * It runs with real time until it is paused, advanced or reset. Times are milliseconds since the epoch.
 */
export type Clock = {
	now(): number;
	/** Runs `task` once the clock has reached `delayMs` from now; a jump over several tasks runs them in their order. */
	after(delayMs: number, task: () => void): Cancel;
	advance(ms: number): void;
	pause(paused: boolean): void;
	/** Back to real time, running. Tasks that are due by then run. */
	reset(): void;
	readonly paused: boolean;
	/** Stops the real timer under the clock; no task runs after this. */
	close(): void;
};

export type Cancel = () => void;

export function virtualClock(realNow: () => number = Date.now): Clock {
	let offsetMs = 0;
	let pausedAt: number | undefined;
	let timer: NodeJS.Timeout | undefined;
	let closed = false;
	let armedFor = Number.POSITIVE_INFINITY;
	let order = 0;
	const tasks = new Set<Task>();

	const now = () => pausedAt ?? realNow() + offsetMs;

	/** Sets the real timer for the earliest task; one that comes too early finds nothing due and is set again. */
	function arm(): void {
		clearTimeout(timer);
		timer = undefined;
		armedFor = Number.POSITIVE_INFINITY;
		if (closed || pausedAt !== undefined) return;
		const next = earliest(tasks);
		if (next === undefined) return;
		armedFor = next.dueAt;
		timer = setTimeout(runDue, Math.min(Math.max(next.dueAt - now(), 0), longestTimerMs));
		timer.unref();
	}

	function runDue(): void {
		const until = now();
		for (let task = earliest(tasks); task !== undefined && task.dueAt <= until; task = earliest(tasks)) {
			tasks.delete(task);
			task.run();
		}
		arm();
	}

	return {
		now,
		after(delayMs, run) {
			const task: Task = { dueAt: now() + Math.max(delayMs, 0), order: order++, run };
			tasks.add(task);
			// Most tasks (an idle environment's end, a request's time-out) are cancelled long before they are due.
			if (task.dueAt < armedFor) arm();
			return () => void tasks.delete(task);
		},
		advance(ms) {
			// Each task sees the clock at its own due time, as if that moment had come by itself.
			const target = now() + ms;
			const wasPaused = pausedAt !== undefined;
			const realStart = realNow();
			for (let task = earliest(tasks); task !== undefined && task.dueAt <= target; task = earliest(tasks)) {
				pausedAt = Math.max(task.dueAt, now());
				tasks.delete(task);
				task.run();
			}
			pausedAt = wasPaused ? target : undefined;
			if (!wasPaused) offsetMs = target - realStart;
			arm();
		},
		pause(paused) {
			if (paused) {
				pausedAt ??= now();
			} else if (pausedAt !== undefined) {
				offsetMs = pausedAt - realNow();
				pausedAt = undefined;
			}
			arm();
		},
		reset() {
			offsetMs = 0;
			pausedAt = undefined;
			runDue();
		},
		get paused() {
			return pausedAt !== undefined;
		},
		close() {
			closed = true;
			clearTimeout(timer);
			tasks.clear();
		},
	};
}

type Task = { readonly dueAt: number; readonly order: number; readonly run: () => void };

/** setTimeout's own limit: a longer delay would fire at once. */
const longestTimerMs = 2 ** 31 - 1;

function earliest(tasks: ReadonlySet<Task>): Task | undefined {
	let first: Task | undefined;
	for (const task of tasks) {
		if (first === undefined || task.dueAt < first.dueAt || (task.dueAt === first.dueAt && task.order < first.order)) {
			first = task;
		}
	}
	return first;
}
