import { type ChildProcess, spawn } from "node:child_process";
import { basename } from "node:path";
import type { Failure, Output } from "./environment.ts";
import { lineSplitter } from "./lineSplitter.ts";
import type { ProcessGuard } from "./processGuard.ts";

/** A process of a function's runtime, with whatever it starts itself. */
export type RuntimeProcess = {
	readonly child: ChildProcess;
	/** Resolves when the process is gone, or could not be started. Never rejects. */
	readonly exited: Promise<Exit>;
	readonly gone: boolean;
	/** Ends it at once: AWS gives no notice to a function without extensions either. */
	kill(): void;
	/** What is printed goes there from now on. */
	listen(output: Output): void;
};

export type Exit = Extract<Failure, { kind: "exited" | "notStarted" }>;

export type LaunchOptions = {
	readonly command: string;
	readonly arguments: readonly string[];
	readonly folder?: string;
	readonly variables: Readonly<Record<string, string>>;
	/** Whether descriptors 3 and 4 are pipes to the emulator. */
	readonly pipes: boolean;
};

export function launch(options: LaunchOptions, guard: ProcessGuard): RuntimeProcess {
	const child = spawn(options.command, options.arguments, {
		cwd: options.folder,
		env: options.variables,
		stdio: options.pipes ? ["ignore", "pipe", "pipe", "pipe", "pipe"] : ["ignore", "pipe", "pipe"],
		// A group of its own, so that what the function starts ends with it. Windows ends them by its job object.
		detached: process.platform !== "win32",
		windowsHide: true,
	});
	let gone = false;
	let output: Output = () => {};
	const { pid } = child;
	if (pid !== undefined) guard.add(pid);
	const exited = new Promise<Exit>((resolve) => {
		child.once("error", (error) => {
			gone = true;
			resolve({ kind: "notStarted", reason: spawnFailure(options.command, error) });
		});
		child.once("exit", (code, signal) => {
			gone = true;
			if (pid !== undefined) {
				killGroup(child, pid);
				guard.remove(pid);
			}
			// Its last words are still in the pipes; a pipe that something keeps open must not keep us.
			const exit: Exit = { kind: "exited", reason: exitReason(code, signal) };
			const timer = setTimeout(resolve, lastWordsMs, exit);
			child.once("close", () => {
				clearTimeout(timer);
				resolve(exit);
			});
		});
	});
	child.stdout?.on(
		"data",
		lineSplitter((text) => output({ level: "info", text })),
	);
	child.stderr?.on(
		"data",
		lineSplitter((text) => output({ level: "warn", text })),
	);
	return {
		child,
		exited,
		get gone() {
			return gone;
		},
		kill() {
			if (pid !== undefined && !gone) killGroup(child, pid);
		},
		listen(to) {
			output = to;
		},
	};
}

const lastWordsMs = 200;

function killGroup(child: ChildProcess, pid: number): void {
	try {
		if (process.platform === "win32") child.kill("SIGKILL");
		else process.kill(-pid, "SIGKILL");
	} catch {
		// The last of the group is gone already.
	}
}

function exitReason(code: number | null, signal: NodeJS.Signals | null): string | undefined {
	if (signal !== null) return `signal: ${signalWords[signal] ?? signal}`;
	return code === 0 ? undefined : `exit status ${code}`;
}

/** As the Go runtime of AWS's supervisor spells them. */
const signalWords: Partial<Record<NodeJS.Signals, string>> = {
	SIGKILL: "killed",
	SIGABRT: "aborted",
	SIGSEGV: "segmentation fault",
	SIGBUS: "bus error",
	SIGILL: "illegal instruction",
	SIGFPE: "floating point exception",
	SIGTERM: "terminated",
	SIGINT: "interrupt",
};

/** As AWS's supervisor puts it, which is a Go program. */
function spawnFailure(command: string, error: NodeJS.ErrnoException): string {
	if (error.code === "ENOENT" && basename(command) === "bootstrap") {
		return "Couldn't find valid bootstrap(s): [/var/task/bootstrap /opt/bootstrap]";
	}
	return `fork/exec ${command}: ${errorWords[error.code ?? ""] ?? error.message}`;
}

const errorWords: Readonly<Record<string, string>> = {
	ENOENT: "no such file or directory",
	EACCES: "permission denied",
	ENOEXEC: "exec format error",
};
