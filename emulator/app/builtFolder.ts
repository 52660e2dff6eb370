import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { FunctionCode } from "../cloudformation/resources/resourceType.ts";
import type { Outputs } from "./esbuildContexts.ts";

/**
 * Writes a build into a folder named by its content under `parent`. `resolveFrom`: where modules that were left out of
 * the bundle are to be found as if the code ran there.
 */
export function builtFolder(
	{ outputFiles }: Pick<Outputs, "outputFiles">,
	parent: string,
	resolveFrom: string | undefined,
): FunctionCode {
	const outdir = join(parent, "build");
	const hash = createHash("sha256").update(resolveFrom ?? "");
	for (const { path, hash: content } of outputFiles) hash.update(relative(outdir, path)).update(content);
	const revision = hash.digest("hex").slice(0, 16);
	const folder = join(parent, revision);
	// Written last: with it the folder is whole, whenever the emulator was killed.
	const mark = join(folder, "package.json");
	if (!existsSync(mark)) {
		for (const { path, contents } of outputFiles) {
			const file = join(folder, relative(outdir, path));
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, contents);
		}
		linkModules(folder, resolveFrom);
		// Node.js asks the nearest package.json whether a .js file is a module: a bundle is CommonJS unless it is named .mjs.
		writeFileSync(mark, "{}\n");
	}
	removeOld(parent, revision);
	return { folder, revision };
}

function linkModules(folder: string, resolveFrom: string | undefined): void {
	for (let at = resolveFrom; at !== undefined; at = dirname(at) === at ? undefined : dirname(at)) {
		const modules = join(at, "node_modules");
		const link = join(folder, "node_modules");
		// A junction, where the system has them, needs no rights.
		if (existsSync(modules)) return existsSync(link) ? undefined : symlinkSync(modules, link, "junction");
	}
}

/** What ran before may still be running its last request, or be a published version. */
const mostKept = 10;

function removeOld(parent: string, current: string): void {
	const others = readdirSync(parent)
		.filter((name) => name !== current)
		.map((name) => ({ folder: join(parent, name), mtimeMs: statSync(join(parent, name)).mtimeMs }))
		.toSorted((a, b) => b.mtimeMs - a.mtimeMs);
	for (const { folder } of others.slice(mostKept - 1)) rmSync(folder, { recursive: true, force: true });
}
