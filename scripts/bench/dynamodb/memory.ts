import { spawnSync } from "node:child_process";

/** A process's resident memory in megabytes; NaN where there is no `ps` (Windows). */
export function residentMegabytes(pid: number | undefined): number {
	const { stdout } = spawnSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" });
	return stdout === null || stdout.trim() === "" ? Number.NaN : Number(stdout) / 1024;
}
