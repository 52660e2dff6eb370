import {
	type CollectionTag,
	type Document,
	isAlias,
	isMap,
	isPair,
	isScalar,
	isSeq,
	LineCounter,
	parseDocument,
	type ScalarTag,
	type Tags,
	type YAMLMap,
	type YAMLSeq,
} from "yaml";
import type { Problem, SourceLocation } from "../../protocol/problem.ts";
import { type Entry, type Node, type Scalar, scalar } from "./node.ts";

export type ReadResult = { readonly root?: Node; readonly problems: readonly Problem[] };

/** Reads YAML or JSON (which is YAML too), every value with its place. Reading never fails: what is wrong is a problem. */
export function read(text: string, file: string): ReadResult {
	const lines = new LineCounter();
	const document = parseDocument(text, {
		lineCounter: lines,
		prettyErrors: false,
		schema: "core",
		customTags: shortTags,
		logLevel: "error",
	});
	const place = (start: number, end: number): SourceLocation => {
		const from = lines.linePos(start);
		const to = lines.linePos(Math.max(start, end));
		return { file, line: from.line, column: from.col, endLine: to.line, endColumn: to.col };
	};
	const first = document.errors[0];
	if (first !== undefined) {
		const kind = file.endsWith(".json") ? "JSON" : "YAML";
		const message = `This is not valid ${kind}: ${withoutStop(first.message)}.`;
		return {
			problems: [{ severity: "error", code: "template-syntax", message, at: place(first.pos[0], first.pos[1]) }],
		};
	}
	if (document.contents === null) {
		const message = "The file is empty: a template needs at least a Resources section.";
		return { problems: [{ severity: "error", code: "template-empty", message, at: place(0, 0) }] };
	}
	const reading: Reading = { document, text, place, problems: [], count: 0, depth: 0 };
	const root = convert(document.contents, reading);
	return root === undefined ? { problems: reading.problems } : { root, problems: reading.problems };
}

/** A template has at most 1 MB; aliases could still make it explode. */
const mostNodes = 200_000;
const deepest = 200;

type Reading = {
	readonly document: Document.Parsed;
	readonly text: string;
	readonly place: (start: number, end: number) => SourceLocation;
	readonly problems: Problem[];
	count: number;
	depth: number;
};

function convert(from: unknown, reading: Reading): Node | undefined {
	if (reading.count > mostNodes) return undefined;
	if (reading.count++ === mostNodes || reading.depth >= deepest) {
		// An alias within what it stands for would go on for ever.
		reading.count = mostNodes + 1;
		report(reading, "template-too-large", "The template is too large or too deep to be read.");
		return undefined;
	}
	reading.depth++;
	const converted = isAlias(from) ? convert(from.resolve(reading.document), reading) : convertNode(from, reading);
	reading.depth--;
	return converted;
}

function convertNode(from: unknown, reading: Reading): Node | undefined {
	if (!isMap(from) && !isSeq(from) && !isScalar(from)) return undefined;
	const at = reading.place(from.range?.[0] ?? 0, from.range?.[1] ?? 0);
	const converted = convertUntagged(from, at, reading);
	return from.tag === undefined || converted === undefined ? converted : withTag(from.tag, converted, reading);
}

function convertUntagged(from: unknown, at: SourceLocation, reading: Reading): Node | undefined {
	if (isScalar(from)) {
		const { value } = from;
		const start = from.range?.[0] ?? 0;
		if (typeof value === "string") return scalar(value, blockPlace(at, from.type));
		if (typeof value === "number") return scalar(value, at, from.source ?? String(value));
		if (typeof value === "boolean") return scalar(value, at);
		if (typeof value === "bigint") return scalar(Number(value), at, reading.text.slice(start, from.range?.[1]));
		return scalar(null, at);
	}
	if (isSeq(from)) {
		const items = from.items.flatMap((item) => convert(item, reading) ?? []);
		return { kind: "list", items, at };
	}
	if (!isMap(from)) return undefined;
	const entries = new Map<string, Entry>();
	for (const pair of from.items) {
		if (!isPair(pair) || !isScalar(pair.key)) {
			report(reading, "template-syntax", "A key must be plain text.", at);
			continue;
		}
		const keyAt = reading.place(pair.key.range?.[0] ?? 0, pair.key.range?.[1] ?? 0);
		const value = pair.value === null ? scalar(null, keyAt) : convert(pair.value, reading);
		if (value !== undefined) entries.set(pair.key.source ?? String(pair.key.value), { value, keyAt });
	}
	return { kind: "map", entries, at };
}

/** A block scalar's place is its first line of text rather than the `|` before it, so that line n of a mapping template is found. */
function blockPlace(at: SourceLocation, type: string | null | undefined): SourceLocation {
	const isBlock = type === "BLOCK_LITERAL" || type === "BLOCK_FOLDED";
	return isBlock && at.endLine !== undefined && at.endLine > at.line ? { ...at, line: at.line + 1, column: 1 } : at;
}

function withTag(tag: string, value: Node, reading: Reading): Node | undefined {
	const name = functionOfTag(tag);
	if (name === undefined) {
		if (tag.startsWith("tag:yaml.org,2002:")) return value;
		report(reading, "unknown-function", `${tag} is not a CloudFormation function.`, value.at);
		return undefined;
	}
	const argument = name === "Fn::GetAtt" && value.kind === "scalar" ? attributePath(value) : value;
	return { kind: "map", entries: new Map([[name, { value: argument, keyAt: value.at }]]), at: value.at };
}

/** `!GetAtt Table.StreamArn`: the first part names the resource, all that follows the attribute (`Outputs.Url`). */
export function attributePath(of: Scalar): Node {
	const dot = of.text.indexOf(".");
	const parts = dot < 0 ? [of.text] : [of.text.slice(0, dot), of.text.slice(dot + 1)];
	return { kind: "list", items: parts.map((part) => scalar(part, of.at)), at: of.at };
}

const shortNames =
	"And Base64 Cidr Condition Equals FindInMap GetAtt GetAZs If ImportValue Join Length Not Or Ref Select Split Sub ToJsonString Transform".split(
		" ",
	);

function functionOfTag(tag: string): string | undefined {
	const name = tag.slice(1);
	if (!tag.startsWith("!") || !shortNames.includes(name)) return undefined;
	return name === "Ref" || name === "Condition" ? name : `Fn::${name}`;
}

const asIs = (collection: YAMLMap.Parsed | YAMLSeq.Parsed) => collection;

const shortTags: Tags = shortNames.flatMap((name): (CollectionTag | ScalarTag)[] => {
	const tag = `!${name}`;
	return [
		{ tag, resolve: (text: string) => text },
		{ tag, collection: "seq", resolve: asIs },
		{ tag, collection: "map", resolve: asIs },
	];
});

function report(reading: Reading, code: string, message: string, at = reading.place(0, 0)): void {
	reading.problems.push({ severity: "error", code, message, at });
}

function withoutStop(message: string): string {
	return message.replace(/\.$/, "");
}
