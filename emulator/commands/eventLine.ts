import type { EmulatorEvent } from "../../protocol/events.ts";

/** An event as a line in a terminal; undefined for what has no line there. */
export function eventLine(event: EmulatorEvent): string | undefined {
	switch (event.type) {
		case "log":
			// Problems come as events of their own, in one form; debug lines are for the editor's log channels.
			if (event.level === "debug" || event.part === "cloudformation") return undefined;
			return `[${event.functionName ?? event.part}] ${event.text}`;
		case "trace": {
			const { method, path, status, durationMs, id } = event.trace;
			return `${method} ${path} → ${status} in ${durationMs.toFixed(1)} ms (${id})`;
		}
		case "deployed": {
			const what = event.changed.length === 0 ? "nothing new" : event.changed.join(", ");
			return `Deployed ${what} in ${event.durationMs.toFixed(0)} ms`;
		}
		case "functionFault":
		case "state":
		case "problems":
		case "clock":
			return undefined;
	}
}
