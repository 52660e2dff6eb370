import type {
	FromModelParams,
	MadeText,
	ModelFromSamplesParams,
	ModelsAnswer,
	ModelsParams,
} from "../../protocol/models.ts";
import { fromModel } from "../models/fromModel.ts";
import { modelFromSamples } from "../models/modelFromSamples.ts";
import { schemaDocument } from "../models/schemaDocument.ts";
import type { Serving } from "./serving.ts";

/** Answers what is asked about models: which there are, what can be made of one, and one made of samples. */
export function serveModels({ connection, guard, places: { files, apps } }: Serving): void {
	const failed: MadeText = { ok: false, message: "The language server could not make it; its log says why." };
	const schemaOf = (uri: string) => {
		const text = files.read(uri);
		return text === undefined ? undefined : schemaDocument(text);
	};
	connection.onRequest(
		"gatewright/models",
		guard("models", { models: [], isSchema: false }, ({ uri }: ModelsParams): ModelsAnswer => {
			const models = apps.appOf(uri)?.knowledge.models ?? [];
			return { models: models.map((it) => it.name), isSchema: schemaOf(uri) !== undefined };
		}),
	);
	connection.onRequest<MadeText, void>(
		"gatewright/fromModel",
		guard("from model", failed, (params: FromModelParams): MadeText => {
			const { uri, model: name } = params;
			const models = apps.appOf(uri)?.knowledge.models ?? [];
			const find = (wanted: string) => models.find((it) => it.name === wanted)?.schema;
			const schema = name === undefined ? schemaOf(uri) : find(name);
			if (schema === undefined) return { ok: false, message: `There is no model ${name ?? "in this document"}.` };
			return fromModel(name ?? titleOf(schema["title"], uri), { schema, find }, params);
		}),
	);
	connection.onRequest<MadeText, void>(
		"gatewright/modelFromSamples",
		guard("model from samples", failed, ({ samples }: ModelFromSamplesParams) => modelFromSamples(samples)),
	);
}

function titleOf(title: unknown, uri: string): string {
	if (typeof title === "string" && title !== "") return title;
	const file = decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1));
	return file.replace(/(?:\.(?:model|schema))?\.json$/i, "") || "Model";
}
