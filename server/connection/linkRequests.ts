import type { CodeLens, DocumentLink } from "vscode-languageserver/node";
import { linkedFiles } from "../app/linkedFiles.ts";
import { identityMap } from "../embedded/textMap.ts";
import { features } from "../features/features.ts";
import type { CodeLens as Lens, DocumentLink as Link } from "../features/results.ts";
import { rangeOf } from "./lspPlaces.ts";
import type { OpenTemplate } from "./openTemplates.ts";
import type { Serving } from "./serving.ts";
import { sourceLocation } from "./sourceLocation.ts";

/** Answers what leads elsewhere: links and lenses, of a document's templates and of the document itself. */
export function serveLinks(serving: Serving): void {
	const { connection, guard, templates } = serving;
	connection.onCodeLens(
		guard("code lenses", null, ({ textDocument }) =>
			templates(textDocument.uri).flatMap((open) =>
				(features.codeLenses?.(open.view) ?? []).map((it) => lspLens(serving, open, it)),
			),
		),
	);
	connection.onDocumentLinks(
		guard("document links", null, ({ textDocument }) => [
			...templates(textDocument.uri).flatMap((open) =>
				(features.documentLinks?.(open.view) ?? []).map((it) => lspLink(open, it)),
			),
			...fileLinks(serving, textDocument.uri),
		]),
	);
}

/** The files that a document of an app names. Cheap for other documents, for all YAML and JSON is asked about. */
function fileLinks({ places: { files, apps } }: Serving, uri: string): readonly DocumentLink[] {
	const document = files.document(uri);
	if (document === undefined || !/\.(ya?ml|json|template)$/i.test(uri)) return [];
	const text = document.getText();
	if (!/AWS::(Include|Serverless|Lambda|ApiGateway)\b/.test(text)) return [];
	const facts = apps.factsOf(uri);
	if (facts === undefined) return [];
	const functions = apps.appOf(uri)?.knowledge.functions ?? [];
	const whole = { document, map: identityMap(text.length) };
	return linkedFiles(facts, functions, files).map((it) => lspLink(whole, it));
}

function lspLink(open: Pick<OpenTemplate, "document" | "map">, link: Link): DocumentLink {
	const tooltip = link.tooltip === undefined ? {} : { tooltip: link.tooltip };
	return { range: rangeOf(open, link), target: link.url, ...tooltip };
}

function lspLens({ places }: Serving, open: OpenTemplate, { title, opens, ...lens }: Lens): CodeLens {
	const at = opens === undefined ? undefined : sourceLocation(places, opens);
	const command =
		at === undefined
			? { title, command: lens.command, arguments: [...lens.arguments] }
			: { title, command: "gatewright.openSource", arguments: [at] };
	return { range: rangeOf(open, lens), command };
}
