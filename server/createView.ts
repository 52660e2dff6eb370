import { parse } from "../language/vtl/parse/parse.ts";
import { noApp, unknownPlace } from "./app/knowledge.ts";
import type { TemplateView } from "./templateView.ts";

/** The view of a template; what is not known about it is left empty. Tests of features begin here. */
export function createView(text: string, known: Partial<Omit<TemplateView, "text" | "tree">> = {}): TemplateView {
	return {
		id: "untitled:template.vtl",
		place: unknownPlace,
		app: noApp,
		samples: [],
		recorded: [],
		...known,
		text,
		tree: parse(text),
	};
}
