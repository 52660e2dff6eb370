import type { TemplateView } from "../templateView.ts";
import { analysisOf } from "./analysisOf.ts";
import { entityAt } from "./entities.ts";
import type { Target } from "./results.ts";
import { declarationsOf } from "./targets.ts";

/** Where the name at the offset gets its meaning: the #set of a variable, the model of a property, a stage's variable. */
export function definition(view: TemplateView, offset: number): readonly Target[] {
	const analysis = analysisOf(view);
	const entity = entityAt(analysis, offset);
	return entity === undefined ? [] : declarationsOf(view, analysis, entity);
}
