import { createHash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";
import type { FunctionCode } from "../cloudformation/resources/resourceType.ts";
import { isSkipped } from "./skipped.ts";

/** Code that runs where it is. Its revision is made of names, sizes and times, which tells one state from the next at once. */
export async function folderCode(folder: string, isCode: (file: string) => boolean): Promise<FunctionCode> {
	const hash = createHash("sha256");
	let count = 0;
	const open = [folder];
	for (let at = open.shift(); at !== undefined && count < mostFiles; at = open.shift()) {
		const entries = await readdir(at, { withFileTypes: true });
		for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
			const path = join(at, entry.name);
			if (entry.isDirectory() && !isSkipped(entry.name)) open.push(path);
			if (!entry.isFile() || !isCode(path) || count++ >= mostFiles) continue;
			const { size, mtimeMs } = await stat(path);
			hash.update(`${relative(folder, path)}\0${size}\0${mtimeMs}\n`);
		}
	}
	return { folder, revision: hash.digest("hex").slice(0, 16) };
}

const mostFiles = 5_000;
