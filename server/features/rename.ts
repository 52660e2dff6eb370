import { macroAt } from "../../language/vtl/analysis/macros.ts";
import { isName } from "../../language/vtl/analysis/names.ts";
import type { TemplateView } from "../templateView.ts";
import { analysisOf } from "./analysisOf.ts";
import type { Entity } from "./entities.ts";
import { outsideOccurrences, variableOccurrences } from "./occurrences.ts";
import { fixedNames, renamable } from "./prepareRename.ts";
import type { TargetEdit } from "./results.ts";
import { inTemplate } from "./targets.ts";

/** The edits that give a variable another name, or why it cannot have it. */
export function rename(
	view: TemplateView,
	offset: number,
	newName: string,
): readonly TargetEdit[] | { readonly refused: string } {
	const entity = renamable(view, offset);
	if (entity === undefined && macroAt(view.tree, offset) !== undefined) {
		return {
			refused: "API Gateway runs no macros: their calls print as they are written, and another name would print.",
		};
	}
	if (entity === undefined) return { refused: "This name cannot be changed: it is not the template's own." };
	// Whoever types the whole reference means its name.
	const name = newName.trim().replace(/^\$!?/, "");
	if (name === entity.name) return [];
	return entity.kind === "variable" ? renameVariable(view, entity, name) : renameStageVariable(view, entity, name);
}

function renameVariable(
	view: TemplateView,
	entity: Extract<Entity, { kind: "variable" }>,
	name: string,
): readonly TargetEdit[] | { readonly refused: string } {
	if (!isName(name)) {
		return { refused: `"${name}" is no name: a letter or _ comes first, then letters, digits, - and _.` };
	}
	if (name === "true" || name === "false") return { refused: `"${name}" is a value, not a name.` };
	if (fixedNames.has(name)) return { refused: `$${name} is given by API Gateway and cannot be a variable's name.` };
	const analysis = analysisOf(view);
	if (analysis.definitions.byName.has(name) || analysis.uses.some(({ reference }) => reference.name === name)) {
		return { refused: `$${name} is a variable of this template already; the two would become one.` };
	}
	// `\$x` prints its backslash only while $x has no value.
	if (analysis.uses.some(({ reference }) => reference.escaped && reference.name === entity.name)) {
		return {
			refused: `\\$${entity.name} stands in this template, and prints otherwise when $${entity.name} is not set.`,
		};
	}
	return variableOccurrences(analysis, entity).map((it) => ({ ...inTemplate(view.id, it), newText: name }));
}

function renameStageVariable(
	view: TemplateView,
	entity: Entity,
	name: string,
): readonly TargetEdit[] | { readonly refused: string } {
	if (!/^[A-Za-z0-9_]+$/.test(name)) {
		return { refused: `"${name}" is no name of a stage variable: only letters, digits and _ may be in it.` };
	}
	// Behind a dot only a name of Velocity can stand.
	if (!isName(name))
		return { refused: `"${name}" cannot be read as $stageVariables.${name}: a letter or _ comes first.` };
	const { stageVariables } = view.place.stageVariables.length > 0 ? view.place : view.app;
	if (stageVariables.some((it) => it.name === name)) return { refused: `There is a stage variable "${name}" already.` };
	return outsideOccurrences(view, { kind: "stageVariable" }, entity.name).map((it) => ({ ...it, newText: name }));
}
