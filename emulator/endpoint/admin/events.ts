import type { EmulatorEvent, EventLog } from "../../../protocol/events.ts";
import type { AdminRoute } from "../answer.ts";

/** Server-sent events: those still kept after `?since=SEQ` (or the Last-Event-ID of a reconnect), then each new one. */
export function eventsRoute(events: EventLog): AdminRoute {
	return (request) => {
		const asked = new URLSearchParams(request.query).get("since") ?? request.headers["last-event-id"];
		return {
			stream(response) {
				response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
				response.flushHeaders();
				const send = (event: EmulatorEvent) => {
					// A reader that has stopped reading is cut off: it can come back with the number that it saw last.
					if (response.writableLength > maxUnreadBytes) response.destroy();
					else response.write(`id: ${event.seq}\ndata: ${JSON.stringify(event)}\n\n`);
				};
				for (const event of asked === undefined ? [] : events.since(Number(asked) || 0)) send(event);
				const stop = events.subscribe(send);
				const heartbeat = setInterval(() => response.write(":\n\n"), heartbeatMs);
				response.on("close", () => {
					stop();
					clearInterval(heartbeat);
				});
			},
		};
	};
}

const maxUnreadBytes = 16 * 1024 * 1024;
const heartbeatMs = 15_000;
