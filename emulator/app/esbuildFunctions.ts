import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { BuildContext, BuildFailure, BuildOptions, BuildResult, Message } from "esbuild";
import type { Problem } from "../../protocol/problem.ts";
import type { FunctionSource } from "../cloudformation/deploy.ts";
import type { FunctionCode } from "../cloudformation/resources/resourceType.ts";
import type { FunctionBuild } from "./buildOptions.ts";
import { exportsOf } from "./builtExports.ts";
import { builtFolder } from "./builtFolder.ts";
import { type HandlerPlace, handlerParts, missingExport, missingFile, problem } from "./handlerFile.ts";
import { type EsbuildModule, loadEsbuild } from "./loadEsbuild.ts";

export type EsbuildFunctions = {
	build(
		source: FunctionSource,
		handler: HandlerPlace,
		build: FunctionBuild,
		report: (problem: Problem) => void,
	): Promise<FunctionCode | undefined>;
	/** The user's own files that went into the builds, absolute. */
	inputs(): readonly string[];
	close(): Promise<void>;
};

/**
 * Functions in TypeScript, bundled by esbuild. Each keeps its context, so that a rebuild after a change takes
 * milliseconds. A build goes to a folder named by its content: what runs is never written over.
 */
export function esbuildFunctions(appFolder: string, root: string): EsbuildFunctions {
	const kept = new Map<string, Kept>();
	let loading: Promise<EsbuildModule | undefined> | undefined;
	return {
		async build({ logicalId, at }, handler, build, report) {
			const missing = build.entryPoints.find((file) => !entryExists(file));
			if (missing !== undefined) {
				report(problem("missing-handler", missingEntry(handler, missing), handler));
				kept.set(logicalId, { ...(kept.get(logicalId) ?? nothingKept), inputs: [missing] });
				return undefined;
			}
			loading ??= loadEsbuild(appFolder);
			const esbuild = await loading;
			if (esbuild === undefined) {
				const message = `${logicalId} needs esbuild, which was not found: run npm install --save-dev esbuild beside the template.`;
				report({ severity: "error", code: "no-esbuild", message, at });
				return undefined;
			}
			const result = await run(esbuild, logicalId, build, root, kept);
			for (const message of result.errors) report(buildProblem(logicalId, message, "error", build.folder, handler));
			for (const message of result.warnings) report(buildProblem(logicalId, message, "warning", build.folder, handler));
			if (
				result.outputs === undefined ||
				!hasHandler(result.outputs, handler, join(root, logicalId, "build"), report)
			) {
				return undefined;
			}
			return builtFolder(result.outputs, join(root, logicalId), build.hasExternals ? build.folder : undefined);
		},
		inputs: () => [...kept.values()].flatMap(({ inputs }) => inputs),
		async close() {
			await Promise.all([...kept.values()].flatMap(({ context }) => context?.dispose() ?? []));
		},
	};
}

type Kept = {
	/** The options that the context was made with. */
	readonly key: string;
	readonly context: BuildContext<Options> | undefined;
	readonly inputs: readonly string[];
};
type Options = BuildOptions & { readonly metafile: true; readonly write: false };
const nothingKept: Kept = { key: "", context: undefined, inputs: [] };

type Ran = {
	readonly errors: readonly Message[];
	readonly warnings: readonly Message[];
	readonly outputs?: Outputs;
};
export type Outputs = Pick<BuildResult<Options>, "outputFiles" | "metafile">;

async function run(
	esbuild: EsbuildModule,
	logicalId: string,
	build: FunctionBuild,
	root: string,
	kept: Map<string, Kept>,
): Promise<Ran> {
	const options: Options = {
		...build.options,
		entryPoints: [...build.entryPoints],
		...(build.outbase === undefined ? {} : { outbase: build.outbase }),
		absWorkingDir: build.folder,
		// As deep as the folder it is written to, so that the paths in source maps hold there.
		outdir: join(root, logicalId, "build"),
		bundle: true,
		platform: "node",
		sourcemap: true,
		metafile: true,
		write: false,
		logLevel: "silent",
	};
	const before = kept.get(logicalId) ?? nothingKept;
	const key = JSON.stringify(options);
	try {
		if (before.context !== undefined && before.key !== key) await before.context.dispose();
		const context =
			before.key === key && before.context !== undefined ? before.context : await esbuild.context<Options>(options);
		kept.set(logicalId, { key, context, inputs: before.inputs });
		const result = await context.rebuild();
		const inputs = Object.keys(result.metafile.inputs).filter((path) => !path.includes("node_modules"));
		kept.set(logicalId, { key, context, inputs: inputs.map((path) => resolve(build.folder, path)) });
		return { errors: [], warnings: result.warnings, outputs: result };
	} catch (error) {
		if (!isBuildFailure(error)) throw error;
		// What went into the last build that worked may be where the mistake is; so may the files that are named.
		const named = error.errors.flatMap(({ location }) => (location ? resolve(build.folder, location.file) : []));
		const now = kept.get(logicalId) ?? nothingKept;
		kept.set(logicalId, { ...now, inputs: [...new Set([...before.inputs, ...build.entryPoints, ...named])] });
		return { errors: error.errors, warnings: error.warnings };
	}
}

function isBuildFailure(error: unknown): error is BuildFailure {
	return error instanceof Error && "errors" in error && Array.isArray(error.errors);
}

/** esbuild adds an extension to an entry point that has none. */
function entryExists(file: string): boolean {
	return ["", ".ts", ".tsx", ".mts", ".cts", ".js", ".mjs", ".cjs", ".jsx"].some((extension) =>
		existsSync(file + extension),
	);
}

function missingEntry({ logicalId }: HandlerPlace, file: string): string {
	return `The entry point of ${logicalId} is missing: looked for ${file}.`;
}

function buildProblem(
	logicalId: string,
	{ text, location }: Message,
	severity: Problem["severity"],
	folder: string,
	{ at }: HandlerPlace,
): Problem {
	const message = `${logicalId} could not be built: ${text.replace(/\.$/, "")}.`;
	if (location === null) return { severity, code: "build-failed", message, at };
	const { line, column, length } = location;
	const file = resolve(folder, location.file);
	const place = { file, line, column: column + 1, endLine: line, endColumn: column + 1 + length };
	return {
		severity,
		code: "build-failed",
		message: severity === "error" ? message : `In ${logicalId}: ${text}`,
		at: place,
	};
}

/** The Handler names a file of the build and something that it exports. */
function hasHandler(
	outputs: Outputs,
	place: HandlerPlace,
	outdir: string,
	report: (problem: Problem) => void,
): boolean {
	const parts = handlerParts(place.handler);
	if (parts === undefined) {
		report(
			problem(
				"handler-form",
				`The Handler of ${place.logicalId} must be a file and what it exports, as in app.handler.`,
				place,
			),
		);
		return false;
	}
	const candidates = [".js", ".mjs", ".cjs"].map((extension) => join(outdir, `${parts.stem}${extension}`));
	const file = outputs.outputFiles.find(({ path }) => candidates.includes(path));
	if (file === undefined) {
		const made = outputs.outputFiles
			.filter(({ path }) => !path.endsWith(".map"))
			.map(({ path }) => path.slice(outdir.length + 1));
		const message = `${missingFile(place, [`${parts.stem}.js`]).replace(/\.$/, "")} among what esbuild makes of its entry points (${made.join(", ")}).`;
		report(problem("missing-handler", message, place));
		return false;
	}
	const { exports, source } = exportsOf(outputs, file, place.folder);
	if (exports === undefined || exports.includes(parts.name)) return true;
	report(problem("missing-handler", missingExport(place, source, parts.name), place));
	return false;
}
