import { type ChildProcess, spawn } from "node:child_process";
import { Socket } from "node:net";

/**
 * Ends the processes of functions when the emulator is killed. A runtime that waits notices that its pipe has closed and
 * leaves by itself; one in an endless loop notices nothing. So a small shell beside the emulator is told their ids, and
 * ends them once the emulator is gone, however it went.
 */
export type ProcessGuard = {
	add(processId: number): void;
	remove(processId: number): void;
	/** The emulator has ended its processes itself. */
	close(): void;
};

export function processGuard(): ProcessGuard {
	// Windows ends a program's children with it: Node puts them into a job object.
	if (process.platform === "win32") return { add() {}, remove() {}, close() {} };
	let shell: ChildProcess | undefined;
	const tell = (line: string) => {
		shell ??= startShell();
		shell.stdin?.write(`${line}\n`);
	};
	return {
		add: (processId) => tell(`+ ${processId}`),
		remove: (processId) => tell(`- ${processId}`),
		close() {
			shell?.stdin?.end();
		},
	};
}

function startShell(): ChildProcess {
	const shell = spawn("/bin/sh", ["-c", script, "gatewright-guard"], {
		stdio: ["pipe", "ignore", "ignore"],
		// Not in the terminal's group: Ctrl-C must not end the guard before the guarded.
		detached: true,
	});
	// Without a shell there is no guard, and the runtimes' own watch over their pipes remains.
	shell.on("error", () => {});
	shell.stdin?.on("error", () => {});
	shell.unref();
	if (shell.stdin instanceof Socket) shell.stdin.unref();
	return shell;
}

const script = `
pids=" "
while read -r sign pid; do
	case $sign in
	+) pids="$pids$pid " ;;
	-) case $pids in *" $pid "*) pids="\${pids%% $pid *} \${pids#* $pid }" ;; esac ;;
	esac
done
for pid in $pids; do kill -9 "-$pid" 2>/dev/null; done
`;
