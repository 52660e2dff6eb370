import { readdirSync } from "node:fs";
import { join } from "node:path";
import { isSkipped } from "./skipped.ts";

/** A folder and those below it, without what tools put there; at most so many. */
export function folderTree(folder: string, most: number): readonly string[] {
	const found = [folder];
	for (let i = 0; i < found.length && found.length < most; i++) {
		const at = found[i];
		if (at !== undefined) found.push(...subfolders(at));
	}
	return found.slice(0, most);
}

function subfolders(folder: string): readonly string[] {
	try {
		const entries = readdirSync(folder, { withFileTypes: true });
		return entries.filter((it) => it.isDirectory() && !isSkipped(it.name)).map((it) => join(folder, it.name));
	} catch {
		return [];
	}
}
