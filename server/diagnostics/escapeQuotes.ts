import type { Reference } from "../../language/vtl/nodes.ts";
import { analysisOf } from "../features/analysisOf.ts";
import { isJson } from "./isJson.ts";
import type { Rule } from "./rule.ts";
import { segmentName } from "./segmentName.ts";

/** `escapeJavaScript` writes `'` as `\'`, which JSON does not know. */
export const escapeQuotes: Rule = {
	code: "escape-quotes",
	severity: "information",
	check: (view) => {
		if (!isJson(view)) return [];
		const onUtil = analysisOf(view).uses.filter(
			({ reference, reaching }) => reference.name === "util" && reaching.kind === "binding" && !reference.escaped,
		);
		return onUtil.flatMap(({ reference }) => {
			const [escape] = reference.path;
			if (escape?.kind !== "method" || escape.name !== "escapeJavaScript" || undone(view.text, reference)) return [];
			const edits = [{ start: escape.end, end: escape.end, newText: String.raw`.replaceAll("\\'", "'")` }];
			return [
				{
					...segmentName(view.text, escape),
					message: String.raw`escapeJavaScript writes ' as \', which is not valid in JSON. Undo that with .replaceAll("\\'", "'").`,
					fixes: [{ title: String.raw`Add .replaceAll("\\'", "'")`, edits, preferred: true }],
				},
			];
		});
	},
};

/** Something behind it replaces the quotes, or what is escaped is the template's own affair. */
function undone(text: string, { path, end }: Reference): boolean {
	if (path.slice(1).some((it) => it.kind === "method" && it.name.startsWith("replace"))) return true;
	// The reference may go on behind what the analysis sees of it, where its quotes end a string.
	return /^\s*\.replace/.test(text.slice(end, end + 20));
}
