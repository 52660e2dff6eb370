import { createRequire } from "node:module";
import { join } from "node:path";
import type * as Esbuild from "esbuild";

export type EsbuildModule = Pick<typeof Esbuild, "context" | "version">;

/**
 * The app's own esbuild, so that it is built as its author builds it; else the one beside the emulator; else the one in
 * WebAssembly that is shipped with it, which is slower and runs everywhere.
 */
export async function loadEsbuild(appFolder: string): Promise<EsbuildModule | undefined> {
	const candidates = [
		() => createRequire(join(appFolder, "x"))("esbuild"),
		() => createRequire(join(import.meta.dirname, "x"))("esbuild"),
		() => createRequire(join(import.meta.dirname, "x"))(join(import.meta.dirname, "esbuild-wasm", "lib", "main.js")),
		() => createRequire(join(import.meta.dirname, "x"))("esbuild-wasm"),
	];
	for (const load of candidates) {
		const found = await works(load);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** One that is installed may still not run here: its binary is for another platform, or was never put in place. */
async function works(load: () => unknown): Promise<EsbuildModule | undefined> {
	try {
		const esbuild = load();
		if (!hasContext(esbuild)) return undefined;
		const context = await esbuild.context({ stdin: { contents: "" }, write: false, logLevel: "silent" });
		await context.dispose();
		return esbuild;
	} catch {
		return undefined;
	}
}

/** Contexts came with esbuild 0.17. */
function hasContext(module: unknown): module is EsbuildModule {
	return typeof module === "object" && module !== null && "context" in module && typeof module.context === "function";
}
