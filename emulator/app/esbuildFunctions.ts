import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Message } from "esbuild";
import type { Problem } from "../../protocol/problem.ts";
import type { FunctionSource } from "../cloudformation/builds.ts";
import type { FunctionCode } from "../cloudformation/resources/resourceType.ts";
import type { FunctionBuild } from "./buildOptions.ts";
import { exportsOf } from "./builtExports.ts";
import { builtFolder } from "./builtFolder.ts";
import { esbuildContexts, type Outputs } from "./esbuildContexts.ts";
import { fileStamp } from "./fileStamp.ts";
import { type HandlerPlace, handlerParts, missingExport, missingFile, problem } from "./handlerFile.ts";
import { findPackage, leftOutPackages } from "./leftOutModules.ts";
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
 * Functions in TypeScript, bundled by esbuild. One whose files are as they were is not built again. A build goes to a
 * folder named by its content: what runs is never written over.
 */
export function esbuildFunctions(appFolder: string, root: string): EsbuildFunctions {
	const contexts = esbuildContexts();
	const built = new Map<string, Built>();
	const missingEntries = new Map<string, string>();
	let loading: Promise<EsbuildModule | undefined> | undefined;
	return {
		async build({ logicalId, at }, handler, build, report) {
			missingEntries.delete(logicalId);
			const missing = build.entryPoints.find((file) => !entryExists(file));
			if (missing !== undefined) {
				missingEntries.set(logicalId, missing);
				report(problem("missing-handler", missingEntry(handler, missing), handler));
				return undefined;
			}
			loading ??= loadEsbuild(appFolder);
			const esbuild = await loading;
			if (esbuild === undefined) {
				const message = `${logicalId} needs esbuild, which was not found: run npm install --save-dev esbuild beside the template.`;
				report({ severity: "error", code: "no-esbuild", message, at });
				return undefined;
			}
			const key = JSON.stringify([build, handler.handler]);
			const before = built.get(logicalId);
			if (before?.key === key && before.stamp === stampOf(logicalId)) return before.code;

			const outdir = join(root, logicalId, "build");
			const { outputs, errors, warnings } = await contexts.build(esbuild, logicalId, build, outdir);
			for (const message of errors) report(buildProblem(logicalId, message, "error", build.folder, handler));
			for (const message of warnings) report(buildProblem(logicalId, message, "warning", build.folder, handler));
			built.delete(logicalId);
			if (outputs === undefined || !hasHandler(outputs, handler, outdir, report)) return undefined;
			const { found, missing: notInstalled } = leftOut(outputs, build.folder);
			for (const name of notInstalled) {
				report({
					severity: "warning",
					code: "missing-module",
					message: notInstalledText(handler, name),
					at: handler.at,
				});
			}
			const code = builtFolder(outputs, join(root, logicalId), found);
			// A warning is said again by building again.
			if (warnings.length === 0 && notInstalled.length === 0)
				built.set(logicalId, { key, stamp: stampOf(logicalId), code });
			return code;
		},
		inputs: () => [...contexts.inputs(), ...settings(appFolder), ...missingEntries.values()],
		close: contexts.close,
	};

	function stampOf(logicalId: string): string {
		return fileStamp([...contexts.inputs(logicalId), ...settings(appFolder)]);
	}
}

/** The packages that the bundle leaves out, those that are installed with their places. */
function leftOut(outputs: Outputs, folder: string): { found: Map<string, string>; missing: string[] } {
	const found = new Map<string, string>();
	const missing: string[] = [];
	for (const name of leftOutPackages(outputs)) {
		const place = findPackage(name, folder);
		if (place === undefined) missing.push(name);
		else found.set(name, place);
	}
	return { found, missing };
}

function notInstalledText({ logicalId }: HandlerPlace, name: string): string {
	const why = name.startsWith("@aws-sdk/")
		? "AWS's runtime brings it, this machine does not"
		: "it is External in the function's BuildProperties";
	return `${logicalId} needs ${name} when it runs, which is not installed (${why}): run npm install --save-dev ${name} beside the template.`;
}

type Built = { readonly key: string; readonly stamp: string; readonly code: FunctionCode };

/** Not in a build, and yet they change it: how TypeScript is read, and what is installed. */
function settings(appFolder: string): readonly string[] {
	return ["tsconfig.json", "package.json", "node_modules/.package-lock.json"].map((name) => join(appFolder, name));
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
