import type { EmulatorEvent, EventLog } from "../../protocol/events.ts";
import type { Clock } from "./clock.ts";

/** The event stream: the newest `keep` events in memory, and whoever listens. */
export function eventLog(clock: Clock, keep = 5000): EventLog {
	const events: EmulatorEvent[] = [];
	const listeners = new Set<(event: EmulatorEvent) => void>();
	let seq = 0;
	return {
		publish(body) {
			const event: EmulatorEvent = { seq: ++seq, time: new Date(clock.now()).toISOString(), ...body };
			events.push(event);
			// Dropped in chunks: shifting an array of thousands on every event would cost more than the event.
			if (events.length > keep * 1.25) events.splice(0, events.length - keep);
			for (const listener of listeners) listener(event);
		},
		since: (after) => events.filter((event) => event.seq > after),
		subscribe(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
	};
}
