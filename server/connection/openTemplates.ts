import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Template } from "../../language/vtl/nodes.ts";
import { parse } from "../../language/vtl/parse/parse.ts";
import { reparse } from "../../language/vtl/parse/reparse.ts";
import type { Apps } from "../app/apps.ts";
import { normalUri } from "../app/files.ts";
import { noApp, unknownPlace } from "../app/knowledge.ts";
import { type App, embeddedId } from "../app/readApp.ts";
import type { RecordedBodies } from "../app/recordedBodies.ts";
import { sampleCalls } from "../app/sampleCalls.ts";
import type { TemplateString } from "../embedded/templateStrings.ts";
import { identityMap, type TextMap } from "../embedded/textMap.ts";
import type { TemplateView } from "../templateView.ts";

/** A template of an open document. */
export type OpenTemplate = {
	readonly document: TextDocument;
	readonly view: TemplateView;
	readonly map: TextMap;
	/** Where it is a string of a document. */
	readonly slot: TemplateString | undefined;
};

export type OpenTemplates = {
	/** All templates of a document, as it is now. */
	of(document: TextDocument): readonly OpenTemplate[];
	closed(uri: string): void;
};

type Known = {
	readonly version: number;
	readonly app: App | undefined;
	/** The stamp of the recorded bodies. */
	readonly recordings: number;
	readonly templates: readonly OpenTemplate[];
};

/** The language of documents that are templates as a whole. */
export const templateLanguage = "apigw-vtl";

export function openTemplates(apps: Apps, recorded: RecordedBodies): OpenTemplates {
	const known = new Map<string, Known>();
	return {
		closed: (uri) => known.delete(uri),
		of: (document) => {
			if (!mayHoldTemplates(document)) return [];
			const app = apps.appOf(document.uri);
			const before = known.get(document.uri);
			const recordings = recorded.stamp();
			if (before?.version === document.version && before.app === app && before.recordings === recordings)
				return before.templates;
			const templates = read(document, before, app, { apps, recorded });
			known.set(document.uri, { version: document.version, app, recordings, templates });
			return templates;
		},
	};
}

/** Cheap, for it is asked of every JSON and YAML document that the editor has open. */
function mayHoldTemplates(document: TextDocument): boolean {
	return document.languageId === templateLanguage || /(request|response)Templates/i.test(document.getText());
}

function read(
	document: TextDocument,
	before: Known | undefined,
	app: App | undefined,
	{ apps, recorded }: { readonly apps: Apps; readonly recorded: RecordedBodies },
): readonly OpenTemplate[] {
	const uri = normalUri(document.uri);
	const viewOf = (id: string, tree: Template): TemplateView => {
		const place = app?.placeOf(id) ?? unknownPlace;
		return {
			id,
			text: tree.text,
			tree,
			place,
			app: app?.knowledge ?? noApp,
			samples: sampleCalls(place),
			recorded: recorded.of(uri, place),
		};
	};
	if (document.languageId === templateLanguage) {
		const text = document.getText();
		const previous = before?.templates[0]?.view.tree;
		const tree = previous === undefined ? parse(text) : reparse(previous, text);
		return [{ document, view: viewOf(uri, tree), map: identityMap(text.length), slot: undefined }];
	}
	return (apps.factsOf(uri)?.slots ?? []).flatMap((slot): OpenTemplate[] => {
		if (slot.kind !== "string") return [];
		const id = embeddedId(uri, slot.pointer);
		const previous = before?.templates.find(({ view }) => view.id === id)?.view.tree;
		const tree = previous?.text === slot.text ? previous : parse(slot.text);
		return [{ document, view: viewOf(id, tree), map: slot.map, slot }];
	});
}
