import type { Trace } from "../../protocol/trace.ts";

/** The newest traces, by request id. */
export type TraceRing = {
	add(trace: Trace): void;
	get(id: string): Trace | undefined;
	/** Oldest first. */
	recent(): readonly Trace[];
};

export function traceRing(keep = 500): TraceRing {
	const traces = new Map<string, Trace>();
	return {
		add(trace) {
			traces.set(trace.id, trace);
			if (traces.size <= keep) return;
			const [oldest] = traces.keys();
			if (oldest !== undefined) traces.delete(oldest);
		},
		get: (id) => traces.get(id),
		recent: () => [...traces.values()],
	};
}
