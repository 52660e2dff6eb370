import { type HostDocument, readHost, rootOf, under } from "../embedded/hostDocument.ts";
import { type TemplateSlot, templateSlots } from "../embedded/templateStrings.ts";
import { cloudFormationFacts, type Included } from "./cloudFormationFacts.ts";
import type { FunctionFacts, ModelFacts, StageVariable } from "./knowledge.ts";
import type { MethodSketch } from "./methodSketch.ts";
import { openApiFacts } from "./openApiFacts.ts";

/** What one document says, before the documents of an app are put together. */
export type DocumentFacts = {
	readonly uri: string;
	readonly host: HostDocument;
	readonly slots: readonly TemplateSlot[];
	readonly methods: readonly MethodSketch[];
	readonly models: readonly ModelFacts[];
	/** The names of models by their logical ids. */
	readonly modelIds: ReadonlyMap<string, string>;
	readonly stageVariables: readonly StageVariable[];
	readonly functions: readonly FunctionFacts[];
	readonly includes: readonly Included[];
};

export function documentFacts(uri: string, text: string): DocumentFacts {
	const host = readHost(text);
	const root = rootOf(host);
	const reading = { uri, host };
	const cloudFormation = cloudFormationFacts(reading);
	const definitions = [{ api: textAfter(uri), node: root }, ...cloudFormation.definitions];
	const openApi = definitions
		.filter(({ node }) => under(host, node, "paths") !== undefined)
		.map((definition) => openApiFacts(reading, definition));
	return {
		uri,
		host,
		slots: templateSlots(host),
		methods: [...cloudFormation.methods, ...openApi.flatMap((it) => it.methods)],
		models: [...cloudFormation.models, ...openApi.flatMap((it) => it.models)],
		modelIds: cloudFormation.modelIds,
		stageVariables: cloudFormation.stageVariables,
		functions: cloudFormation.functions,
		includes: cloudFormation.includes,
	};
}

function textAfter(uri: string): string {
	return decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));
}
