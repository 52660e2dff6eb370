import { resolve } from "node:path";
import type { OutputFile } from "esbuild";
import type { Outputs } from "./esbuildContexts.ts";

/**
 * What a built file exports, and the source file behind it. Of an ES module esbuild lists it; into a CommonJS file it
 * writes a list for Node.js, unless the source was CommonJS itself, of which nothing is known before it runs.
 */
export function exportsOf(
	{ metafile }: Pick<Outputs, "metafile">,
	file: OutputFile,
	folder: string,
): { readonly exports: readonly string[] | undefined; readonly source: string } {
	const output = Object.entries(metafile.outputs).find(([path]) => resolve(folder, path) === file.path)?.[1];
	const source = output?.entryPoint === undefined ? file.path : resolve(folder, output.entryPoint);
	const isModule = output?.entryPoint !== undefined && metafile.inputs[output.entryPoint]?.format === "esm";
	if (!isModule || output === undefined) return { exports: undefined, source };
	if (output.exports.length > 0) return { exports: output.exports, source };
	const listed = /\n0 && \(module\.exports = \{([^}]*)\}/.exec(file.text)?.[1];
	// A module that exports nothing has no list; one that passes on another's exports has them spread, with dots.
	if (listed === undefined) return { exports: /__reExport\(/.test(file.text) ? undefined : [], source };
	return { exports: listed.includes("...") ? undefined : listed.split(",").map((name) => name.trim()), source };
}
