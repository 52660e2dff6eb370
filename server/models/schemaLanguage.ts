import { getLanguageService, type LanguageService } from "vscode-json-languageservice";
import { TextDocument } from "vscode-languageserver-textdocument";
import profile from "../../schemas/model.schema.json" with { type: "json" };
import type { SchemaCursor } from "./schemaCursor.ts";

/** What JSON's language service knows of a place in a model's schema, by our profile of draft 4. */
export type SchemaLanguage = {
	/** The keywords or values that fit, with what is said of each. */
	completion(cursor: SchemaCursor): Promise<readonly SchemaWord[]>;
	/** Markdown. */
	hover(cursor: SchemaCursor): Promise<string | undefined>;
};

/** `isText`: a string of JSON, which is in quotes there. */
export type SchemaWord = {
	readonly word: string;
	readonly isText: boolean;
	readonly documentation: string | undefined;
};

export function schemaLanguage(): SchemaLanguage {
	let made: LanguageService | undefined;
	const service = () => {
		made ??= getLanguageService({});
		made.configure({ validate: false, schemas: [{ uri: "gatewright:model", fileMatch: ["*"], schema }] });
		return made;
	};
	const opened = ({ json, at }: SchemaCursor) => {
		const document = TextDocument.create("gatewright:///schema.json", "json", 1, json);
		return { document, position: document.positionAt(at.start), parsed: service().parseJSONDocument(document) };
	};
	return {
		completion: async (cursor) => {
			const { document, position, parsed } = opened(cursor);
			const found = await service().doComplete(document, position, parsed);
			return (found?.items ?? []).flatMap(({ label, documentation }) => {
				const word = label.replaceAll('"', "");
				return word === "" ? [] : [{ word, isText: label.startsWith('"'), documentation: textOf(documentation) }];
			});
		},
		hover: async (cursor) => {
			const { document, position, parsed } = opened(cursor);
			const found = await service().doHover(document, position, parsed);
			const contents = Array.isArray(found?.contents) ? found.contents : found === null ? [] : [found.contents];
			const text = contents.map((it) => textOf(it) ?? "").join("\n\n");
			return text === "" ? undefined : text;
		},
	};
}

/** The file is the JSON Schema that the service takes; its literal type is too wide for the service's own. */
const schema: object = profile;

function textOf(content: string | { readonly value: string } | undefined): string | undefined {
	return typeof content === "object" ? content.value : content;
}
