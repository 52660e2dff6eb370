import type { EventLog, FunctionFault } from "../../protocol/events.ts";
import type { Outcome } from "./environment/environment.ts";

/** Tells of functions whose process does what no handler should, and once of each that it runs again. */
export type FaultLog = { observe(functionName: string, fault: FunctionFault | undefined): void };

export function faultLog(events: Pick<EventLog, "publish">): FaultLog {
	const faulty = new Map<string, string>();
	return {
		observe(functionName, fault) {
			if (fault === undefined) {
				if (faulty.delete(functionName)) events.publish({ type: "functionFault", functionName });
				return;
			}
			// A function that fails in a loop is told of once.
			const text = JSON.stringify(fault);
			if (faulty.get(functionName) === text) return;
			faulty.set(functionName, text);
			events.publish({ type: "functionFault", functionName, fault });
		},
	};
}

export type Ended = {
	readonly outcome: Outcome;
	/** Whether the function's code was loaded when the invocation began. */
	readonly loaded: boolean;
	readonly timeoutSeconds: number;
	/** Printed beyond what is kept. */
	readonly droppedChars: number;
};

/** What was wrong with how an invocation went; an error that the handler threw is its own business. */
export function faultOf({ outcome, loaded, timeoutSeconds, droppedChars }: Ended): FunctionFault | undefined {
	switch (outcome.kind) {
		case "timedOut":
			return { kind: "timeout", detail: String(timeoutSeconds) };
		case "exited":
		case "notStarted":
			return { kind: loaded ? "exit" : "load", detail: outcome.reason ?? "without a reason" };
		case "error":
			if (!loaded) return { kind: "load", ...errorOf(outcome.payload) };
			break;
		case "response":
		case "tooLarge":
			break;
	}
	return droppedChars > 0 ? { kind: "output", detail: String(droppedChars) } : undefined;
}

/** A runtime's error, as AWS's write it; a user's own `bootstrap` may have written anything, which is then told as it is. */
function errorOf(payload: Buffer): Pick<FunctionFault, "detail" | "trace"> {
	const text = payload.toString("utf8");
	const parsed = parseObject(text);
	if (parsed === undefined) return { detail: text.slice(0, shownChars) };
	const { errorType, errorMessage, trace, stackTrace } = parsed;
	const detail = [errorType, errorMessage].filter((it) => typeof it === "string").join(": ");
	const lines = [trace, stackTrace].find(Array.isArray)?.map(String);
	return { detail: detail || text.slice(0, shownChars), ...(lines === undefined ? {} : { trace: lines }) };
}

const shownChars = 1000;

function parseObject(text: string): Readonly<Record<string, unknown>> | undefined {
	try {
		const parsed: unknown = JSON.parse(text);
		return typeof parsed === "object" && parsed !== null ? { ...parsed } : undefined;
	} catch {
		return undefined;
	}
}
