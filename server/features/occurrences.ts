import { type Analysis, analyze } from "../../language/vtl/analysis/analyze.ts";
import type { Definition } from "../../language/vtl/analysis/definition.ts";
import type { Span } from "../../language/vtl/nodes.ts";
import type { TemplateView } from "../templateView.ts";
import { analysisOf } from "./analysisOf.ts";
import { type Entity, entitiesOf, type NamedThing } from "./entities.ts";
import type { Target } from "./results.ts";
import { declaredOutside, inTemplate } from "./targets.ts";
import { worldAt } from "./worldOf.ts";

/** The names in this template that mean the same variable: all variables are one flat space, but a macro's parameters. */
export function variableOccurrences(
	analysis: Analysis,
	entity: Extract<Entity, { kind: "variable" }>,
): readonly Entity[] {
	const scopes = macrosWith(analysis, entity.name);
	const inside = scopes.find((scope) => within(entity, scope));
	return entitiesOf(analysis).filter((other) => {
		if (other.kind !== "variable" || other.name !== entity.name) return false;
		return inside === undefined ? !scopes.some((scope) => within(other, scope)) : within(other, inside);
	});
}

/** The names in all templates of the app that mean what is declared outside of them, with the declarations. */
export function outsideOccurrences(view: TemplateView, member: NamedThing, name: string): readonly Target[] {
	const found: Target[] = [...declaredOutside(view, member, name)];
	const own = entitiesOf(analysisOf(view)).filter((it) => means(it, member, name));
	found.push(...own.map((it) => inTemplate(view.id, it)));
	// A parameter is a matter of the methods that use this template.
	if (member.kind === "parameter") return found;
	for (const { id, place, tree } of view.app.templates) {
		if (id === view.id) continue;
		const others = entitiesOf(analyze(tree(), worldAt(place, view.app))).filter((it) => means(it, member, name));
		found.push(...others.map((it) => inTemplate(id, it)));
	}
	return found;
}

function means(entity: Entity, member: NamedThing, name: string): boolean {
	if (entity.kind === "variable" || entity.name !== name || entity.member?.kind !== member.kind) return false;
	if (entity.member.kind === "model" && member.kind === "model") {
		return entity.member.origin.model === member.origin.model && entity.member.origin.pointer === member.origin.pointer;
	}
	if (entity.member.kind !== "parameter" || member.kind !== "parameter") return true;
	const { places } = member;
	return entity.member.places.some((place) => places.includes(place));
}

/** The macros that have a parameter of the name. */
function macrosWith({ definitions }: Analysis, name: string): readonly Span[] {
	const parameters = (definitions.byName.get(name) ?? []).filter(({ kind }: Definition) => kind === "parameter");
	return parameters.map(({ node }) => node);
}

function within(inner: Span, outer: Span): boolean {
	return outer.start <= inner.start && inner.end <= outer.end;
}
