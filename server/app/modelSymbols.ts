import { entriesOf, rootOf, under } from "../embedded/hostDocument.ts";
import type { Apps } from "./apps.ts";
import { normalUri } from "./files.ts";
import { type ModelMention, modelMentions } from "./modelMentions.ts";

/** The name of a model in a document, and all places of the app that mean it. */
export type ModelSymbol = {
	readonly at: ModelMention;
	readonly all: readonly ModelMention[];
	/** Names that something else has there. */
	readonly taken: ReadonlySet<string>;
};

/** The model that is named at an offset of a document; undefined where none is, or one that nothing declares. */
export function modelSymbolAt(apps: Apps, given: string, offset: number): ModelSymbol | undefined {
	const uri = normalUri(given);
	const mentionsOf = (document: string) => {
		const facts = apps.factsOf(document);
		return facts === undefined ? [] : modelMentions(facts);
	};
	const at = mentionsOf(uri).find(({ start, end }) => start <= offset && offset <= end);
	if (at === undefined) return undefined;
	// A logical id is the document's own.
	const others = at.by === "logicalId" ? [] : [...(apps.appOf(uri)?.read.keys() ?? [])];
	const documents = new Set([uri, ...others.filter((it) => /\.(ya?ml|json|template)$/i.test(it))]);
	const mentions = [...documents].flatMap(mentionsOf).filter(({ by }) => by === at.by);
	const all = mentions.filter(({ name }) => name === at.name);
	if (!all.some(({ declares }) => declares)) return undefined;
	const host = at.by === "logicalId" ? apps.factsOf(uri)?.host : undefined;
	const resources = host === undefined ? [] : entriesOf(host, under(host, rootOf(host), "Resources"));
	const declared = mentions.filter(({ declares }) => declares).map(({ name }) => name);
	return { at, all, taken: new Set([...declared, ...resources.map(({ key }) => key)]) };
}

/** Why a model cannot have another name; undefined where it can. */
export function refusedName({ at, all, taken }: ModelSymbol, newName: string): string | undefined {
	const what = at.by === "name" ? "a model" : "a resource";
	if (!/^[A-Za-z0-9]+$/.test(newName))
		return `"${newName}" is no name of ${what}: only letters and digits may be in it.`;
	if (newName !== at.name && taken.has(newName)) return `There is ${newName} already.`;
	if (all.filter(({ declares }) => declares).length > 1)
		return `The app declares ${at.name} more than once, and which of them is meant where cannot be told.`;
	return undefined;
}
