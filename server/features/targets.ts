import type { Analysis } from "../../language/vtl/analysis/analyze.ts";
import { definitionsOf, reachesBinding } from "../../language/vtl/analysis/definition.ts";
import type { Span } from "../../language/vtl/nodes.ts";
import type { Declared, FilePlace } from "../app/knowledge.ts";
import type { TemplateView } from "../templateView.ts";
import type { Entity, NamedThing } from "./entities.ts";
import type { Target } from "./results.ts";

/** Where what a name means is declared. */
export function declarationsOf(view: TemplateView, analysis: Analysis, entity: Entity): readonly Target[] {
	if (entity.kind !== "variable")
		return entity.member === undefined ? [] : declaredOutside(view, entity.member, entity.name);
	const { definition, use, name } = entity;
	// What `$input` reads is what the model says.
	const model = name === "input" ? view.place.input : undefined;
	if (model !== undefined && use !== undefined && reachesBinding(use.reaching)) return [inFile(model.declared)];
	const definitions =
		definition === undefined ? definitionsOf(use?.reaching ?? analysis.at(name, entity.start)) : [definition];
	return definitions.map(({ nameSpan }) => inTemplate(view.id, nameSpan));
}

/** Where a stage variable, a parameter or a property of a model is declared. */
export function declaredOutside({ place, app }: TemplateView, member: NamedThing, name: string): readonly Target[] {
	switch (member.kind) {
		case "stageVariable": {
			const variables = place.stageVariables.length > 0 ? place.stageVariables : app.stageVariables;
			return declared(variables, name);
		}
		case "parameter":
			return member.places.flatMap((it) => declared(place.parameters[it], name)).slice(0, 1);
		case "model": {
			const { model, pointer } = member.origin;
			const found = place.input?.name === model ? place.input : app.models.find((it) => it.name === model);
			const at = found?.at(pointer);
			return at === undefined ? [] : [inFile(at)];
		}
	}
}

export function inTemplate(id: string, { start, end }: Span): Target {
	return { kind: "template", id, start, end };
}

function inFile({ uri, start, end }: FilePlace): Target {
	return { kind: "file", uri, start, end };
}

function declared(list: readonly Declared[], name: string): readonly Target[] {
	return list.filter((it) => it.name === name).map((it) => inFile(it.declared));
}
