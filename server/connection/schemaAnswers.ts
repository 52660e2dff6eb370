import {
	type CompletionItem,
	CompletionItemKind,
	type CompletionList,
	type Hover,
	MarkupKind,
	type TextDocumentPositionParams,
} from "vscode-languageserver/node";
import { schemaNodes } from "../app/schemaNodes.ts";
import { spanOf } from "../embedded/hostDocument.ts";
import { type SchemaCursor, schemaCursor } from "../models/schemaCursor.ts";
import { type SchemaWord, schemaLanguage } from "../models/schemaLanguage.ts";
import type { Serving } from "./serving.ts";

/** What is answered in the schemas of models that stand in YAML and JSON documents. */
export type SchemaAnswers = {
	completion(at: TextDocumentPositionParams): Promise<CompletionList | null>;
	hover(at: TextDocumentPositionParams): Promise<Hover | null>;
};

export function schemaAnswers({
	connection,
	places: { files, apps },
}: Pick<Serving, "connection" | "places">): SchemaAnswers {
	const language = schemaLanguage();
	const placeAt = ({ textDocument, position }: TextDocumentPositionParams) => {
		const document = files.document(textDocument.uri);
		if (document === undefined || !mayHoldSchemas(document.getText())) return undefined;
		const cursor = schemaCursor(document.getText(), document.offsetAt(position), document.languageId === "json");
		if (cursor === undefined) return undefined;
		const { start, end } = cursor.span;
		return { cursor, range: { start: document.positionAt(start), end: document.positionAt(end) } };
	};
	/** As the document is read already: a whole one is not read anew for each hover outside of schemas. */
	const isInSchema = ({ textDocument: { uri }, position }: TextDocumentPositionParams) => {
		const document = files.document(uri);
		if (document === undefined || !mayHoldSchemas(document.getText())) return false;
		const offset = document.offsetAt(position);
		const host = apps.factsOf(uri)?.host;
		const spans = host === undefined ? [] : schemaNodes(host).map(spanOf);
		return spans.some(({ start, end }) => start <= offset && offset <= end);
	};
	/** What comes later is not the guard's any more. */
	const failed = (error: unknown) => {
		connection.console.error(`schemas: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
		return null;
	};
	return {
		completion: async (at) => {
			try {
				const place = placeAt(at);
				if (place === undefined) return null;
				const words = await language.completion(place.cursor);
				const items = words.map((word): CompletionItem => {
					const newText = written(word, place.cursor);
					return { ...item(word, place.cursor), filterText: newText, textEdit: { range: place.range, newText } };
				});
				return { isIncomplete: false, items };
			} catch (error) {
				return failed(error);
			}
		},
		hover: async (at) => {
			try {
				const place = isInSchema(at) ? placeAt(at) : undefined;
				const value = place === undefined ? undefined : await language.hover(place.cursor);
				if (place === undefined || value === undefined) return null;
				return { contents: { kind: MarkupKind.Markdown, value }, range: place.range };
			} catch (error) {
				return failed(error);
			}
		},
	};
}

/** Cheap, for it is asked of every YAML and JSON document. */
function mayHoldSchemas(text: string): boolean {
	return /AWS::ApiGateway::|AWS::Serverless::Api|\b(openapi|swagger)\b/.test(text);
}

function item({ word, documentation }: SchemaWord, { place }: SchemaCursor): CompletionItem {
	const kind = place === "value" ? CompletionItemKind.Value : CompletionItemKind.Property;
	const told =
		documentation === undefined ? {} : { documentation: { kind: MarkupKind.Markdown, value: documentation } };
	return { label: word, kind, ...told };
}

function written({ word, isText }: SchemaWord, { place, quoted }: SchemaCursor): string {
	const text = quoted && (isText || place !== "value") ? `"${word}"` : word;
	return place === "key" ? `${text}: ` : text;
}
