import type { Definition } from "../../language/vtl/analysis/definition.ts";
import { describeType } from "../../language/vtl/analysis/describeType.ts";
import { assignedValues } from "../../language/vtl/analysis/sampleValues.ts";
import type { SetStatement, Span } from "../../language/vtl/nodes.ts";
import type { TemplateView } from "../templateView.ts";
import { analysisOf } from "./analysisOf.ts";
import type { InlayHint } from "./results.ts";

const values = new WeakMap<TemplateView, ReadonlyMap<SetStatement, string>>();
/** Longer values are cut. */
const shownMax = 40;

/** The type of each variable where it is set, and what the best sample puts there; not where a literal says it. */
export function inlayHints(view: TemplateView, range: Span): readonly InlayHint[] {
	const analysis = analysisOf(view);
	const hints: InlayHint[] = [];
	for (const definition of analysis.definitions.all) {
		const { nameSpan, kind } = definition;
		if (nameSpan.end < range.start || nameSpan.start > range.end) continue;
		if ((kind !== "set" && kind !== "loop") || isPlain(definition) || !standsThere(view, definition)) continue;
		const type = analysis.typeOfDefinition(definition);
		if (type.kind !== "unknown" && type.kind !== "nothing") {
			hints.push({ offset: nameSpan.end, label: `: ${describeType(type)}`, kind: "type" });
		}
		const hint = valueHint(view, definition);
		if (hint !== undefined) hints.push(hint);
	}
	return hints;
}

function valueHint(view: TemplateView, { node }: Definition): InlayHint | undefined {
	const value = node.kind === "set" ? valuesOf(view).get(node) : undefined;
	if (node.kind !== "set" || value === undefined) return undefined;
	const line = value.replaceAll(/\s+/g, " ");
	const label = line.length > shownMax ? `${line.slice(0, shownMax)}…` : line;
	return { offset: node.value.end, label: ` → ${label}`, kind: "value", tooltip: "With the best sample of a call." };
}

function valuesOf(view: TemplateView): ReadonlyMap<SetStatement, string> {
	const known = values.get(view);
	if (known !== undefined) return known;
	const [sample] = view.samples;
	const made = sample === undefined ? new Map<SetStatement, string>() : assignedValues(view.tree, sample);
	values.set(view, made);
	return made;
}

/** A literal tells its type and value by itself. */
function isPlain({ node }: Definition): boolean {
	if (node.kind !== "set") return false;
	const { kind } = node.value;
	return (
		kind !== "reference" &&
		kind !== "binary" &&
		kind !== "group" &&
		(kind !== "string" || node.value.parts === undefined)
	);
}

function standsThere({ text }: TemplateView, { name, nameSpan }: Definition): boolean {
	return text.slice(nameSpan.start, nameSpan.end) === name;
}
