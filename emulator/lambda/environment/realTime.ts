import { performance } from "node:perf_hooks";

/**
 * Real time, for what runs in it whatever the virtual clock says: a function's own process, its duration, its deadline.
 * Nowhere else in the emulator.
 */
export function epochMs(): number {
	return performance.timeOrigin + performance.now();
}

/** Milliseconds from some moment on, for durations. */
export function elapsedMs(): number {
	return performance.now();
}
