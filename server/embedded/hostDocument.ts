import {
	type Document,
	isAlias,
	isMap,
	isScalar,
	isSeq,
	type Pair,
	parseDocument,
	type Scalar,
	type YAMLMap,
	type Node as YamlNode,
} from "yaml";
import type { Span } from "../../language/vtl/nodes.ts";

/** A YAML or JSON document (which is YAML too), read as far as it can be read. */
export type HostDocument = { readonly text: string; readonly document: Document.Parsed };

export function readHost(text: string): HostDocument {
	const document = parseDocument(text, {
		keepSourceTokens: true,
		logLevel: "silent",
		schema: "core",
		uniqueKeys: false,
	});
	return { text, document };
}

/** One entry of a map. */
export type HostEntry = { readonly key: string; readonly keySpan: Span; readonly value: YamlNode | undefined };

/** The entries of what may be a map, in order, with aliases followed. */
export function entriesOf(host: HostDocument, node: unknown): readonly HostEntry[] {
	const map = resolved(host, node);
	return isMap(map) ? map.items.flatMap((pair) => entryOf(host, pair) ?? []) : [];
}

export function itemsOf(host: HostDocument, node: unknown): readonly YamlNode[] {
	const list = resolved(host, node);
	return isSeq(list) ? list.items.flatMap((item) => resolved(host, item) ?? []) : [];
}

/** What stands under a path of keys; undefined where there is nothing. */
export function under(host: HostDocument, node: unknown, ...keys: readonly string[]): YamlNode | undefined {
	let here = resolved(host, node);
	for (const key of keys) here = entriesOf(host, here).find((entry) => entry.key === key)?.value;
	return here;
}

/** The text of a scalar that is a string, a number or a boolean. */
export function textOf(host: HostDocument, node: unknown): string | undefined {
	const scalar = resolved(host, node);
	if (!isScalar(scalar)) return undefined;
	const { value } = scalar;
	return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
		? String(value)
		: undefined;
}

export function spanOf(node: YamlNode | Scalar | YAMLMap | undefined): Span {
	const [start = 0, end = start] = node?.range ?? [];
	return { start, end };
}

/** The root of the document. */
export function rootOf({ document }: HostDocument): YamlNode | undefined {
	return document.contents ?? undefined;
}

export function resolved({ document }: HostDocument, node: unknown): YamlNode | undefined {
	const found = isAlias(node) ? node.resolve(document) : node;
	return isMap(found) || isSeq(found) || isScalar(found) ? found : undefined;
}

function entryOf(host: HostDocument, { key, value }: Pair): HostEntry | undefined {
	if (!isScalar(key)) return undefined;
	return { key: String(key.value), keySpan: spanOf(key), value: resolved(host, value) };
}
