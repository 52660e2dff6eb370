import type { Trace } from "../../protocol/trace.ts";

/** The newest traces, by request id. They are put together when they are read: few are. */
export type TraceRing = {
	add(id: string, trace: () => Trace): void;
	get(id: string): Trace | undefined;
	/** Oldest first. */
	recent(): readonly Trace[];
};

export function traceRing(keep = 500): TraceRing {
	const traces = new Map<string, () => Trace>();
	return {
		add(id, trace) {
			traces.set(id, trace);
			if (traces.size <= keep) return;
			const [oldest] = traces.keys();
			if (oldest !== undefined) traces.delete(oldest);
		},
		get: (id) => traces.get(id)?.(),
		recent: () => Array.from(traces.values(), (trace) => trace()),
	};
}
