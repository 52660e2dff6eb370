import { nothing, type Type, unknown } from "../../language/vtl/analysis/types.ts";
import { parse } from "../../language/vtl/parse/parse.ts";
import type { TemplateView } from "../templateView.ts";
import { analysisOf } from "./analysisOf.ts";

/** The type of a piece of text such as `$input.path('$.a').get(0)`, with the variables as they are at the offset. */
export function chainType(view: TemplateView, chain: string, offset: number): Type {
	// A brace that is still open, as in `${input.`, is closed for the reading.
	const closed = /^\$!?\{/.test(chain) ? `${chain}}` : chain;
	const [reference, ...rest] = parse(closed).nodes;
	if (reference?.kind !== "reference" || rest.length > 0) return unknown;
	const type = analysisOf(view).typeOfPiece(reference, offset);
	return type === nothing ? unknown : type;
}
