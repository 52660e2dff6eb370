import type { Location, Position, Range, TextEdit } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import type { Span } from "../../language/vtl/nodes.ts";
import type { Apps } from "../app/apps.ts";
import { hostEdits } from "../embedded/hostEdits.ts";
import type { TemplateString } from "../embedded/templateStrings.ts";
import { identityMap, type TextMap } from "../embedded/textMap.ts";
import type { Edit, Target } from "../features/results.ts";
import type { EditorFiles } from "./editorFiles.ts";
import type { OpenTemplate } from "./openTemplates.ts";

/** The template at a position of a document, and the offset in it. */
export function templateAt(
	templates: readonly OpenTemplate[],
	position: Position,
): { readonly open: OpenTemplate; readonly offset: number } | undefined {
	for (const open of templates) {
		const offset = open.map.toText(open.document.offsetAt(position));
		if (offset !== undefined) return { open, offset };
	}
	return undefined;
}

export function rangeOf({ document, map }: Pick<OpenTemplate, "document" | "map">, span: Span): Range {
	const { start, end } = map.spanToHost(span);
	return { start: document.positionAt(start), end: document.positionAt(end) };
}

/** The part of a template that a range of its document covers. */
export function spanIn({ document, map, view }: OpenTemplate, { start, end }: Range): Span | undefined {
	const from = document.offsetAt(start);
	const to = document.offsetAt(end);
	if (to < map.extent.start || from > map.extent.end) return undefined;
	const first = map.toText(Math.max(from, map.extent.start)) ?? 0;
	return { start: first, end: Math.max(first, map.toText(Math.min(to, map.extent.end)) ?? view.text.length) };
}

/** Edits of a template as edits of its document. */
export function textEdits(
	{ document, slot }: Pick<OpenTemplate, "document" | "slot">,
	edits: readonly Edit[],
): TextEdit[] {
	const written = slot === undefined ? edits : hostEdits(document.getText(), slot, edits);
	return written.map(({ start, end, newText }) => ({
		range: { start: document.positionAt(start), end: document.positionAt(end) },
		newText,
	}));
}

/** A template or file that a feature names, which need not be open. */
export type Found = {
	readonly document: TextDocument;
	readonly map: TextMap;
	readonly slot: TemplateString | undefined;
};

export type Places = { readonly files: EditorFiles; readonly apps: Apps };

export function find({ files, apps }: Places, target: Target): Found | undefined {
	const id = target.kind === "template" ? target.id : target.uri;
	const hash = target.kind === "template" ? id.indexOf("#") : -1;
	const uri = hash === -1 ? id : id.slice(0, hash);
	const text = files.read(uri);
	if (text === undefined) return undefined;
	const document = files.document(uri) ?? TextDocument.create(uri, "", 0, text);
	if (hash === -1) return { document, map: identityMap(text.length), slot: undefined };
	const slot = apps.factsOf(uri)?.slots.find((it) => it.pointer === id.slice(hash + 1));
	return slot?.kind === "string" ? { document, map: slot.map, slot } : undefined;
}

export function locationOf(places: Places, target: Target): Location | undefined {
	const found = find(places, target);
	return found === undefined ? undefined : { uri: found.document.uri, range: rangeOf(found, target) };
}
