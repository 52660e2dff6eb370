import { join } from "node:path";
import type { BuildOptions, Format, Loader } from "esbuild";
import type { Problem } from "../../protocol/problem.ts";
import type { FunctionSource } from "../cloudformation/builds.ts";
import { child, childText, type Node } from "../cloudformation/node.ts";

export type FunctionBuild = {
	readonly method: "esbuild" | "none";
	/** Absolute. */
	readonly entryPoints: readonly string[];
	readonly folder: string;
	readonly outbase?: string;
	readonly options: BuildOptions;
};

/**
 * How `sam build` would build a function (Metadata of its resource), as options of esbuild. Two departures, for a code
 * base that is being worked on: source maps are always made, and nothing is minified unless the template says so (SAM
 * minifies by default). Undefined when it cannot be built; that has been reported.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-using-build-typescript.html
 */
export function buildOptions(
	{ logicalId, metadata }: FunctionSource,
	folder: string,
	report: (problem: Problem) => void,
): FunctionBuild | undefined {
	const method = child(metadata, "BuildMethod");
	const name = method?.kind === "scalar" ? method.text : "none";
	if (method !== undefined && name !== "esbuild" && !runsAsItIs.test(name)) {
		const message = `${logicalId} is built by ${name}, which is not run here: only esbuild is.`;
		report({ severity: "error", code: "build-method", message, at: method.at });
		return undefined;
	}
	const properties = child(metadata, "BuildProperties");
	const isEsbuild = name === "esbuild";
	const options: Mutable<BuildOptions> = { format: "cjs", target: "es2020" };
	for (const [property, { value, keyAt: at }] of properties?.kind === "map" && isEsbuild ? properties.entries : []) {
		const set = Object.hasOwn(setters, property) ? setters[property] : undefined;
		if (set !== undefined) set(options, value);
		else {
			const message = `${property} of the BuildProperties of ${logicalId} is not known here: it has no effect.`;
			report({ severity: "warning", code: "unknown-property", message, at });
		}
	}
	const entryPoints = texts(child(properties, "EntryPoints")).map((entry) => join(folder, entry));
	if (isEsbuild && entryPoints.length === 0) entryPoints.push(join(folder, "app"));
	return {
		method: isEsbuild ? "esbuild" : "none",
		entryPoints,
		folder,
		options,
	};
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** SAM's other methods for interpreted code copy it, or install what it requires, which is the user's own doing here. */
const runsAsItIs = /^(nodejs|python)[\d.]+x?$/;

type Setter = (options: Mutable<BuildOptions>, value: Node) => void;

const setters: Readonly<Record<string, Setter>> = {
	EntryPoints: () => {},
	Sourcemap: () => {},
	External: (options, value) => void (options.external = [...texts(value)]),
	Target: (options, value) => void (options.target = [...texts(value)]),
	Minify: (options, value) => void (options.minify = isTrue(value)),
	KeepNames: (options, value) => void (options.keepNames = isTrue(value)),
	SourcesContent: (options, value) => void (options.sourcesContent = isTrue(value)),
	MainFields: (options, value) => void (options.mainFields = texts(value).flatMap((field) => field.split(","))),
	Conditions: (options, value) => void (options.conditions = [...texts(value)]),
	// These are lists or texts of `key=value`, as on esbuild's command line; esbuild itself refuses a value that it does not know.
	Format: (options, value) => void (options.format = (texts(value)[0] ?? "cjs") as Format),
	Loader: (options, value) => void (options.loader = pairs(value) as Record<string, Loader>),
	OutExtension: (options, value) => void (options.outExtension = pairs(value)),
	Banner: (options, value) => void (options.banner = pairs(value)),
	Footer: (options, value) => void (options.footer = pairs(value)),
	Define: (options, value) => void (options.define = pairs(value)),
	Alias: (options, value) => void (options.alias = pairs(value)),
};

function texts(value: Node | undefined): string[] {
	if (value === undefined) return [];
	const items = value.kind === "list" ? value.items : [value];
	return items.flatMap((item) => (item.kind === "scalar" && item.value !== null ? item.text : []));
}

function pairs(value: Node): Record<string, string> {
	if (value.kind === "map") {
		return Object.fromEntries([...value.entries.keys()].map((key) => [key, childText(value, key) ?? ""]));
	}
	return Object.fromEntries(
		texts(value).map((text) => {
			const split = text.indexOf("=");
			return [text.slice(0, split), text.slice(split + 1)];
		}),
	);
}

function isTrue(value: Node): boolean {
	return value.kind === "scalar" && value.text === "true";
}
