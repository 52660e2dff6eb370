import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** A process's resident memory in megabytes; NaN where there is no `ps` (Windows). */
export function residentMegabytes(pid: number | undefined): number {
	const { stdout } = spawnSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" });
	return stdout === null || stdout.trim() === "" ? Number.NaN : Number(stdout) / 1024;
}

/** As text; on Linux with the part that is its own, the rest being files that it has mapped (LevelDB's tables). */
export function memoryText(pid: number | undefined): string {
	const all = `${residentMegabytes(pid).toFixed(0)} MB`;
	return process.platform === "linux" ? `${all} (${ownMegabytes(pid)} MB its own)` : all;
}

function ownMegabytes(pid: number | undefined): string {
	const kilobytes = /RssAnon:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
	return (Number(kilobytes) / 1024).toFixed(0);
}
