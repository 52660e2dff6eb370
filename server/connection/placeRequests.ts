import {
	type Definition,
	type Hover as LspHover,
	type SignatureHelp as LspSignatureHelp,
	MarkupKind,
	type SelectionRange,
	type TextDocumentPositionParams,
} from "vscode-languageserver/node";
import type { Span } from "../../language/vtl/nodes.ts";
import { features } from "../features/features.ts";
import type { Target } from "../features/results.ts";
import { completionItem } from "./completionItem.ts";
import { highlightKinds } from "./lspKinds.ts";
import { locationOf, rangeOf, templateAt } from "./lspPlaces.ts";
import { modelNameAnswers } from "./modelNameAnswers.ts";
import type { OpenTemplate } from "./openTemplates.ts";
import { schemaAnswers } from "./schemaAnswers.ts";
import type { Serving } from "./serving.ts";

/**
 * Answers what is asked of a place in a template, or in the schema of a model. Elsewhere there is no answer, so that others
 * can give theirs.
 */
export function servePlaces(serving: Serving): void {
	const { connection, guard, places, templates } = serving;
	const models = modelNameAnswers(serving);
	const schemas = schemaAnswers(serving);
	const { hover, completion, signatureHelp, definition, references, documentHighlight } = features;
	const { selectionRanges, linkedEditing } = features;
	const at = ({ textDocument, position }: TextDocumentPositionParams) =>
		templateAt(templates(textDocument.uri), position);
	const locations = (targets: readonly Target[]): Definition => targets.flatMap((it) => locationOf(places, it) ?? []);

	connection.onCompletion(
		guard("completion", null, (params) => {
			const here = at(params);
			if (here === undefined) return schemas.completion(params);
			if (completion === undefined) return null;
			const items = completion(here.open.view, here.offset).map((it) => completionItem(here.open, it));
			return { isIncomplete: false, items };
		}),
	);
	connection.onHover(
		guard("hover", null, (params): LspHover | null | Promise<LspHover | null> => {
			const here = at(params);
			if (here === undefined) return schemas.hover(params);
			const found = hover?.(here.open.view, here.offset);
			if (found === undefined) return null;
			return { contents: { kind: MarkupKind.Markdown, value: found.markdown }, range: rangeOf(here.open, found) };
		}),
	);
	connection.onSignatureHelp(
		guard("signature help", null, (params) => {
			const here = at(params);
			const found = here && signatureHelp?.(here.open.view, here.offset);
			return found === undefined ? null : lspSignatures(found);
		}),
	);
	connection.onDefinition(
		guard("definition", null, (params) => {
			const here = at(params);
			if (here === undefined) return models.definition(params);
			return locations(definition?.(here.open.view, here.offset) ?? []);
		}),
	);
	connection.onReferences(
		guard("references", null, (params) => {
			const here = at(params);
			if (here === undefined) return models.references(params);
			return (references?.(here.open.view, here.offset) ?? []).flatMap((it) => locationOf(places, it) ?? []);
		}),
	);
	connection.onDocumentHighlight(
		guard("document highlight", null, (params) => {
			const here = at(params);
			if (here === undefined) return null;
			const found = documentHighlight?.(here.open.view, here.offset) ?? [];
			return found.map((it) => ({ range: rangeOf(here.open, it), kind: highlightKinds[it.kind] }));
		}),
	);
	connection.onSelectionRanges(
		guard("selection ranges", null, ({ textDocument, positions }) => {
			const ranges = positions.map((position) => {
				const here = at({ textDocument, position });
				const spans = here && selectionRanges?.(here.open.view, here.offset);
				return here === undefined || spans === undefined ? undefined : nested(here.open, spans);
			});
			return ranges.every((it) => it !== undefined) ? ranges : null;
		}),
	);
	connection.languages.onLinkedEditingRange(
		guard("linked editing", null, (params) => {
			const here = at(params);
			const spans = here && linkedEditing?.(here.open.view, here.offset);
			if (here === undefined || spans === undefined || spans.length === 0) return null;
			return { ranges: spans.map((it) => rangeOf(here.open, it)) };
		}),
	);
}

function lspSignatures({
	signatures,
	...active
}: NonNullable<ReturnType<NonNullable<typeof features.signatureHelp>>>): LspSignatureHelp {
	return {
		...active,
		signatures: signatures.map(({ label, documentation, parameters }) => ({
			label,
			...(documentation === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: documentation } }),
			parameters: parameters.map((it) => ({
				label: [it.start, it.end],
				...(it.documentation === undefined
					? {}
					: { documentation: { kind: MarkupKind.Markdown, value: it.documentation } }),
			})),
		})),
	};
}

function nested(open: OpenTemplate, spans: readonly Span[]): SelectionRange | undefined {
	let outer: SelectionRange | undefined;
	for (const span of spans.toReversed()) {
		outer = { range: rangeOf(open, span), ...(outer === undefined ? {} : { parent: outer }) };
	}
	return outer;
}
