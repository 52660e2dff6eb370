import { readFileSync } from "node:fs";
import type { JsonObject, MappingEnvironment } from "../../../language/vtl/bindings/environment.ts";
import { createView } from "../../../server/createView.ts";
import type { TemplateView } from "../../../server/templateView.ts";

type Case = {
	readonly name: string;
	readonly template: string;
	readonly context: {
		readonly input?: {
			readonly body?: unknown;
			readonly headers?: Readonly<Record<string, string>>;
			readonly path?: Readonly<Record<string, string>>;
			readonly query?: Readonly<Record<string, string>>;
		};
		readonly context?: JsonObject;
		readonly stageVariables?: Readonly<Record<string, string>>;
	};
};

/** The templates of the corpus, each with its call as the sample. */
export function corpusViews(): readonly TemplateView[] {
	const file = new URL("../../fixtures/vtl/dev-corpus.json", import.meta.url);
	// The file is ours, and its form is the type above.
	const cases = JSON.parse(readFileSync(file, "utf8")) as readonly Case[];
	return cases.map(({ name, template, context }) => createView(template, { id: name, samples: [sampleOf(context)] }));
}

function sampleOf({ input = {}, context = {}, stageVariables = {} }: Case["context"]): MappingEnvironment {
	const { body, headers = {}, path = {}, query = {} } = input;
	const text = body === undefined || body === null ? "" : typeof body === "string" ? body : JSON.stringify(body);
	return { input: { body: text, headers, path, query }, context, stageVariables };
}
