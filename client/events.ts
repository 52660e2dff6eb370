import { get, type IncomingMessage } from "node:http";
import type { EmulatorEvent } from "../protocol/events.ts";

/**
 * Reads the emulator's event stream until `signal` aborts. A broken connection is taken up again behind the last event
 * seen, so nothing that the emulator still keeps is missed.
 */
export async function followEvents(
	endpoint: string,
	onEvent: (event: EmulatorEvent) => void,
	signal: AbortSignal,
): Promise<void> {
	let since = 0;
	while (!signal.aborted) {
		try {
			await readStream(`${endpoint}/_gatewright/events?since=${since}`, signal, (event) => {
				since = event.seq;
				onEvent(event);
			});
		} catch {
			// The emulator is restarting or gone; whoever watches its process aborts the signal when it is gone.
		}
		await delay(retryMs, signal);
	}
}

function readStream(url: string, signal: AbortSignal, onEvent: (event: EmulatorEvent) => void): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = get(url, { signal }, (response: IncomingMessage) => {
			const take = eventReader(onEvent);
			response.setEncoding("utf8");
			response.on("data", take);
			response.once("error", reject);
			response.once("close", resolve);
		});
		request.once("error", reject);
	});
}

/** Takes a server-sent stream in pieces of any size and gives out each event's data. */
export function eventReader(onEvent: (event: EmulatorEvent) => void): (piece: string) => void {
	let rest = "";
	return (piece) => {
		const messages = (rest + piece).split("\n\n");
		rest = messages.pop() ?? "";
		for (const message of messages) {
			const data = message
				.split("\n")
				.filter((it) => it.startsWith("data:"))
				.map((it) => it.slice("data:".length).trimStart());
			// The wire: the emulator's events are what protocol/events.ts says.
			if (data.length > 0) onEvent(JSON.parse(data.join("\n")) as EmulatorEvent);
		}
	};
}

function delay(ms: number, signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		const done = () => {
			clearTimeout(timer);
			signal.removeEventListener("abort", done);
			resolve();
		};
		const timer = setTimeout(done, ms);
		signal.addEventListener("abort", done, { once: true });
		if (signal.aborted) done();
	});
}

const retryMs = 250;
