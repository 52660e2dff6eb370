import { partsOf } from "../../language/vtl/analysis/joinTypes.ts";
import { literalText } from "../../language/vtl/analysis/literalText.ts";
import { typeOfPath } from "../../language/vtl/analysis/pathType.ts";
import type { MapType, Type } from "../../language/vtl/analysis/types.ts";
import type { Reference, Segment, Span } from "../../language/vtl/nodes.ts";
import { analysisOf } from "../features/analysisOf.ts";
import type { TemplateView } from "../templateView.ts";
import { didYouMean, nearest } from "./nearest.ts";
import { replaceWith } from "./replaceWith.ts";
import type { Finding, Rule } from "./rule.ts";
import { segmentName } from "./segmentName.ts";

/** A key that the model of the body does not describe. */
export const unknownKey: Rule = {
	code: "unknown-key",
	severity: "warning",
	check: (view) => {
		const { input } = view.place;
		if (input === undefined) return [];
		return analysisOf(view).uses.flatMap(({ reference, written }): Finding[] => {
			if (reference.escaped || written) return [];
			for (const [i, segment] of reference.path.entries()) {
				const found = inPath(view, reference, segment, i) ?? asProperty(view, reference, segment, i);
				if (found === undefined) continue;
				const meant = nearest(found.name, found.names);
				const { start, end } = found;
				const message = `The model ${input.name} has no ${found.name} there.${didYouMean(meant)}`;
				return [{ start, end, message, fixes: replaceWith(found, meant) }];
			}
			return [];
		});
	},
};

type Missing = Span & { readonly name: string; readonly names: readonly string[] };

/** `$input.path('$.items[0].sku')` and `$input.json(…)`, as far as it is plain steps. */
function inPath(view: TemplateView, { name, path }: Reference, segment: Segment, index: number): Missing | undefined {
	if (name !== "input" || index > 0 || segment.kind !== "method" || path[0] !== segment) return undefined;
	if (segment.name !== "path" && segment.name !== "json") return undefined;
	const [argument] = segment.arguments;
	const steps = literalText(argument);
	if (argument === undefined || steps === undefined || !/^\$(\.\w+|\[\d+\]|\[\*\])*$/.test(steps)) return undefined;
	const { body } = analysisOf(view).world;
	for (const { 0: step, 1: key, index: at } of steps.matchAll(/\.(\w+)|\[[\d*]+\]/g)) {
		if (key === undefined) continue;
		const names = keysOf(typeOfPath(body, steps.slice(0, at)));
		if (names === undefined || names.includes(key)) continue;
		// Behind the quote; a path has no escapes.
		const start = argument.start + 1 + at + step.length - key.length;
		return view.text.slice(start, start + key.length) === key
			? { start, end: start + key.length, name: key, names }
			: undefined;
	}
	return undefined;
}

function asProperty(view: TemplateView, reference: Reference, segment: Segment, index: number): Missing | undefined {
	if (segment.kind !== "property" || index === 0 ? reference.name === "input" : false) return undefined;
	if (segment.kind !== "property" || segment.name === "class" || segment.name === "empty") return undefined;
	const names = keysOf(analysisOf(view).typeOfReference(reference, index));
	if (names === undefined || names.includes(segment.name)) return undefined;
	return { ...segmentName(view.text, segment), name: segment.name, names };
}

/** The keys, where all that can stand there are objects that a model describes. */
function keysOf(type: Type): readonly string[] | undefined {
	const parts = partsOf(type);
	const maps = parts.filter((it): it is MapType => it.kind === "Map");
	if (maps.length === 0 || maps.length < parts.length) return undefined;
	if (!maps.every(({ members }) => members.names.some((name) => members.get(name)?.origin !== undefined)))
		return undefined;
	return maps.flatMap(({ members }) => members.names);
}
