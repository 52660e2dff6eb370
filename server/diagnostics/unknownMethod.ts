import { describeType } from "../../language/vtl/analysis/describeType.ts";
import type { Use } from "../../language/vtl/analysis/flow.ts";
import { partsOf } from "../../language/vtl/analysis/joinTypes.ts";
import { methodsOfType } from "../../language/vtl/analysis/methods/methodsOfType.ts";
import type { Type } from "../../language/vtl/analysis/types.ts";
import type { Reference, Segment } from "../../language/vtl/nodes.ts";
import { analysisOf } from "../features/analysisOf.ts";
import type { TemplateView } from "../templateView.ts";
import { didYouMean, nearest } from "./nearest.ts";
import { replaceWith } from "./replaceWith.ts";
import type { Finding, Rule } from "./rule.ts";
import { segmentName } from "./segmentName.ts";

/** A method that no value of the type has: the reference is empty. */
export const unknownMethod: Rule = {
	code: "unknown-method",
	severity: "warning",
	check: (view) =>
		membersUsed(view).flatMap(({ reference, reaching }) => {
			// The members of $input and $util themselves are the affair of unknown-member.
			const first = reaching.kind === "binding" ? 1 : 0;
			for (let i = first; i < reference.path.length; i++) {
				const segment = reference.path[i];
				const found = segment === undefined ? undefined : findingAt(view, reference, segment, i);
				if (found !== undefined) return [found];
			}
			return none;
		}),
};

function membersUsed(view: TemplateView): readonly Use[] {
	return analysisOf(view).uses.filter(({ reference }) => reference.path.length > 0 && !reference.escaped);
}

const none: readonly Finding[] = [];

function findingAt(view: TemplateView, reference: Reference, segment: Segment, index: number): Finding | undefined {
	if (segment.kind === "index") return undefined;
	const type = analysisOf(view).typeOfReference(reference, index);
	if (!isSure(type)) return undefined;
	const methods = methodsOfType(type);
	if (segment.kind === "property" && !methods.some(({ name }) => name === segment.name)) return undefined;
	const same = methods.filter(({ name }) => name === segment.name);
	const span = segmentName(view.text, segment);
	if (segment.kind === "property") {
		// `$list.size` is no property; the parentheses are missing.
		const callable = same.find(({ parameters }) => parameters.length === 0);
		if (callable === undefined || partsOf(type).some((it) => it.kind === "Map" || it.kind === "Scope"))
			return undefined;
		const message = `${describeType(type)} has no property ${segment.name}, but a method: write ${segment.name}().`;
		return { ...span, message, fixes: replaceWith({ start: span.end, end: span.end }, "()", `${segment.name}()`) };
	}
	if (objectMethods.has(segment.name)) return undefined;
	if (same.length === 0) {
		const meant = nearest(
			segment.name,
			methods.map(({ name }) => name),
		);
		const message = `${describeType(type)} has no method ${segment.name}.${didYouMean(meant)}`;
		return { ...span, message, fixes: replaceWith(span, meant) };
	}
	const count = segment.arguments.length;
	const fits = same.some(
		({ parameters }) => parameters.length === count || parameters.at(-1)?.type.endsWith("...") === true,
	);
	if (fits) return undefined;
	const counts = [...new Set(same.map(({ parameters }) => parameters.length))].toSorted((a, b) => a - b).join(" or ");
	return { ...span, message: `${segment.name} of ${describeType(type)} takes ${counts} arguments, not ${count}.` };
}

/** Every value that can stand there has a class that we know. */
function isSure(type: Type): boolean {
	return partsOf(type).every(({ kind }) => kind !== "unknown" && kind !== "nothing" && kind !== "Bound");
}

const objectMethods = new Set(["getClass", "toString", "equals", "hashCode"]);
