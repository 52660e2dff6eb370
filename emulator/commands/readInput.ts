import { readFileSync } from "node:fs";
import { UsageError } from "./usageError.ts";

/** A file's text, or that of standard input for `-`. */
export function readInput(path: string): string {
	try {
		// Editors on Windows begin a file with a mark that is no part of it.
		return readFileSync(path === "-" ? 0 : path, "utf8").replace(/^\uFEFF/, "");
	} catch (error) {
		const missing = error instanceof Error && "code" in error && error.code === "ENOENT";
		throw new UsageError(missing ? `there is no file ${path}.` : `${path} cannot be read: ${String(error)}`);
	}
}
