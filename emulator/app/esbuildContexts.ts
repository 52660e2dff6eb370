import { resolve } from "node:path";
import type { BuildContext, BuildFailure, BuildOptions, BuildResult, Message } from "esbuild";
import type { FunctionBuild } from "./buildOptions.ts";
import type { EsbuildModule } from "./loadEsbuild.ts";

/** esbuild's contexts, one for each function: what was read for one build need not be read for the next. */
export type EsbuildContexts = {
	build(esbuild: EsbuildModule, logicalId: string, build: FunctionBuild, outdir: string): Promise<Ran>;
	/** The user's own files that went into the builds, or into one of them, absolute. */
	inputs(logicalId?: string): readonly string[];
	close(): Promise<void>;
};

export type Ran = {
	readonly errors: readonly Message[];
	readonly warnings: readonly Message[];
	readonly outputs?: Outputs;
};
export type Outputs = Pick<BuildResult<Options>, "outputFiles" | "metafile">;

type Options = BuildOptions & { readonly metafile: true; readonly write: false };
type Kept = {
	/** The options that the context was made with. */
	readonly key: string;
	readonly context: BuildContext<Options> | undefined;
	readonly inputs: readonly string[];
};

export function esbuildContexts(): EsbuildContexts {
	const kept = new Map<string, Kept>();
	return {
		async build(esbuild, logicalId, build, outdir) {
			const options = optionsOf(build, outdir);
			const key = JSON.stringify(options);
			const before = kept.get(logicalId);
			let context = before?.key === key ? before.context : undefined;
			try {
				if (context === undefined) {
					await before?.context?.dispose();
					kept.set(logicalId, { key, context, inputs: before?.inputs ?? [] });
					context = await esbuild.context<Options>(options);
				}
				const result = await context.rebuild();
				const inputs = Object.keys(result.metafile.inputs).filter((path) => !path.includes("node_modules"));
				kept.set(logicalId, { key, context, inputs: inputs.map((path) => resolve(build.folder, path)) });
				return { errors: [], warnings: result.warnings, outputs: result };
			} catch (error) {
				if (!isBuildFailure(error)) throw error;
				// The mistake is in what went into the last build that worked, or in a file that is named.
				const named = error.errors.flatMap(({ location }) => (location ? resolve(build.folder, location.file) : []));
				const inputs = new Set([...(before?.inputs ?? []), ...build.entryPoints, ...named]);
				kept.set(logicalId, { key, context, inputs: [...inputs] });
				return { errors: error.errors, warnings: error.warnings };
			}
		},
		inputs(logicalId) {
			const all = logicalId === undefined ? [...kept.values()] : [kept.get(logicalId)];
			return all.flatMap((it) => it?.inputs ?? []);
		},
		async close() {
			await Promise.all([...kept.values()].flatMap(({ context }) => context?.dispose() ?? []));
		},
	};
}

function optionsOf(build: FunctionBuild, outdir: string): Options {
	return {
		...build.options,
		entryPoints: [...build.entryPoints],
		...(build.outbase === undefined ? {} : { outbase: build.outbase }),
		absWorkingDir: build.folder,
		// As deep as the folder it is written to, so that the paths in source maps hold there.
		outdir,
		bundle: true,
		platform: "node",
		sourcemap: true,
		metafile: true,
		write: false,
		logLevel: "silent",
	};
}

function isBuildFailure(error: unknown): error is BuildFailure {
	return error instanceof Error && "errors" in error && Array.isArray(error.errors);
}
