import type { Trace } from "../../../protocol/trace.ts";
import { type AdminRoute, json } from "../answer.ts";

export type Traces = { get(id: string): Trace | undefined; recent(): readonly Trace[] };

/** `/_gatewright/traces` lists the kept requests without their frames; `/_gatewright/traces/{id}` gives one whole. */
export function tracesRoute(traces: Traces): AdminRoute {
	return (_request, id) => {
		if (id === "") return json(200, { traces: traces.recent().map(({ frames: _frames, ...rest }) => rest) });
		const trace = traces.get(id);
		return trace === undefined
			? json(404, {
					message: `No trace ${id} is kept: it is older than the newest few hundred, or no deployed API answered it.`,
				})
			: json(200, trace);
	};
}
