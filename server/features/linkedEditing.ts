import type { Span } from "../../language/vtl/nodes.ts";
import type { TemplateView } from "../templateView.ts";
import { analysisOf } from "./analysisOf.ts";
import { entityAt } from "./entities.ts";
import { variableOccurrences } from "./occurrences.ts";

/**
 * What changes together while it is typed: the variable of a #foreach or a macro's parameter with its uses in the block.
 * The words `#if` and `#end` differ, so that no editor can link them; they are highlighted and folded together instead.
 */
export function linkedEditing(view: TemplateView, offset: number): readonly Span[] {
	const analysis = analysisOf(view);
	const entity = entityAt(analysis, offset);
	if (entity?.kind !== "variable") return [];
	const definition = entity.definition ?? analysis.definitions.byName.get(entity.name)?.[0];
	if (definition === undefined || (definition.kind !== "loop" && definition.kind !== "parameter")) return [];
	// Only where the loop is the one that sets it, and all uses are in it.
	if ((analysis.definitions.byName.get(entity.name) ?? []).length !== 1) return [];
	const { node } = definition;
	const all = variableOccurrences(analysis, entity);
	if (!all.every(({ start, end }) => node.start <= start && end <= node.end)) return [];
	return all.map(({ start, end }) => ({ start, end }));
}
