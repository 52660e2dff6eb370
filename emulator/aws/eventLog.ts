import type { EmulatorEvent, EventBody, EventLog } from "../../protocol/events.ts";
import type { Clock } from "./clock.ts";

/** The event stream: the newest `keep` events in memory, and whoever listens. */
export function eventLog(clock: Clock, keep = 5000): EventLog {
	const kept: Kept[] = [];
	const listeners = new Set<Listener>();
	let seq = 0;

	function add(type: EventBody["type"], body: Kept["body"]): void {
		const event: Kept = { seq: ++seq, at: clock.now(), body };
		kept.push(event);
		// Dropped in chunks: shifting an array of thousands on every event would cost more than the event.
		if (kept.length > keep * 1.25) kept.splice(0, kept.length - keep);
		let shown: EmulatorEvent | undefined;
		for (const { types, listen } of listeners) {
			if (types !== undefined && !types.includes(type)) continue;
			shown ??= asEvent(event);
			listen(shown);
		}
	}

	return {
		publish: (body) => add(body.type, body),
		publishLater: add,
		since: (after) => kept.filter((event) => event.seq > after).map(asEvent),
		subscribe(listen, types) {
			const listener: Listener = { listen, types };
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
	};
}

type Listener = {
	readonly listen: (event: EmulatorEvent) => void;
	readonly types: readonly EventBody["type"][] | undefined;
};

/** Several are published for each request and few are read: they are put into their form when they are. */
type Kept = { readonly seq: number; readonly at: number; readonly body: EventBody | (() => EventBody) };

function asEvent({ seq, at, body }: Kept): EmulatorEvent {
	return { seq, time: new Date(at).toISOString(), ...(typeof body === "function" ? body() : body) };
}
