import { existsSync, mkdirSync, symlinkSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import type { Outputs } from "./esbuildContexts.ts";

/** The packages that a bundle asks for when it runs: those named External, sorted. */
export function leftOutPackages({ metafile }: Pick<Outputs, "metafile">): string[] {
	const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
	const names = imports.filter((it) => it.external === true && !isBuiltin(it.path)).map((it) => packageOf(it.path));
	return [...new Set(names)].filter((it) => it !== "").toSorted();
}

/** Where a package is found by code that runs in `folder`: in its own `node_modules` or in one further up. */
export function findPackage(name: string, folder: string): string | undefined {
	const found = join(folder, "node_modules", name);
	if (existsSync(found)) return found;
	return dirname(folder) === folder ? undefined : findPackage(name, dirname(folder));
}

/**
 * Makes the packages visible to a build that lies elsewhere. Each is a link of its own, because a monorepo spreads them
 * over several `node_modules`; what a package needs itself is found from where it really is.
 */
export function linkPackages(packages: ReadonlyMap<string, string>, folder: string): void {
	for (const [name, target] of packages) {
		const link = join(folder, "node_modules", name);
		mkdirSync(dirname(link), { recursive: true });
		// A junction, where the system has them, needs no rights.
		if (!existsSync(link)) symlinkSync(target, link, "junction");
	}
}

/** `@scope/name/file` → `@scope/name`; nothing for a path. */
function packageOf(path: string): string {
	return /^(?:@[^/]+\/)?[^./@][^/]*/.exec(path)?.[0] ?? "";
}
