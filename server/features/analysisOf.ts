import { type Analysis, analyze } from "../../language/vtl/analysis/analyze.ts";
import type { TemplateView } from "../templateView.ts";
import { worldOf } from "./worldOf.ts";

const analyses = new WeakMap<TemplateView, Analysis>();

/** The analysis of a view's template, with what its place in the app says of its input. Made once for a view. */
export function analysisOf(view: TemplateView): Analysis {
	const known = analyses.get(view);
	if (known !== undefined) return known;
	const made = analyze(view.tree, worldOf(view));
	analyses.set(view, made);
	return made;
}
