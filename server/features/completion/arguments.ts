import { callAt } from "../../../language/vtl/analysis/cursor.ts";
import type { TemplateView } from "../../templateView.ts";
import type { Completion } from "../results.ts";
import { textCompletions } from "./texts.ts";
import { variableCompletions } from "./variables.ts";

/** Where an argument begins and nothing is written of it: what could stand in quotes, with them, and variables. */
export function argumentCompletions(view: TemplateView, offset: number): readonly Completion[] | undefined {
	const call = callAt(view.text, offset);
	if (call === undefined || !/[(,][ \t]*$/.test(view.text.slice(Math.max(0, offset - 50), offset))) return undefined;
	const here = { start: offset, end: offset };
	const texts = textCompletions(view, { ...call, kind: "text", quote: "'", start: offset }, offset);
	const quoted = texts.map((it) => ({ ...it, ...here, label: `'${it.label}'`, newText: `'${it.newText}'` }));
	return [...quoted, ...variableCompletions(view, { kind: "variable", start: offset }, offset, "$")];
}
