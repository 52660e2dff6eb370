import type { Problem } from "./problem.ts";
import type { Trace } from "./trace.ts";

/** The emulator's one event stream, as server-sent events at `/_gatewright/events?since=SEQ` and as `EventLog` inside it. */
export type EmulatorEvent = { readonly seq: number; readonly time: string } & EventBody;

export type EventBody =
	/** A line for the log channel of one part. */
	| {
			readonly type: "log";
			readonly part: Part;
			readonly level: LogLevel;
			readonly text: string;
			readonly functionName?: string;
	  }
	/** A request through a deployed API has been answered. */
	| { readonly type: "trace"; readonly trace: Trace }
	/** Something was made, changed or removed: a table, a function, an API. */
	| {
			readonly type: "state";
			readonly kind: string;
			readonly id: string;
			readonly change: "created" | "updated" | "deleted";
	  }
	/** All that is wrong with the app's files now; replaces what was said before. */
	| { readonly type: "problems"; readonly problems: readonly Problem[] }
	/** The app's template or code was deployed (again). */
	| {
			readonly type: "deployed";
			readonly template: string;
			readonly durationMs: number;
			readonly changed: readonly string[];
	  }
	/** A function does not do what the template says it does; without a fault, it does again. */
	| { readonly type: "functionFault"; readonly functionName: string; readonly fault?: FunctionFault }
	| { readonly type: "clock"; readonly now: string; readonly paused: boolean };

/** What a function's process did that no handler should. `trace` is the error's stack, a line each, mapped to the source. */
export type FunctionFault = {
	readonly kind: "load" | "exit" | "timeout" | "output";
	/** The error's own words, the exit's reason, the seconds that were over, the characters left out. */
	readonly detail: string;
	readonly trace?: readonly string[];
};

export type Part = "emulator" | "apigateway" | "lambda" | "dynamodb" | "cognito" | "cloudformation" | "sqs";
export type LogLevel = "debug" | "info" | "warn" | "error";

/** Publishing never waits and never fails; the log keeps a bounded number of the newest events. */
export type EventLog = {
	publish(event: EventBody): void;
	/**
	 * Publishes what is put into words only when somebody reads it, if ever. What `make` closes over is kept as long as the
	 * event: it must be small, and must not change.
	 */
	publishLater(type: EventBody["type"], make: () => EventBody): void;
	/** Events after `seq` that are still kept, oldest first. */
	since(seq: number): readonly EmulatorEvent[];
	/** Calls `listener` on each new event, or on each of the types it names, until the returned function is called. */
	subscribe(listener: (event: EmulatorEvent) => void, types?: readonly EventBody["type"][]): () => void;
};
