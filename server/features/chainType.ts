import { inferReference } from "../../language/vtl/analysis/infer.ts";
import { nothing, type Type, unknown } from "../../language/vtl/analysis/types.ts";
import { bindingNames } from "../../language/vtl/analysis/variableStates.ts";
import { typeOfBinding } from "../../language/vtl/analysis/world.ts";
import type { Reference } from "../../language/vtl/nodes.ts";
import { parse } from "../../language/vtl/parse/parse.ts";
import type { TemplateView } from "../templateView.ts";
import { analysisOf } from "./analysisOf.ts";
import { worldOf } from "./worldOf.ts";

/** The type of a piece of text such as `$input.path('$.a').get(0)`, with the variables as they are at the offset. */
export function chainType(view: TemplateView, chain: string, offset: number): Type {
	// A brace that is still open, as in `${input.`, is closed for the reading.
	const closed = /^\$!?\{/.test(chain) ? `${chain}}` : chain;
	const [reference, ...rest] = parse(closed).nodes;
	if (reference?.kind !== "reference" || rest.length > 0) return unknown;
	const type = boundType(view, reference) ?? analysisOf(view).typeOfPiece(reference, offset);
	return type === nothing ? unknown : type;
}

/** Of `$input` and the like, which a template hardly ever sets, without looking at the rest of it. */
function boundType(view: TemplateView, reference: Reference): Type | undefined {
	const { name } = reference;
	if (!bindingNames.some((it) => it === name)) return undefined;
	if (new RegExp(String.raw`\$!?\{?${name}\}?\s*(?:=|in\b|\))`).test(view.text)) return undefined;
	const world = worldOf(view);
	return inferReference(reference, { world, rootType: (root) => typeOfBinding(world, root.name) });
}
