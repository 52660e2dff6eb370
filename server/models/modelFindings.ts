import { modelProblems } from "../../language/models/modelProblems.ts";
import type { AppKnowledge, ModelFacts } from "../app/knowledge.ts";
import type { CodedFinding } from "../diagnostics/findingsOf.ts";

/** What is wrong with the models that a document declares, in offsets of the document. */
export function modelFindings({ models }: Pick<AppKnowledge, "models">, uri: string): readonly CodedFinding[] {
	const find = (name: string) => models.find((it) => it.name === name)?.schema;
	return models
		.filter((it) => it.declared.uri === uri)
		.slice(0, modelsMax)
		.flatMap((model) =>
			modelProblems(model.name, { schema: model.schema, find }).flatMap(({ pointer, severity, message }) => {
				// What other models have put in stands, and is told, where they are.
				if (pointer.startsWith("/definitions/") && model.at(pointer) === undefined) return [];
				const { start, end } = placeOf(model, pointer);
				return [{ start, end, code: "model", severity, message }];
			}),
		);
}

const modelsMax = 200;

/** The place in the schema; where it is a text in a document, that of the model. */
function placeOf(model: ModelFacts, pointer: string) {
	return (pointer === "" ? undefined : model.at(pointer)) ?? model.declared;
}
