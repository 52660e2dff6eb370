import { valueAt } from "../../language/vtl/analysis/sampleValues.ts";
import type { TemplateView } from "../templateView.ts";
import type { Entity } from "./entities.ts";

/** What the reference up to the name prints with the best sample. Nothing for a variable where it is being set. */
export function sampleOf(view: TemplateView, entity: Entity): string | undefined {
	const [sample] = view.samples;
	if (sample === undefined) return undefined;
	const piece = pieceOf(view, entity);
	return piece === undefined ? undefined : valueAt(view.tree, sample, entity.start, piece);
}

function pieceOf({ text }: TemplateView, entity: Entity): string | undefined {
	if (entity.kind === "variable") {
		// `$input` and `$util` print nothing that helps.
		return entity.use === undefined || entity.name === "input" || entity.name === "util"
			? undefined
			: `$${entity.name}`;
	}
	const { reference, index } = entity;
	if (entity.kind === "step") {
		const step = /^[^.[\]'"\s$@*]+$/.test(entity.name) ? `.${entity.name}` : `['${entity.name}']`;
		return entity.path.includes('"') ? undefined : `$input.json("${entity.path}${step}")`;
	}
	const end = reference.path[index]?.end;
	return end === undefined ? undefined : `$${text.slice(reference.nameSpan.start, end)}`;
}
