import { blockKeywords } from "../../language/vtl/analysis/keywords.ts";
import { macroAt } from "../../language/vtl/analysis/macros.ts";
import type { TemplateView } from "../templateView.ts";
import { analysisOf } from "./analysisOf.ts";
import { entitiesOf, entityAt } from "./entities.ts";
import { variableOccurrences } from "./occurrences.ts";
import type { Highlight } from "./results.ts";

/** Where else the variable or key at the offset stands, or the words that belong to an #if, #foreach or #define. */
export function documentHighlight(view: TemplateView, offset: number): readonly Highlight[] {
	const analysis = analysisOf(view);
	const entity = entityAt(analysis, offset);
	if (entity === undefined) return macroHighlights(view, offset) ?? wordHighlights(view, offset);
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

function macroHighlights({ tree }: TemplateView, offset: number): readonly Highlight[] | undefined {
	const macro = macroAt(tree, offset);
	if (macro === undefined) return undefined;
	return [
		...macro.declared.map((it) => ({ ...it, kind: "write" as const })),
		...macro.calls.map((it) => ({ ...it, kind: "read" as const })),
	];
}

function wordHighlights({ tree }: TemplateView, offset: number): readonly Highlight[] {
	return blockKeywords(tree, offset).map((it) => ({ ...it, kind: "text" }));
}
