import { partsOf } from "../../language/vtl/analysis/joinTypes.ts";
import { literalText } from "../../language/vtl/analysis/literalText.ts";
import { typeOfPath } from "../../language/vtl/analysis/pathType.ts";
import type { Reference } from "../../language/vtl/nodes.ts";
import { analysisOf } from "../features/analysisOf.ts";
import type { TemplateView } from "../templateView.ts";
import { everyStatement } from "./everyStatement.ts";
import { isJson } from "./isJson.ts";
import type { Rule } from "./rule.ts";

/** `"$input.json('$.name')"`: what it gives has its own quotes. */
export const jsonInQuotes: Rule = {
	code: "json-in-quotes",
	severity: "warning",
	check: (view) => {
		if (!isJson(view)) return [];
		const { text } = view;
		return everyStatement(view.tree.nodes).flatMap((node) => {
			if (node.kind !== "reference" || node.escaped || !isJsonCall(node) || isNumber(view, node)) return [];
			const { start, end } = node;
			if (text[start - 1] !== '"' || text[end] !== '"') return [];
			return [
				{
					start,
					end,
					message: "$input.json gives JSON text, with quotes of its own for a text: in quotes it is not valid JSON.",
					fixes: [
						{
							title: "Remove the quotes around it",
							edits: [
								{ start: start - 1, end: start, newText: "" },
								{ start: end, end: end + 1, newText: "" },
							],
							preferred: true,
						},
					],
				},
			];
		});
	},
};

function isJsonCall({ name, path }: Reference): boolean {
	const [first] = path;
	return name === "input" && path.length === 1 && first?.kind === "method" && first.name === "json";
}

/** A number or a boolean has no quotes, so that a text of it can be made this way. */
function isNumber(view: TemplateView, { path }: Reference): boolean {
	const [first] = path;
	const wanted = first?.kind === "method" ? literalText(first.arguments[0]) : undefined;
	if (wanted === undefined) return false;
	const type = typeOfPath(analysisOf(view).world.body, wanted);
	return partsOf(type).every(
		({ kind }) => kind === "Number" || kind === "Integer" || kind === "Long" || kind === "Boolean",
	);
}
