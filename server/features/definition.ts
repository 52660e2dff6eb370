import { macroAt } from "../../language/vtl/analysis/macros.ts";
import type { TemplateView } from "../templateView.ts";
import { analysisOf } from "./analysisOf.ts";
import { entityAt } from "./entities.ts";
import type { Target } from "./results.ts";
import { declarationsOf, inTemplate } from "./targets.ts";

/** Where the name at the offset gets its meaning: the #set of a variable, the model of a property, a stage's variable. */
export function definition(view: TemplateView, offset: number): readonly Target[] {
	const analysis = analysisOf(view);
	const entity = entityAt(analysis, offset);
	if (entity !== undefined) return declarationsOf(view, analysis, entity);
	return (macroAt(view.tree, offset)?.declared ?? []).map((it) => inTemplate(view.id, it));
}
