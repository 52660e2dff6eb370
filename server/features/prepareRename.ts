import type { Span } from "../../language/vtl/nodes.ts";
import type { TemplateView } from "../templateView.ts";
import { analysisOf } from "./analysisOf.ts";
import { type Entity, entityAt } from "./entities.ts";
import { declaredOutside } from "./targets.ts";

/** What the template begins with or a loop brings: their names are Velocity's and API Gateway's. */
export const fixedNames: ReadonlySet<string> = new Set([
	"input",
	"util",
	"context",
	"stageVariables",
	"foreach",
	"velocityCount",
	"velocityHasNext",
]);

/** What can be renamed here: a variable, a macro's parameter, a stage variable that the app declares. */
export function prepareRename(view: TemplateView, offset: number): (Span & { readonly name: string }) | undefined {
	const entity = renamable(view, offset);
	return entity && { start: entity.start, end: entity.end, name: entity.name };
}

export function renamable(view: TemplateView, offset: number): Entity | undefined {
	const entity = entityAt(analysisOf(view), offset);
	if (entity === undefined) return undefined;
	if (entity.kind === "variable") return fixedNames.has(entity.name) ? undefined : entity;
	if (entity.member?.kind !== "stageVariable") return undefined;
	return declaredOutside(view, entity.member, entity.name).length > 0 ? entity : undefined;
}
