import { readFileSync } from "node:fs";
import { dirname, resolve as resolvePath } from "node:path";
import type { Problem, SourceLocation } from "../../protocol/problem.ts";
import { includeLocation, isMappingTemplate } from "../cloudformation/include.ts";
import type { Mapping, Node } from "../cloudformation/node.ts";
import { read } from "../cloudformation/read.ts";

/**
 * A template with the mapping templates that it includes (`AWS::Include` of a `.vtl` or `.vm` file) written into it, as
 * block scalars: AWS has no way to include text. Every other character stays as it is.
 */
export function inlineTemplate(path: string): { readonly text: string; readonly problems: readonly Problem[] } {
	const file = resolvePath(path);
	const text = readText(file);
	if (text === undefined) {
		return {
			text: "",
			problems: [{ severity: "error", code: "no-template", message: `There is no template ${file}.` }],
		};
	}
	const { root, problems: syntax } = read(text, file);
	if (root === undefined || syntax.length > 0) return { text: "", problems: syntax };

	const problems: Problem[] = [];
	const offset = offsets(text);
	let result = text;
	// From the end on, so that the places before stay right.
	for (const { entry, isFlow } of includes(root, text, offset).toReversed()) {
		const source = resolvePath(dirname(file), entry.location);
		const included = readText(source);
		if (included === undefined) {
			const message = `${entry.location} is included here, but there is no file ${source}.`;
			problems.unshift({ severity: "error", code: "missing-include", message, at: entry.at });
			continue;
		}
		const start = offset(entry.keyAt.endLine ?? entry.keyAt.line, entry.keyAt.endColumn ?? 1);
		const colon = text.indexOf(":", start) + 1;
		// An alias (`*name`) has its value elsewhere in the text.
		const alias = /^\s*\*[^\s,\]}]+/.exec(text.slice(colon));
		const end = alias ? colon + alias[0].length : offset(entry.at.endLine ?? entry.at.line, entry.at.endColumn ?? 1);
		const blanks = /\s*$/.exec(text.slice(colon, end))?.[0] ?? "";
		const value = isFlow ? ` ${JSON.stringify(included)}` : block(included, entry.keyAt.column - 1);
		result = `${result.slice(0, colon)}${value}${blanks}${result.slice(end)}`;
	}
	return { text: result, problems };
}

type Include = { readonly keyAt: SourceLocation; readonly at: SourceLocation; readonly location: string };
type Found = { readonly entry: Include; readonly isFlow: boolean };

function includes(node: Node, text: string, offset: Offset): readonly Found[] {
	if (node.kind === "scalar") return [];
	if (node.kind === "list") return node.items.flatMap((item) => includes(item, text, offset));
	const isFlow = text[offset(node.at.line, node.at.column)] === "{";
	return [...node.entries.values()].flatMap(({ value, keyAt }) => {
		const location = value.kind === "map" ? mappingTemplate(value) : undefined;
		if (location === undefined) return includes(value, text, offset);
		return [{ entry: { keyAt, at: value.at, location }, isFlow }];
	});
}

function mappingTemplate(value: Mapping): string | undefined {
	const transform = value.entries.size === 1 ? value.entries.get("Fn::Transform") : undefined;
	const location = transform === undefined ? undefined : includeLocation(transform.value)?.text;
	return location !== undefined && isMappingTemplate(location) ? location : undefined;
}

/** The text as a block scalar behind a key at `indent`; quoted where a block cannot say it. */
function block(text: string, indent: number): string {
	const isPlain =
		text.trim() !== "" &&
		!/[^\n\t\x20-\x7e\u00a0-\ud7ff\ue000-\ufffd]/.test(text.replace(/[\u{10000}-\u{10ffff}]/gu, ""));
	if (!isPlain) return ` ${JSON.stringify(text)}`;
	const ending = /\n*$/.exec(text)?.[0].length ?? 0;
	const chomp = ending === 0 ? "-" : ending === 1 ? "" : "+";
	const lines = text.replace(/\n*$/, "").split("\n");
	// Lines that begin with blanks would be taken for a deeper block: then the depth is said.
	const depth = /^\s/.test(lines.find((line) => line !== "") ?? "") ? "2" : "";
	const margin = " ".repeat(indent + 2);
	const extra = "\n".repeat(Math.max(ending - 1, 0));
	return ` |${depth}${chomp}\n${lines.map((line) => (line === "" ? "" : margin + line)).join("\n")}${extra}`;
}

type Offset = (line: number, column: number) => number;

function offsets(text: string): Offset {
	const starts = [0];
	for (let i = text.indexOf("\n"); i >= 0; i = text.indexOf("\n", i + 1)) starts.push(i + 1);
	return (line, column) => (starts[line - 1] ?? text.length) + column - 1;
}

function readText(file: string): string | undefined {
	try {
		return readFileSync(file, "utf8");
	} catch {
		return undefined;
	}
}
