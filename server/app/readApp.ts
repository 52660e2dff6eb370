import type { Template } from "../../language/vtl/nodes.ts";
import { parse } from "../../language/vtl/parse/parse.ts";
import type { TemplateSlot } from "../embedded/templateStrings.ts";
import type { TemplateId } from "../templateView.ts";
import type { DocumentFacts } from "./documentFacts.ts";
import { beside, type Files, normalUri } from "./files.ts";
import { type AppKnowledge, type AppTemplate, type MethodFacts, type Place, unknownPlace } from "./knowledge.ts";
import { mergedPlace } from "./mergedPlace.ts";
import { methodFacts, withFile } from "./methodFacts.ts";
import type { MethodSketch } from "./methodSketch.ts";
import { modelsOf } from "./modelsOf.ts";
import { withEvent } from "./withEvent.ts";

/** An app: what its documents declare, put together. */
export type App = {
	readonly root: string;
	readonly knowledge: AppKnowledge;
	/** The place of a template of this app; an unknown one where the app does not use it. */
	placeOf(id: TemplateId): Place;
	/** Whether the app includes the file, as a template or as a definition. */
	includes(uri: string): boolean;
	/** What was read, and its stamps. */
	readonly read: ReadonlyMap<string, string>;
};

/** Documents that an app may have. */
const documentsMax = 50;

export function readApp(root: string, files: Files, factsOf: (uri: string) => DocumentFacts | undefined): App {
	const read = new Map<string, string>();
	const documents: DocumentFacts[] = [];
	const waiting = [root];
	for (const uri of waiting) {
		if (read.has(uri) || documents.length >= documentsMax) continue;
		read.set(uri, files.stamp(uri));
		const facts = factsOf(uri);
		if (facts === undefined) continue;
		documents.push(facts);
		waiting.push(...facts.includes.flatMap(({ path }) => normalised(beside(uri, path)) ?? []));
	}
	const models = modelsOf(documents);
	const source = (uri: string) => {
		read.set(uri, files.stamp(uri));
		return files.read(uri);
	};
	const functions = documents.flatMap((it) => it.functions.map((one) => withEvent(withFile(one, files), source)));
	const stageVariables = documents.flatMap((it) => it.stageVariables);
	const methods = documents.map((document) => ({
		document,
		methods: document.methods.map((sketch) => ({ sketch, method: methodFacts(sketch, models.named, functions) })),
	}));
	const byId = new Map<TemplateId, Use[]>();
	for (const one of methods) {
		for (const use of one.document.slots.flatMap((slot) => useOf(one.document, slot, one.methods) ?? [])) {
			byId.set(use.id, [...(byId.get(use.id) ?? []), use]);
		}
	}
	const places = new Map([...byId].map(([id, those]) => [id, mergedPlace(those, stageVariables)]));
	const templates = [...byId].flatMap(([id, [use]]) =>
		use === undefined ? [] : [appTemplate(id, use, places.get(id) ?? unknownPlace, files)],
	);
	return {
		root,
		knowledge: {
			methods: methods.flatMap((it) => it.methods.map(({ method }) => method)),
			models: models.all,
			functions,
			stageVariables,
			templates,
		},
		placeOf: (id) => places.get(id) ?? { ...unknownPlace, stageVariables },
		includes: (uri) => byId.has(uri) || documents.some((it) => it.uri === uri),
		read,
	};
}

/** A template where a document uses it. */
export type Use = {
	readonly id: TemplateId;
	readonly document: DocumentFacts;
	readonly slot: TemplateSlot;
	readonly sketch: MethodSketch | undefined;
	readonly method: MethodFacts | undefined;
};

type Method = { readonly sketch: MethodSketch; readonly method: MethodFacts };

function useOf(document: DocumentFacts, slot: TemplateSlot, methods: readonly Method[]): Use | undefined {
	const id =
		slot.kind === "string" ? embeddedId(document.uri, slot.pointer) : normalised(beside(document.uri, slot.location));
	if (id === undefined) return undefined;
	const own = methods.find(({ sketch }) => sketch.keys.every((key, i) => slot.keys[i] === key));
	return { id, document, slot, sketch: own?.sketch, method: own?.method };
}

export function embeddedId(uri: string, pointer: string): TemplateId {
	return `${uri}#${pointer}`;
}

function normalised(uri: string | undefined): string | undefined {
	return uri === undefined ? undefined : normalUri(uri);
}

function appTemplate(id: TemplateId, { slot, document }: Use, place: Place, files: Files): AppTemplate {
	let tree: Template | undefined;
	const read = () => (slot.kind === "string" ? slot.text : (files.read(id) ?? ""));
	const source = slot.kind === "string" ? { uri: document.uri, ...slot.map.extent } : { uri: id, start: 0, end: 0 };
	return {
		id,
		place,
		source,
		tree: () => {
			tree ??= parse(read());
			return tree;
		},
	};
}
