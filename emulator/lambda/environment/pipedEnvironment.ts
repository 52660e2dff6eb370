import { Socket } from "node:net";
import type { RuntimeProcess } from "./childProcess.ts";
import {
	type Environment,
	type EnvironmentCall,
	type EnvironmentSpec,
	type InitOutcome,
	initTimeoutMs,
	type Outcome,
	type Output,
	type OutputLine,
} from "./environment.ts";
import { encodeFrame, encodeInvocation, frameDecoder } from "./frames.ts";

/**
 * An environment whose runtime is ours (`runtimes/node.cjs`, `runtimes/python.py`) and speaks frames over two pipes: two
 * to three times the Runtime API's rate. The process may have been waiting for its function since before it was known.
 */
export function pipedEnvironment(process: RuntimeProcess, spec: EnvironmentSpec, output: Output): Environment {
	const commands = socketOf(process, 3);
	let ended = false;
	let answer: ((outcome: Outcome | Ready) => void) | undefined;
	const end = () => {
		ended = true;
		process.kill();
	};

	process.listen(output);
	socketOf(process, 4)?.on(
		"data",
		frameDecoder((kind, body) => {
			if (kind === "L") {
				output({ level: levels[body.toString("latin1", 0, 1)] ?? "info", text: body.toString("utf8", 1) });
				return;
			}
			if (kind === "X" || kind === "F") ended = true;
			answer?.(decodeAnswer(kind, body));
		}, end),
	);

	/** Waits for the next answer, the end of the process or of the time, whichever comes first. */
	function next(timeoutMs: number): Promise<Outcome | Ready> {
		return new Promise((resolve) => {
			// Real time and not the virtual clock: the process runs in real time, and so does what it is told of its deadline.
			const timer = setTimeout(() => {
				end();
				answer?.({ kind: "timedOut" });
			}, timeoutMs);
			answer = (outcome) => {
				answer = undefined;
				clearTimeout(timer);
				// What was printed before the answer is in the other pipes by now: they are read in this turn of the loop.
				setImmediate(resolve, outcome);
			};
		});
	}
	// One listener for the process's life: a race with its end for each invocation would keep something of each.
	void process.exited.then((exit) => answer?.(exit));

	const initialised = initialise(next(initTimeoutMs));
	commands?.on("error", end);
	commands?.write(encodeFrame("I", Buffer.from(JSON.stringify(describe(spec)))));

	return {
		initialised,
		async invoke(call) {
			const outcome = next(call.timeoutMs);
			commands?.write(encodeInvocation(describeCall(call), call.payload));
			const result = await outcome;
			return result.kind === "ready" ? { kind: "exited", reason: "unexpected answer from the runtime" } : result;
		},
		get ended() {
			return ended || process.gone;
		},
		async stop() {
			end();
			await process.exited;
		},
		processId: process.child.pid,
	};
}

type Ready = { readonly kind: "ready" };

async function initialise(answered: Promise<Outcome | Ready>): Promise<InitOutcome> {
	const outcome = await answered;
	// A response before any invocation cannot come from our runtimes.
	return outcome.kind === "response" || outcome.kind === "tooLarge" ? { kind: "exited" } : outcome;
}

function describe(spec: EnvironmentSpec): object {
	const [, major, minor = "0"] = /^[a-z]+(\d+)(?:\.(\d+))?/.exec(spec.runtime) ?? [];
	return {
		handler: spec.handler,
		folder: spec.folder,
		variables: spec.variables,
		jsonLogs: spec.jsonLogs,
		// Since Node.js 24, AWS refuses callback handlers and `context.done`.
		callbacks: Number(major) < 24,
		unicodeJson: Number(major) > 3 || Number(minor) >= 12,
	};
}

function describeCall({ requestId, invokedFunctionArn, clientContext, traceId, timeoutMs }: EnvironmentCall): object {
	return { requestId, invokedFunctionArn, clientContext, traceId, timeoutMs };
}

function decodeAnswer(kind: string, body: Buffer): Outcome | Ready {
	if (kind === "R") return { kind: "ready" };
	if (kind === "F") return { kind: "error", payload: body };
	const maxMemoryMb = Math.ceil(body.readUInt32BE(0) / 1024);
	const ranMs = body.readUInt32BE(4) / 1000;
	if (kind === "S") return { kind: "tooLarge", maxMemoryMb, ranMs };
	return { kind: kind === "A" ? "response" : "error", payload: body.subarray(8), maxMemoryMb, ranMs };
}

const levels: Readonly<Record<string, OutputLine["level"]>> = {
	T: "debug",
	D: "debug",
	I: "info",
	W: "warn",
	E: "error",
	F: "error",
};

/** Node types the further pipes of a child loosely; on all platforms they are sockets. Absent when the start failed. */
function socketOf(process: RuntimeProcess, descriptor: 3 | 4): Socket | undefined {
	const pipe = process.child.stdio[descriptor];
	return pipe instanceof Socket ? pipe : undefined;
}
