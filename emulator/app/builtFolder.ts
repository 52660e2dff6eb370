import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import type { FunctionCode } from "../cloudformation/resources/resourceType.ts";
import type { Outputs } from "./esbuildContexts.ts";
import { linkPackages } from "./leftOutModules.ts";

/**
 * Writes a build into a folder named by its content under `parent`. `packages`: what was left out of the bundle, by name,
 * with where it is.
 */
export function builtFolder(
	{ outputFiles }: Pick<Outputs, "outputFiles">,
	parent: string,
	packages: ReadonlyMap<string, string>,
): FunctionCode {
	const outdir = join(parent, "build");
	const hash = createHash("sha256").update(JSON.stringify([...packages]));
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
		linkPackages(packages, folder);
		// Node.js asks the nearest package.json whether a .js file is a module: a bundle is CommonJS unless it is named .mjs.
		writeFileSync(mark, "{}\n");
	}
	removeOld(parent, revision);
	return { folder, revision };
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
