import { createHash } from "node:crypto";
import { existsSync, mkdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Problem, SourceLocation } from "../../protocol/problem.ts";
import type { FunctionSource } from "../cloudformation/builds.ts";
import { isMappingTemplate } from "../cloudformation/include.ts";
import { child, childText, type Node } from "../cloudformation/node.ts";
import type { FunctionCode } from "../cloudformation/resources/resourceType.ts";
import { buildOptions } from "./buildOptions.ts";
import { esbuildFunctions } from "./esbuildFunctions.ts";
import { folderCode } from "./folderCode.ts";
import { findHandler, type HandlerPlace } from "./handlerFile.ts";
import { inlineCode } from "./inlineCode.ts";
import { samConfigFile } from "./samConfig.ts";

/** The code of an app's functions, made ready to run where they are or under `filesDir`. */
export type FunctionCodes = {
	make(source: FunctionSource, report: (problem: Problem) => void): Promise<FunctionCode | undefined>;
	/** The files and folders of the user whose change may change some function's code. */
	watched(): { readonly files: readonly string[]; readonly folders: readonly string[] };
	close(): Promise<void>;
};

export function functionCodes(template: string, filesDir: string): FunctionCodes {
	const appFolder = dirname(template);
	// The template may lie in a function's folder: a change of it is no change of code.
	const isCode = (file: string) => file !== template && file !== samConfigFile(appFolder) && !isMappingTemplate(file);
	// Two apps that one emulator has seen may have functions of the same name.
	const root = join(filesDir, "functions", createHash("sha256").update(template).digest("hex").slice(0, 8));
	mkdirSync(root, { recursive: true });
	const builds = esbuildFunctions(appFolder, root);
	const folders = new Map<string, string>();
	return {
		async make(source, report) {
			folders.delete(source.logicalId);
			const code = child(source.properties, "Code");
			const inline = child(code, "ZipFile");
			if (inline?.kind === "scalar") return inlineCode(source, inline, root);
			const folder = folderOf(code, source, report);
			if (folder === undefined) return undefined;

			if (!existsSync(folder)) {
				// Waited for.
				folders.set(source.logicalId, folder);
				const message = `The code of ${source.logicalId} should be in ${folder}, but there is no such folder.`;
				report({ severity: "error", code: "missing-code", message, at: code?.at ?? source.at });
				return undefined;
			}
			warnOfRuntime(source, folder, report);

			const options = buildOptions(source, folder, report);
			if (options === undefined) return undefined;
			const handler = handlerPlace(source, folder);
			if (options.method === "esbuild") return builds.build(source, handler, options, report);
			// Watched also when there is nothing to run, for the file that is missing.
			folders.set(source.logicalId, folder);
			const found = await findHandler(handler, report);
			if (found === undefined) return undefined;
			if (!found.isTypeScript) return folderCode(folder, isCode);
			folders.delete(source.logicalId);
			return builds.build(source, handler, { ...options, entryPoints: [found.file], outbase: folder }, report);
		},
		// A folder that is missing is itself waited for, in the one above it.
		watched: () => ({ files: [...builds.inputs(), ...folders.values()], folders: [...folders.values()] }),
		close: builds.close,
	};
}

/** Lambda takes the function all the same; only its invocations fail. */
function warnOfRuntime({ logicalId, properties }: FunctionSource, folder: string, report: (it: Problem) => void): void {
	const runtime = child(properties, "Runtime");
	if (runtime?.kind !== "scalar" || !/^(java|dotnet|ruby|go)\d/.test(runtime.text)) return;
	if (existsSync(join(folder, "bootstrap"))) return;
	const message = `The Runtime of ${logicalId} is ${runtime.text}, which is not run here: only Node.js, Python and custom runtimes are.`;
	report({ severity: "warning", code: "runtime", message, at: runtime.at });
}

function handlerPlace({ logicalId, properties, at }: FunctionSource, folder: string): HandlerPlace {
	const handler = properties.entries.get("Handler")?.value;
	return {
		logicalId,
		folder,
		handler: childText(properties, "Handler") ?? "",
		runtime: childText(properties, "Runtime") ?? "",
		at: handler?.at ?? at,
	};
}

/** `Code` is a path as `aws cloudformation package` takes it (SAM's CodeUri becomes one); real S3 objects cannot be had. */
function folderOf(
	code: Node | undefined,
	source: FunctionSource,
	report: (problem: Problem) => void,
): string | undefined {
	const refuse = (why: string, at: SourceLocation = code?.at ?? source.at): undefined => {
		report({ severity: "error", code: "missing-code", message: `${source.logicalId} ${why}`, at });
		return undefined;
	};
	if (code === undefined || (code.kind === "scalar" && code.value === null)) {
		return refuse("has no code: give it a CodeUri with the path of its folder, or InlineCode.");
	}
	if (code.kind !== "scalar" || /^(s3|https?):/.test(code.text)) {
		return refuse("has its code in S3, which cannot be read here: give the path of its folder.");
	}
	if (/\.(zip|jar)$/.test(code.text)) {
		return refuse(`has its code in ${code.text}: archives are not read here yet, give the path of a folder.`);
	}
	return resolve(dirname(code.at.file), code.text);
}
