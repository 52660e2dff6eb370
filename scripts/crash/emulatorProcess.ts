import { spawn } from "node:child_process";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

export type EmulatorProcess = {
	readonly endpoint: string;
	/** Until its stores were open and it answered, without the loading of its code. */
	readonly openMs: number;
	/** SIGKILL, and the end of the process. */
	kill(): Promise<void>;
};

const longestStartMs = 60_000;

/**
 * An emulator of its own on a data folder, run from the sources; fails with what it said when it does not come up. With a
 * limit none of its files can grow beyond it (not on Windows).
 */
export async function startEmulatorProcess(dir: string, maxFileKilobytes?: number): Promise<EmulatorProcess> {
	const main = fileURLToPath(new URL("emulatorChild.ts", import.meta.url));
	// A file that may not grow fails as a full disk does.
	const limited = `trap '' XFSZ; ulimit -f ${(maxFileKilobytes ?? 0) * 2}; exec "$0" "$@"`;
	const command: readonly [string, ...string[]] =
		maxFileKilobytes === undefined ? [process.execPath, main, dir] : ["sh", "-c", limited, process.execPath, main, dir];
	const child = spawn(command[0], command.slice(1), {
		stdio: ["ignore", "pipe", "pipe"],
		// The sources are stripped of their types once, not in each round.
		env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), "gatewright-crash-code") },
	});
	const ended = once(child, "exit");
	let said = "";
	child.stderr.on("data", (text: Buffer) => (said = (said + text.toString()).slice(-4000)));
	const timer = setTimeout(() => child.kill("SIGKILL"), longestStartMs);
	const ready = once(createInterface({ input: child.stdout }), "line");
	const first: unknown = await Promise.race([ready, ended]);
	clearTimeout(timer);
	const [line] = Array.isArray(first) ? (first as readonly unknown[]) : [];
	const [endpoint, openMs] = typeof line === "string" ? line.split(" ") : [];
	if (endpoint === undefined) {
		child.kill("SIGKILL");
		throw new Error(`The emulator did not open ${dir}: ${said}`);
	}
	return {
		endpoint,
		openMs: Number(openMs),
		async kill() {
			child.kill("SIGKILL");
			await ended;
		},
	};
}
