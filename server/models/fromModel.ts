import { sampleOf } from "../../language/models/sampleOf.ts";
import type { Model } from "../../language/models/schema.ts";
import { templateOf } from "../../language/models/templateOf.ts";
import { typeScriptOf } from "../../language/models/typeScriptOf.ts";
import type { FromModelParams, MadeText } from "../../protocol/models.ts";

/** A sample, a TypeScript type or a mapping template of a model. */
export function fromModel(
	name: string,
	model: Model,
	{ make, seed = 1 }: Pick<FromModelParams, "make" | "seed">,
): MadeText {
	switch (make) {
		case "sample":
			return { ok: true, languageId: "json", text: `${JSON.stringify(sampleOf(model, { seed }), undefined, 2)}\n` };
		case "typescript":
			return { ok: true, languageId: "typescript", text: typeScriptOf(name, model) };
		case "template":
			return { ok: true, languageId: "apigw-vtl", text: templateOf(model) };
	}
}
