import { type ChildProcess, fork } from "node:child_process";
import { createInterface } from "node:readline";
import type { Ready } from "../protocol/app.ts";
import type { Problem } from "../protocol/problem.ts";

/** One emulator process, from its first line to its end. */
export type Emulator = {
	readonly ready: Ready;
	/** Settles when the process has ended, whether it was asked to or not. */
	readonly ended: Promise<Ending>;
	/** What the emulator is asked as it starts; when it ended meanwhile, that is the failure and not the broken connection. */
	whileItStarts<Answer>(asking: Promise<Answer>): Promise<Answer>;
	/** Asks the process to end, waits, and after `stopTimeoutMs` ends it. */
	stop(): Promise<void>;
};
export type Ending = { readonly code: number | null; readonly signal: string | null; readonly asked: boolean };

export type EmulatorOptions = {
	/** The bundle that is the `gatewright` command. */
	readonly program: string;
	readonly args: readonly string[];
	readonly cwd: string;
	readonly startTimeoutMs: number;
	readonly stopTimeoutMs: number;
	/** What the process says beside its protocol: a crash's stack, a warning of Node. */
	onOutput(line: string): void;
};

/** The emulator said why it cannot start, or ended without saying anything. */
export class EmulatorFailure extends Error {
	readonly problems: readonly Problem[];

	constructor(message: string, problems: readonly Problem[] = []) {
		super(message);
		this.name = "EmulatorFailure";
		this.problems = problems;
	}
}

/** Starts the emulator and resolves once it serves. The channel of the fork tells it when the editor is gone. */
export async function startEmulator(options: EmulatorOptions): Promise<Emulator> {
	const child = fork(options.program, ["start", ...options.args, "--json"], {
		cwd: options.cwd,
		silent: true,
		execArgv: [],
		env: environment(),
	});
	let asked = false;
	const ended = new Promise<Ending>((resolve) => {
		child.once("exit", (code, signal) => resolve({ code, signal, asked }));
		// A program that could not be started at all never exits.
		child.once("error", () => resolve({ code: null, signal: null, asked }));
	});
	const lastLines = followErrors(child, options.onOutput);

	async function stop(): Promise<void> {
		asked = true;
		if (child.connected) child.disconnect();
		// Windows has no signals to be polite with: there the closed channel is the request.
		if (process.platform !== "win32") child.kill("SIGTERM");
		const timer = setTimeout(() => child.kill("SIGKILL"), options.stopTimeoutMs);
		await ended;
		clearTimeout(timer);
	}

	async function whileItStarts<Answer>(asking: Promise<Answer>): Promise<Answer> {
		try {
			return await asking;
		} catch (error) {
			// The connection breaks a moment before the system tells that the process is gone.
			const ending = await Promise.race([ended, after(endTimeoutMs)]);
			throw ending === undefined ? error : new EmulatorFailure(endedEarly(ending, lastLines()));
		}
	}

	try {
		const ready = await firstLine(child, ended, options.startTimeoutMs, lastLines);
		return { ready, ended, whileItStarts, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** The editor's own variables would make the emulator and the user's functions wait for a debugger or start an editor. */
function environment(): NodeJS.ProcessEnv {
	const { NODE_OPTIONS: _options, VSCODE_INSPECTOR_OPTIONS: _inspector, ...rest } = process.env;
	return { ...rest, ELECTRON_RUN_AS_NODE: "1" };
}

function firstLine(
	child: ChildProcess,
	ended: Promise<Ending>,
	timeoutMs: number,
	lastLines: () => string,
): Promise<Ready> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(
			() => reject(new EmulatorFailure(`The emulator did not start within ${timeoutMs / 1000} seconds.`)),
			timeoutMs,
		);
		child.once("error", (error) => reject(new EmulatorFailure(`The emulator could not be started: ${error.message}`)));
		// Only the first line is for us; what follows is said again by the event stream, but must be read all the same.
		let first = true;
		lines(child.stdout, (line) => {
			if (!first) return;
			first = false;
			clearTimeout(timer);
			try {
				resolve(readReady(line));
			} catch (error) {
				reject(error);
			}
		});
		void ended.then((ending) => {
			clearTimeout(timer);
			return reject(new EmulatorFailure(endedEarly(ending, lastLines())));
		});
	});
}

function endedEarly({ code, signal }: Ending, said: string): string {
	return `The emulator ended as it started (${signal ?? `exit code ${code}`})${said === "" ? "." : `: ${said}`}`;
}

function readReady(line: string): Ready {
	// The wire: the emulator's first line is Ready, or the problems that keep it from being ready.
	const said = JSON.parse(line) as Ready | { readonly ready: false; readonly problems: readonly Problem[] };
	if (said.ready) return said;
	throw new EmulatorFailure(
		said.problems.map((it) => it.message).join(" ") || "The emulator could not start.",
		said.problems,
	);
}

/** Passes standard error on and keeps its end, for the message when the process ends too early. */
function followErrors(child: ChildProcess, onOutput: (line: string) => void): () => string {
	let kept: readonly string[] = [];
	lines(child.stderr, (line) => {
		kept = [...kept.slice(1 - keptLines), line];
		onOutput(line);
	});
	return () => kept.join("\n").trim();
}

function lines(stream: NodeJS.ReadableStream | null, take: (line: string) => void): void {
	if (stream !== null) createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on("line", take);
}

function after(ms: number): Promise<undefined> {
	return new Promise((resolve) => setTimeout(() => resolve(undefined), ms).unref());
}

const keptLines = 20;
/** Between a connection that breaks and the end of the process behind it. */
const endTimeoutMs = 1_000;
