import type { Cursor } from "../../../language/vtl/analysis/cursor.ts";
import { definitionsOf } from "../../../language/vtl/analysis/definition.ts";
import { describeType } from "../../../language/vtl/analysis/describeType.ts";
import { isName, nameEnd } from "../../../language/vtl/analysis/names.ts";
import { bindingNames } from "../../../language/vtl/analysis/variableStates.ts";
import type { TemplateView } from "../../templateView.ts";
import { analysisOf } from "../analysisOf.ts";
import { bindingDocumentation } from "../bindingDocumentation.ts";
import type { Completion } from "../results.ts";

/** The variables that have a value at the offset, then the others that the template knows. `before` is put before each. */
export function variableCompletions(
	view: TemplateView,
	{ start }: Extract<Cursor, { kind: "variable" }>,
	offset: number,
	before = "",
): readonly Completion[] {
	const analysis = analysisOf(view);
	const span = { start, end: Math.max(offset, nameEnd(view.text, start)) };
	const found: Completion[] = [];
	for (const name of analysis.names) {
		const bound = bindingNames.find((it) => it === name);
		if (!isName(name)) continue;
		const reaching = analysis.at(name, start);
		// The one being written here is no suggestion for itself.
		if (reaching.unset === "always" && onlyHere(view, name, start)) continue;
		const group = bound === undefined ? (reaching.unset === "always" ? "2" : "0") : "1";
		const documentation = bound === undefined ? whereSet(view, name, start) : bindingDocumentation(bound);
		found.push({
			...span,
			label: before + name,
			kind: "variable",
			newText: before + name,
			snippet: false,
			detail: describeType(analysis.typeOfReaching(reaching)),
			...(documentation === undefined ? {} : { documentation }),
			sortText: group + name,
		});
	}
	return found;
}

function onlyHere(view: TemplateView, name: string, start: number): boolean {
	const definitions = analysisOf(view).definitions.byName.get(name) ?? [];
	return definitions.every(({ kind, nameSpan }) => kind === "implicit" || nameSpan.start === start);
}

function whereSet(view: TemplateView, name: string, start: number): string | undefined {
	const [last] = definitionsOf(analysisOf(view).at(name, start)).toReversed();
	if (last === undefined || last.node.kind !== "set") return undefined;
	const { target, value } = last.node;
	return `\`\`\`vtl\n${view.text.slice(target.start, value.end).slice(0, 200)}\n\`\`\``;
}
