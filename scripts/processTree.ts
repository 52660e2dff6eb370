import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";

/** Ends a process and all that it started, politely and then for certain. Reads /proc, so for Linux only. */
export async function endTree(pid: number): Promise<void> {
	const all = [pid, ...descendants(pid)];
	for (const signal of ["SIGTERM", "SIGKILL"] as const) {
		for (const it of all.filter(isAlive)) {
			try {
				process.kill(it, signal);
			} catch {
				// It ended in between.
			}
		}
		for (let waited = 0; waited < waitMs && all.some(isAlive); waited += stepMs) await delay(stepMs);
	}
}

/** What a process started, directly or not, and still runs. */
export function descendants(pid: number): readonly number[] {
	const children = new Map<number, number[]>();
	for (const entry of readdirSync("/proc").filter((it) => /^\d+$/.test(it))) {
		const parent = parentOf(entry);
		if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(entry)]);
	}
	const below = (of: number): number[] => (children.get(of) ?? []).flatMap((it) => [it, ...below(it)]);
	return below(pid);
}

function parentOf(pid: string): number | undefined {
	try {
		const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
		return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
	} catch {
		return undefined;
	}
}

export function commandLine(pid: number): string {
	try {
		return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
	} catch {
		return "";
	}
}

export function isAlive(pid: number): boolean {
	try {
		return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "latin1"));
	} catch {
		return false;
	}
}

const waitMs = 3000;
const stepMs = 50;
