import { createHash } from "node:crypto";
import { readdir, stat } from "node:fs/promises";
import { join, relative } from "node:path";

/**
 * A size and a hash for code that is read in place, from names, sizes and times, not from contents. What was installed
 * (node_modules) and what no function runs (.git, .aws-sam) is left out, and at most 2 000 files are looked at: this is
 * to tell one state of the user's own code from another quickly, not to know it.
 */
export async function measureFolder(folder: string): Promise<{ readonly sha256: string; readonly sizeBytes: number }> {
	const hash = createHash("sha256").update(folder);
	let sizeBytes = 0;
	let count = 0;
	const folders = [folder];
	for (let at = folders.shift(); at !== undefined && count < filesMax; at = folders.shift()) {
		const entries = await readdir(at, { withFileTypes: true });
		entries.sort((a, b) => (a.name < b.name ? -1 : 1));
		for (const entry of entries.slice(0, filesMax - count)) {
			const path = join(at, entry.name);
			if (entry.isDirectory() && !skipped.has(entry.name)) folders.push(path);
			if (!entry.isFile()) continue;
			count++;
			const { size, mtimeMs } = await stat(path);
			sizeBytes += size;
			hash.update(`${relative(folder, path)}\0${size}\0${mtimeMs}\n`);
		}
	}
	return { sha256: hash.digest("base64"), sizeBytes };
}

const filesMax = 2_000;
const skipped = new Set(["node_modules", ".git", ".aws-sam", "__pycache__", ".venv"]);
