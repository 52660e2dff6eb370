import type { EmulatorEvent, EventBody, EventLog } from "../../protocol/events.ts";
import type { Clock } from "./clock.ts";

/** The event stream: the newest `keep` events in memory, and whoever listens. */
export function eventLog(clock: Clock, keep = 5000): EventLog {
	const kept: Kept[] = [];
	const listeners = new Set<(event: EmulatorEvent) => void>();
	let seq = 0;
	return {
		publish(body) {
			const event: Kept = { seq: ++seq, at: clock.now(), body };
			kept.push(event);
			// Dropped in chunks: shifting an array of thousands on every event would cost more than the event.
			if (kept.length > keep * 1.25) kept.splice(0, kept.length - keep);
			if (listeners.size === 0) return;
			const shown = asEvent(event);
			for (const listener of listeners) listener(shown);
		},
		since: (after) => kept.filter((event) => event.seq > after).map(asEvent),
		subscribe(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
	};
}

/** Several are published for each request and few are read: they are put into their form when they are. */
type Kept = { readonly seq: number; readonly at: number; readonly body: EventBody };

function asEvent({ seq, at, body }: Kept): EmulatorEvent {
	return { seq, time: new Date(at).toISOString(), ...body };
}
