import { hexDigits } from "../aws/ids.ts";
import type { Kernel } from "../aws/service.ts";
import type { Failure, InitOutcome, Outcome } from "./environment/environment.ts";
import { elapsedMs } from "./environment/realTime.ts";
import { withinTime } from "./environment/withinTime.ts";
import type { EnvironmentPool, PooledEnvironment } from "./environmentPool.ts";
import { type FaultLog, faultOf } from "./faultLog.ts";
import { runtimeVersionArn } from "./functionConfiguration.ts";
import type { Resolved } from "./functions.ts";
import { type InvocationLog, invocationLog } from "./invocationLog.ts";

/** One run of a function: in a warm environment or a new one, with its log lines, and AWS's answer to all that can happen. */
export type InvocationResult = {
	readonly payload: Buffer;
	readonly functionError?: "Unhandled";
	/** The last 4 KB of its log. */
	logTail(): string;
	readonly durationMs: number;
	readonly coldStart: boolean;
};

export type InvocationCall = {
	readonly requestId: string;
	readonly payload: Uint8Array;
	/** JSON text. */
	readonly clientContext?: string | undefined;
};

type Needs = {
	readonly kernel: Pick<Kernel, "clock" | "events" | "ids">;
	readonly pool: EnvironmentPool;
	readonly faults: FaultLog;
};

export async function runInvocation(
	{ kernel, pool, faults }: Needs,
	{ version, arn }: Resolved,
	call: InvocationCall,
): Promise<InvocationResult> {
	const log = invocationLog(kernel.events, version.name, call.requestId);
	let pooled = await pool.acquire(version);
	// What is to be given back: nothing, between one environment's end and the next one's start.
	let held: PooledEnvironment | undefined = pooled;
	const coldStart = !pooled.warm;
	try {
		pooled.output = log.print;
		let initMs: number | undefined;
		let init: InitOutcome = { kind: "ready" };
		if (coldStart) {
			log.platform(initStart(version.runtime, arn));
			const startedAt = elapsedMs();
			init = await pooled.environment.initialised;
			initMs = elapsedMs() - startedAt;
			if (init.kind !== "ready") log.platform(initReport(initMs, init));
		}
		if (init.kind === "timedOut") {
			// As AWS does: what did not load in 10 seconds is started again, now within the invocation's own time.
			held = undefined;
			pool.release(pooled);
			pooled = await pool.acquire(version);
			held = pooled;
			pooled.output = log.print;
			init = await withinTime(version.timeoutSeconds * 1000, pooled.environment.initialised);
			if (init.kind !== "ready") await pooled.environment.stop();
		}
		log.start(version.version, init.kind === "ready");
		const startedAt = elapsedMs();
		const outcome: Outcome =
			init.kind === "ready"
				? await pooled.environment.invoke({
						...call,
						timeoutMs: version.timeoutSeconds * 1000,
						invokedFunctionArn: arn,
						traceId: traceId(kernel),
					})
				: init;
		const durationMs = Math.max(elapsedMs() - startedAt, 0.01);
		pooled.ranMs = ("ranMs" in outcome ? outcome.ranMs : undefined) ?? durationMs;
		const result = finish(log, { outcome, durationMs, initMs, coldStart, pooled, requestId: call.requestId, kernel });
		const { timeoutSeconds } = version;
		faults.observe(
			version.name,
			faultOf({ outcome, loaded: init.kind === "ready", timeoutSeconds, droppedChars: log.droppedChars() }),
		);
		return result;
	} finally {
		if (held !== undefined) pool.release(held);
	}
}

type Finished = {
	readonly outcome: Outcome;
	readonly durationMs: number;
	readonly initMs: number | undefined;
	readonly coldStart: boolean;
	readonly pooled: PooledEnvironment;
	readonly requestId: string;
	readonly kernel: Needs["kernel"];
};

function finish(log: InvocationLog, finished: Finished): InvocationResult {
	const { outcome, durationMs, initMs, coldStart, pooled, requestId, kernel } = finished;
	const { timeoutSeconds, memorySizeMb } = pooled.version;
	const timedOut = outcome.kind === "timedOut";
	if (timedOut) {
		const time = new Date(kernel.clock.now()).toISOString();
		log.failed(`${time} ${requestId} Task timed out after ${timeoutSeconds.toFixed(2)} seconds`);
	}
	const died = outcome.kind === "exited" || outcome.kind === "notStarted";
	const errorType = outcome.kind === "notStarted" ? "Runtime.InvalidEntrypoint" : "Runtime.ExitError";
	if (died) log.failed(`RequestId: ${requestId} Error: ${exitWords(outcome)}\n${errorType}`);
	log.end({
		durationMs: timedOut ? timeoutSeconds * 1000 : durationMs,
		initMs,
		memorySizeMb,
		maxMemoryMb: "maxMemoryMb" in outcome ? outcome.maxMemoryMb : undefined,
		status: timedOut ? "timeout" : died ? "error" : undefined,
		errorType: died ? errorType : undefined,
	});
	return {
		payload: payloadOf(outcome, requestId, timeoutSeconds),
		...(outcome.kind === "response" ? {} : { functionError: "Unhandled" as const }),
		logTail: log.tail,
		durationMs,
		coldStart,
	};
}

function payloadOf(outcome: Outcome, requestId: string, timeoutSeconds: number): Buffer {
	switch (outcome.kind) {
		case "response":
		case "error":
			return outcome.payload;
		case "tooLarge":
			return json({
				errorType: "Function.ResponseSizeTooLarge",
				errorMessage: "Response payload size exceeded maximum allowed payload size (6291556 bytes).",
			});
		case "timedOut":
			return json({
				errorType: "Sandbox.Timedout",
				errorMessage: `RequestId: ${requestId} Error: Task timed out after ${timeoutSeconds.toFixed(2)} seconds`,
			});
		case "exited":
			return json({
				errorType: "Runtime.ExitError",
				errorMessage: `RequestId: ${requestId} Error: ${exitWords(outcome)}`,
			});
		case "notStarted":
			return json({
				errorType: "Runtime.InvalidEntrypoint",
				errorMessage: `RequestId: ${requestId} Error: ${exitWords(outcome)}`,
			});
	}
}

function exitWords({ kind, reason }: Extract<Failure, { kind: "exited" | "notStarted" }>): string {
	if (kind === "notStarted") return reason;
	return reason === undefined ? "Runtime exited without providing a reason" : `Runtime exited with error: ${reason}`;
}

function json(value: object): Buffer {
	return Buffer.from(JSON.stringify(value));
}

function initStart(runtime: string, arn: string): string {
	const name = runtime.replace(/^([a-z]+)(\d.*?)(\.x)?$/, "$1:$2");
	return `INIT_START Runtime Version: ${name}\tRuntime Version ARN: ${runtimeVersionArn(runtime, arn)}`;
}

function initReport(initMs: number, { kind }: InitOutcome): string {
	const status = kind === "timedOut" ? "timeout" : "error";
	return `INIT_REPORT Init Duration: ${initMs.toFixed(2)} ms\tPhase: init\tStatus: ${status}`;
}

/** AWS's tracing header; nothing is sampled. */
function traceId({ clock, ids }: Needs["kernel"]): string {
	const seconds = Math.floor(clock.now() / 1000)
		.toString(16)
		.padStart(8, "0");
	const hex = ids.text(40, hexDigits);
	return `Root=1-${seconds}-${hex.slice(0, 24)};Parent=${hex.slice(24)};Sampled=0`;
}
