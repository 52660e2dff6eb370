import { readFileSync } from "node:fs";
import { dirname, extname, isAbsolute, resolve as resolvePath } from "node:path";
import type { Problem, SourceLocation } from "../../protocol/problem.ts";
import { child, childText, type Entry, type Node, scalar } from "./node.ts";
import { read } from "./read.ts";
import { withDefinitions } from "./withDefinitions.ts";

export type Included = {
	readonly root: Node;
	readonly problems: readonly Problem[];
	readonly files: readonly string[];
};

/**
 * Carries out `Fn::Transform: { Name: AWS::Include, Parameters: { Location } }`. As on AWS, a YAML or JSON fragment takes
 * the place of the transform and is merged with the entries beside it.
 *
 * Two departures for the sake of working in files: Location is a path relative to the file that includes (AWS reads from
 * S3, where `aws cloudformation package` puts the file), and a `.vtl` or `.vm` file is taken as text, so that a mapping
 * template can live in a file of its own. `gatewright inline` writes those texts into the template for AWS.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/create-reusable-transform-function-snippets-and-add-to-your-template-with-aws-include-transform.html
 */
export function include(root: Node): Included {
	const including: Including = { problems: [], files: new Set() };
	const defined = withDefinitions(root, (location, at) => readFragment(location, at, including, 0));
	return { root: walk(defined, including, 0), problems: including.problems, files: [...including.files] };
}

type Including = { readonly problems: Problem[]; readonly files: Set<string> };

/** A fragment that includes itself would never end. */
const deepest = 10;

function walk(node: Node, including: Including, depth: number): Node {
	if (node.kind === "scalar") return node;
	if (node.kind === "list") return { ...node, items: node.items.map((item) => walk(item, including, depth)) };

	const entries = new Map<string, Entry>();
	let fragment: Node | undefined;
	for (const [key, entry] of node.entries) {
		const location = key === "Fn::Transform" ? includeLocation(entry.value) : undefined;
		if (location === undefined) entries.set(key, { ...entry, value: walk(entry.value, including, depth) });
		else fragment = readFragment(location.text, location.at, including, depth) ?? { ...node, entries: new Map() };
	}
	if (fragment === undefined) return { ...node, entries };
	if (entries.size === 0) return fragment;
	if (fragment.kind === "map") return { ...node, entries: new Map([...fragment.entries, ...entries]) };
	report(including, "include", "Only a map can be included beside other entries.", node.at);
	return { ...node, entries };
}

/** Where an `Fn::Transform` includes from, if it is an AWS::Include. */
export function includeLocation(transform: Node): { readonly text: string; readonly at: SourceLocation } | undefined {
	if (childText(transform, "Name") !== "AWS::Include") return undefined;
	const location = child(child(transform, "Parameters"), "Location");
	return location?.kind === "scalar" ? location : undefined;
}

function readFragment(location: string, at: SourceLocation, including: Including, depth: number): Node | undefined {
	if (depth >= deepest)
		return report(including, "include", `${location} is included too deeply (${deepest} files).`, at);
	if (/^s3:|^https?:/.test(location)) {
		const message = `${location} cannot be included: only files beside the template are read. Give a relative path.`;
		return report(including, "include", message, at);
	}
	const file = isAbsolute(location) ? location : resolvePath(dirname(at.file), location);
	including.files.add(file);
	const text = readText(file);
	if (text === undefined) {
		return report(including, "missing-include", `${location} is included here, but there is no file ${file}.`, at);
	}
	if (isMappingTemplate(file)) return scalar(text, { file, line: 1, column: 1 });
	const result = read(text, file);
	including.problems.push(...result.problems);
	return result.root === undefined ? undefined : walk(result.root, including, depth + 1);
}

export function isMappingTemplate(file: string): boolean {
	return extname(file) === ".vtl" || extname(file) === ".vm";
}

function readText(file: string): string | undefined {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return undefined;
	}
}

function report(including: Including, code: string, message: string, at: SourceLocation): undefined {
	including.problems.push({ severity: "error", code, message, at });
	return undefined;
}
