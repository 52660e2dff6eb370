import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

const root = join(import.meta.dirname, "../..");

/** A program that says one line of JSON when it is ready. */
export type Program<Ready> = {
	readonly ready: Ready;
	readonly process: ChildProcess;
	stop(): Promise<void>;
	kill(): Promise<void>;
};

export async function run<Ready>(args: readonly string[]): Promise<Program<Ready>> {
	const child = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"], cwd: root });
	const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
	const exit = once(child, "exit");
	const end = async (signal: NodeJS.Signals) => {
		child.kill(signal);
		await exit;
	};
	return {
		ready: JSON.parse(line) as Ready, // the caller names what its program says
		process: child,
		stop: () => end("SIGTERM"),
		kill: () => end("SIGKILL"),
	};
}

export const gatewright = join(root, "dist/gatewright.cjs");

export function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
