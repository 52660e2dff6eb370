import type { EventLog } from "../../../protocol/events.ts";
import type { Clock } from "../../aws/clock.ts";
import { type AdminRoute, json } from "../answer.ts";

/** `GET` reads the virtual clock; `POST` takes `{"advance": seconds}`, `{"pause": bool}` or `{"reset": true}`. */
export function clockRoute(clock: Clock, events: EventLog): AdminRoute {
	const state = () => ({ now: new Date(clock.now()).toISOString(), paused: clock.paused });
	return (request) => {
		if (request.method === "GET") return json(200, state());
		if (request.method !== "POST") return json(405, { message: "The clock takes GET and POST." });
		const problem = apply(clock, request.body.toString("utf8"));
		if (problem !== undefined) return json(400, { message: problem });
		events.publish({ type: "clock", ...state() });
		return json(200, state());
	};
}

const usage = 'The clock takes {"advance": seconds}, {"pause": true or false} or {"reset": true}.';
/** A hundred years: beyond it, dates stop making sense before they stop working. */
const maxAdvanceSeconds = 100 * 366 * 24 * 3600;

function apply(clock: Clock, text: string): string | undefined {
	let command: unknown;
	try {
		command = JSON.parse(text);
	} catch {
		return `The body is not JSON. ${usage}`;
	}
	if (typeof command !== "object" || command === null) return usage;
	if (Object.keys(command).length !== 1) return `One instruction at a time. ${usage}`;
	if ("advance" in command) {
		const { advance } = command;
		if (typeof advance !== "number" || !(advance >= 0 && advance <= maxAdvanceSeconds)) {
			return `"advance" is a number of seconds from 0 to ${maxAdvanceSeconds}: the clock does not go back, but {"reset": true} returns it to real time.`;
		}
		clock.advance(advance * 1000);
	} else if ("pause" in command && typeof command.pause === "boolean") {
		clock.pause(command.pause);
	} else if ("reset" in command && command.reset === true) {
		clock.reset();
	} else {
		return usage;
	}
	return undefined;
}
