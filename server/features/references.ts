import { macroAt } from "../../language/vtl/analysis/macros.ts";
import type { TemplateView } from "../templateView.ts";
import { analysisOf } from "./analysisOf.ts";
import { entityAt } from "./entities.ts";
import { outsideOccurrences, variableOccurrences } from "./occurrences.ts";
import type { Target } from "./results.ts";
import { inTemplate } from "./targets.ts";

/** All places of what the name at the offset means; of a stage variable or a model's property, in all templates. */
export function references(view: TemplateView, offset: number): readonly Target[] {
	const analysis = analysisOf(view);
	const entity = entityAt(analysis, offset);
	if (entity === undefined) {
		const { declared = [], calls = [] } = macroAt(view.tree, offset) ?? {};
		return [...declared, ...calls].map((it) => inTemplate(view.id, it));
	}
	if (entity.kind === "variable") return variableOccurrences(analysis, entity).map((it) => inTemplate(view.id, it));
	return entity.member === undefined ? [] : outsideOccurrences(view, entity.member, entity.name);
}
