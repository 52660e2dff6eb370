import type { EventLog } from "../../protocol/events.ts";
import type { OutputLine } from "./environment/environment.ts";

/** What one invocation writes to the function's log: AWS's lines around it, and what the function prints. */
export type InvocationLog = {
	/** A line of the platform, as `INIT_START …`. */
	platform(text: string): void;
	/** What was printed while the code was loaded is not in the tail, unless loading failed. */
	start(version: string, loaded: boolean): void;
	/** What the function prints. Beyond a bound it is counted, not kept. */
	print(line: OutputLine): void;
	/** Why the platform ended the invocation, in AWS's words. */
	failed(text: string): void;
	end(report: Report): void;
	/** How much of what was printed is not kept. */
	droppedChars(): number;
	/** The last 4 KB since the start, as AWS's LogType Tail gives them. */
	tail(): string;
};

export type Report = {
	readonly durationMs: number;
	readonly initMs?: number | undefined;
	readonly memorySizeMb: number;
	/** Not known of a process that was killed. */
	readonly maxMemoryMb: number | undefined;
	readonly status?: "timeout" | "error" | undefined;
	readonly errorType?: string | undefined;
};

export function invocationLog(events: EventLog, functionName: string, requestId: string): InvocationLog {
	let lines: (() => string)[] = [];
	let printed = 0;
	let printedLines = 0;
	let dropped = 0;

	// Few logs are read: a line is put into words when one is.
	function write(level: OutputLine["level"], text: () => string): void {
		lines.push(text);
		events.publishLater("log", () => ({ type: "log", part: "lambda", level, text: text(), functionName }));
	}

	return {
		platform: (text) => write("info", () => text),
		start(version, loaded) {
			if (loaded) lines = [];
			write("info", () => `START RequestId: ${requestId} Version: ${version}`);
		},
		print({ level, text }) {
			printed += text.length;
			printedLines++;
			if (printed > printedCharsMax || printedLines > printedLinesMax) dropped += text.length + 1;
			else write(level, () => text);
		},
		failed: (text) => write("error", () => text),
		end(report) {
			if (dropped > 0) {
				write("warn", () => `(Gatewright left out ${dropped} further characters that this invocation printed.)`);
			}
			write("info", () => `END RequestId: ${requestId}`);
			write("info", () => `REPORT RequestId: ${requestId}\t${reportText(report)}`);
		},
		droppedChars: () => dropped,
		tail() {
			const text = lines.map((line) => `${line()}\n`).join("");
			return Buffer.from(text.slice(-tailChars), "utf8").subarray(-tailChars).toString("utf8");
		},
	};
}

/** One invocation's share of the event stream; CloudWatch itself has no such bound. */
const printedCharsMax = 1024 * 1024;
const printedLinesMax = 2_000;
const tailChars = 4096;

function reportText({ durationMs, initMs, memorySizeMb, maxMemoryMb, status, errorType }: Report): string {
	// Since August 2025 AWS bills the initialisation of every kind of function.
	const billedMs = Math.max(Math.ceil(durationMs + (initMs ?? 0)), 1);
	return [
		`Duration: ${durationMs.toFixed(2)} ms`,
		`Billed Duration: ${billedMs} ms`,
		`Memory Size: ${memorySizeMb} MB`,
		...(maxMemoryMb === undefined ? [] : [`Max Memory Used: ${Math.min(maxMemoryMb, memorySizeMb)} MB`]),
		...(initMs === undefined ? [] : [`Init Duration: ${initMs.toFixed(2)} ms`]),
		...(status === undefined ? [] : [`Status: ${status}`]),
		...(errorType === undefined ? [] : [`Error Type: ${errorType}`]),
		"",
	].join("\t");
}
