import {
	type Location,
	LSPErrorCodes,
	type Range,
	ResponseError,
	type TextDocumentPositionParams,
	type WorkspaceEdit,
} from "vscode-languageserver/node";
import type { ModelMention } from "../app/modelMentions.ts";
import { modelSymbolAt, refusedName } from "../app/modelSymbols.ts";
import { locationOf } from "./lspPlaces.ts";
import type { Serving } from "./serving.ts";

/** What is answered where a YAML or JSON document names a model; nothing elsewhere in it. */
export type ModelNameAnswers = {
	definition(at: TextDocumentPositionParams): Location[];
	references(at: TextDocumentPositionParams): Location[];
	prepareRename(at: TextDocumentPositionParams): { readonly range: Range; readonly placeholder: string } | null;
	rename(at: TextDocumentPositionParams, newName: string): WorkspaceEdit | ResponseError | null;
};

export function modelNameAnswers({ places }: Pick<Serving, "places">): ModelNameAnswers {
	const symbolAt = ({ textDocument: { uri }, position }: TextDocumentPositionParams) => {
		const document = places.files.document(uri);
		if (document === undefined || !/\.(ya?ml|json|template)$/i.test(uri)) return undefined;
		if (!/AWS::ApiGateway::|AWS::Serverless::|\b(openapi|swagger)\b/.test(document.getText())) return undefined;
		return modelSymbolAt(places.apps, uri, document.offsetAt(position));
	};
	const placed = (all: readonly ModelMention[]) =>
		all.flatMap((it) => locationOf(places, { kind: "file", ...it }) ?? []);
	return {
		definition: (at) => placed(symbolAt(at)?.all.filter(({ declares }) => declares) ?? []),
		references: (at) => placed(symbolAt(at)?.all ?? []),
		prepareRename: (at) => {
			const symbol = symbolAt(at);
			const [here] = symbol === undefined ? [] : placed([symbol.at]);
			return symbol === undefined || here === undefined ? null : { range: here.range, placeholder: symbol.at.name };
		},
		rename: (at, newName) => {
			const symbol = symbolAt(at);
			if (symbol === undefined) return null;
			const refused = refusedName(symbol, newName);
			if (refused !== undefined) return new ResponseError(LSPErrorCodes.RequestFailed, refused);
			const changes: NonNullable<WorkspaceEdit["changes"]> = {};
			for (const { uri, range } of placed(symbol.all))
				changes[uri] = [...(changes[uri] ?? []), { range, newText: newName }];
			return { changes };
		},
	};
}
