import { blockKeywords } from "../../language/vtl/analysis/keywords.ts";
import type { TemplateView } from "../templateView.ts";
import { analysisOf } from "./analysisOf.ts";
import { entitiesOf, entityAt } from "./entities.ts";
import { variableOccurrences } from "./occurrences.ts";
import type { Highlight } from "./results.ts";

/** Where else the variable or key at the offset stands, or the words that belong to an #if, #foreach or #define. */
export function documentHighlight(view: TemplateView, offset: number): readonly Highlight[] {
	const analysis = analysisOf(view);
	const entity = entityAt(analysis, offset);
	if (entity === undefined) return blockKeywords(view.tree, offset).map((it) => ({ ...it, kind: "text" }));
	if (entity.kind === "variable") {
		return variableOccurrences(analysis, entity).map((it) => {
			const kind = it.kind === "variable" ? it.access : "text";
			return { start: it.start, end: it.end, kind };
		});
	}
	const { name, member } = entity;
	if (member === undefined) return [{ start: entity.start, end: entity.end, kind: "text" }];
	return entitiesOf(analysis).flatMap((it) => {
		const same = it.kind !== "variable" && it.name === name && it.member?.kind === member.kind;
		return same ? [{ start: it.start, end: it.end, kind: "text" as const }] : [];
	});
}
