import type { Scope } from "../values/values.ts";

/** Thrown by #break and #stop, and caught by what they end: the nearest loop or block, a certain loop, or everything. */
export class Stop extends Error {
	readonly ends: "nearest" | "all" | Scope;
	constructor(ends: "nearest" | "all" | Scope) {
		super("stop");
		this.ends = ends;
	}
}

/** Made once, since making an error costs more than throwing it. */
export const stopNearest = new Stop("nearest");
export const stopAll = new Stop("all");
