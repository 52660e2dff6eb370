import { isMap, isScalar, isSeq, type Scalar, type Node as YamlNode } from "yaml";
import type { Span } from "../../language/vtl/nodes.ts";
import { decodeScalar } from "./decodeScalar.ts";
import { entriesOf, type HostDocument, itemsOf, resolved, rootOf, spanOf, textOf, under } from "./hostDocument.ts";
import { withSubstitutions } from "./substitutions.ts";
import { decodedMap, type TextMap } from "./textMap.ts";

/** A mapping template in a document: its text there, or the file that is included in its place. */
export type TemplateSlot = TemplateString | TemplateInclude;

export type TemplateString = {
	readonly kind: "string";
	/** The keys from the root, as a JSON pointer. */
	readonly pointer: string;
	readonly keys: readonly string[];
	readonly text: string;
	readonly map: TextMap;
	readonly scalar: Scalar;
	/** Under `Fn::Sub`. */
	readonly substituted: boolean;
};

export type TemplateInclude = {
	readonly kind: "include";
	readonly pointer: string;
	readonly keys: readonly string[];
	/** As written, relative to the document. */
	readonly location: string;
	readonly at: Span;
};

/** All mapping templates of an OpenAPI, SAM or CloudFormation document, wherever in it an integration stands. */
export function templateSlots(host: HostDocument): readonly TemplateSlot[] {
	const finding: Finding = { host, slots: [], seen: new Set(), left: nodesMax };
	find(rootOf(host), [], finding);
	return finding.slots;
}

/** A document has at most 6 MB; aliases could still make it explode. */
const nodesMax = 200_000;
const depthMax = 100;

type Finding = {
	readonly host: HostDocument;
	readonly slots: TemplateSlot[];
	/** What aliases lead to is visited once. */
	readonly seen: Set<unknown>;
	left: number;
};

function find(node: unknown, keys: readonly string[], finding: Finding): void {
	const here = resolved(finding.host, node);
	if (here === undefined || finding.seen.has(here) || finding.left-- <= 0 || keys.length > depthMax) return;
	finding.seen.add(here);
	if (isSeq(here)) {
		for (const [i, item] of here.items.entries()) find(item, [...keys, `${i}`], finding);
	}
	if (!isMap(here)) return;
	for (const { key, value } of entriesOf(finding.host, here)) {
		const inside = [...keys, key];
		if (/^(request|response)Templates$/i.test(key)) findTemplates(value, inside, finding);
		else find(value, inside, finding);
	}
}

/** The templates by content type. */
function findTemplates(map: YamlNode | undefined, keys: readonly string[], finding: Finding): void {
	for (const { key, value } of entriesOf(finding.host, map)) {
		if (value === undefined || finding.seen.has(value)) continue;
		finding.seen.add(value);
		const inside = [...keys, key];
		const slot = key.includes("/") || key.startsWith("$") ? slotOf(finding.host, value, inside) : undefined;
		if (slot !== undefined && finding.left-- > 0) finding.slots.push(slot);
	}
}

function slotOf(host: HostDocument, value: YamlNode | undefined, keys: readonly string[]): TemplateSlot | undefined {
	const shared = { pointer: keys.map((key) => `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`).join(""), keys };
	const transform = value?.tag === "!Transform" ? value : under(host, value, "Fn::Transform");
	const location = under(host, transform, "Parameters", "Location");
	if (location !== undefined) {
		const text = textOf(host, location);
		return text === undefined ? undefined : { kind: "include", ...shared, location: text, at: spanOf(location) };
	}
	const substitution = value?.tag === "!Sub" ? value : under(host, value, "Fn::Sub");
	const scalar = isSeq(substitution) ? itemsOf(host, substitution)[0] : (substitution ?? value);
	if (!isScalar(scalar) || typeof scalar.value !== "string") return undefined;
	const raw = decodeScalar(host.text, scalar);
	if (raw === undefined) return undefined;
	const substituted = substitution !== undefined;
	const decoding = substituted ? withSubstitutions(host.text, raw) : raw;
	return {
		kind: "string",
		...shared,
		text: decoding.text,
		map: decodedMap(decoding, extentOf(scalar)),
		scalar,
		substituted,
	};
}

/** Between the quotes, or behind the block's header. */
function extentOf(scalar: Scalar): Span {
	const { start, end } = spanOf(scalar);
	const token = scalar.srcToken;
	if (token?.type === "block-scalar") return { start: end - token.source.length, end };
	const quoted = token?.type === "single-quoted-scalar" || token?.type === "double-quoted-scalar";
	return quoted ? { start: start + 1, end: Math.max(start + 1, end - 1) } : { start, end };
}
