import type { SourceLocation } from "./problem.ts";

/** One request through a deployed API: what came in, each step it went through, what went out. Read at `/_gatewright/traces/{id}`. */
export type Trace = {
	/** The request id, as in the answer's `x-amzn-RequestId` header. */
	readonly id: string;
	readonly apiId: string;
	readonly stage: string;
	readonly method: string;
	readonly path: string;
	/** The resource that matched, as `/orders/{id}`; absent when none did. */
	readonly resourcePath?: string;
	readonly startedAt: string;
	readonly durationMs: number;
	readonly status: number;
	readonly frames: readonly Frame[];
};

/** One step's record. `before` and `after` are small JSON values; a large or binary body is shown cut, with its size. */
export type Frame = {
	readonly step: StepName;
	/** `ended`: this step answered the call; the steps behind it did not run. */
	readonly outcome: "passed" | "skipped" | "ended" | "failed";
	/** One line for people: what was decided and by what. */
	readonly summary: string;
	readonly startMs: number;
	readonly durationMs: number;
	readonly before?: unknown;
	readonly after?: unknown;
	/** The line of the user's file that decided it, where known. */
	readonly source?: SourceLocation;
};

export const stepNames = [
	"route",
	"resourcePolicy",
	"authorizer",
	"apiKey",
	"throttle",
	"cache",
	"validateRequest",
	"integrationRequest",
	"integration",
	"integrationResponse",
	"methodResponse",
] as const;
export type StepName = (typeof stepNames)[number];
