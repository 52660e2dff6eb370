import { type DocumentSymbol, MarkupKind } from "vscode-languageserver/node";
import { features } from "../features/features.ts";
import type { Symbol } from "../features/results.ts";
import { foldKinds, inlayHintKinds, symbolKinds } from "./lspKinds.ts";
import { rangeOf, spanIn } from "./lspPlaces.ts";
import type { OpenTemplate } from "./openTemplates.ts";
import { semanticTokens } from "./semanticTokens.ts";
import type { Serving } from "./serving.ts";

/** Answers what is asked of a whole document, for all templates in it. */
export function serveDocuments({ connection, guard, templates }: Serving): void {
	const { documentSymbols, folding, semanticTokens: tokens, inlayHints } = features;

	connection.onDocumentSymbol(
		guard("document symbols", null, ({ textDocument }) =>
			templates(textDocument.uri).flatMap((open) =>
				(documentSymbols?.(open.view) ?? []).map((it) => documentSymbol(open, it)),
			),
		),
	);
	connection.onFoldingRanges(
		guard("folding", null, ({ textDocument }) =>
			templates(textDocument.uri).flatMap((open) =>
				(folding?.(open.view) ?? []).flatMap((it) => {
					const { start, end } = rangeOf(open, it);
					const kind = foldKinds[it.kind];
					return end.line > start.line ? [{ startLine: start.line, endLine: end.line, kind }] : [];
				}),
			),
		),
	);
	connection.languages.semanticTokens.on(
		guard("semantic tokens", { data: [] }, ({ textDocument }) =>
			semanticTokens(templates(textDocument.uri), (open) => tokens?.(open.view) ?? []),
		),
	);
	connection.languages.inlayHint.on(
		guard("inlay hints", null, ({ textDocument, range }) =>
			templates(textDocument.uri).flatMap((open) => {
				const span = spanIn(open, range);
				const found = span === undefined ? [] : (inlayHints?.(open.view, span) ?? []);
				return found.map((it) => ({
					position: open.document.positionAt(hintPlace(open, it.offset)),
					label: it.label,
					kind: inlayHintKinds[it.kind],
					paddingLeft: true,
					...(it.tooltip === undefined ? {} : { tooltip: { kind: MarkupKind.Markdown, value: it.tooltip } }),
				}));
			}),
		),
	);
}

/** Behind what it tells about rather than at the beginning of the next line. */
function hintPlace({ map }: OpenTemplate, offset: number): number {
	return offset === 0 ? map.toHost(0) : map.spanToHost({ start: offset - 1, end: offset }).end;
}

function documentSymbol(open: OpenTemplate, symbol: Symbol): DocumentSymbol {
	return {
		name: symbol.name,
		kind: symbolKinds[symbol.kind],
		range: rangeOf(open, symbol),
		selectionRange: rangeOf(open, symbol.selection),
		children: symbol.children.map((it) => documentSymbol(open, it)),
		...(symbol.detail === undefined ? {} : { detail: symbol.detail }),
	};
}
