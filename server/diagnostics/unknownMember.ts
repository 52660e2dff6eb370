import type { Use } from "../../language/vtl/analysis/flow.ts";
import { partsOf } from "../../language/vtl/analysis/joinTypes.ts";
import { methodsOfType } from "../../language/vtl/analysis/methods/methodsOfType.ts";
import type { Type } from "../../language/vtl/analysis/types.ts";
import { analysisOf } from "../features/analysisOf.ts";
import type { TemplateView } from "../templateView.ts";
import { didYouMean, nearest } from "./nearest.ts";
import { replaceWith } from "./replaceWith.ts";
import type { Finding, Rule } from "./rule.ts";
import { segmentName } from "./segmentName.ts";

/** A member that `$input`, `$util` or `$context` does not have, or a stage variable that no stage declares: it prints nothing. */
export const unknownMember: Rule = {
	code: "unknown-member",
	severity: "warning",
	gatewayResponses: true,
	check: (view) => {
		const analysis = analysisOf(view);
		const set = setPaths(view);
		const bound = analysis.uses.filter(
			({ reference, reaching, written }) => reaching.kind === "binding" && !written && !reference.escaped,
		);
		return bound.flatMap((use) => {
			const { reference } = use;
			// A gateway response has no others, which has a rule of its own.
			if (view.place.part === "gatewayResponse" && (reference.name === "input" || reference.name === "util"))
				return none;
			for (const [i, segment] of reference.path.entries()) {
				if (i > 0 && reference.name !== "context") return none;
				const holder = analysis.typeOfReference(reference, i);
				if (segment.kind === "index") return none;
				if (i > 0 && !isClosed(holder)) return none;
				if (has(view, use, holder, segment.name)) continue;
				if (set.has(pathOf(use, i + 1))) return none;
				return [finding(view, use, i, namesOf(view, use, holder))];
			}
			return none;
		});
	},
};

const none: readonly Finding[] = [];

function has({ place, app }: TemplateView, { reference }: Use, holder: Type, name: string): boolean {
	if (reference.name === "stageVariables") {
		const declared = place.stageVariables.length > 0 ? place.stageVariables : app.stageVariables;
		return declared.length === 0 || declared.some((it) => it.name === name) || isMapMethod(holder, name);
	}
	if (reference.name === "context") {
		return (
			partsOf(holder).some((it) => it.kind !== "Map" || it.members.get(name) !== undefined) || isMapMethod(holder, name)
		);
	}
	return memberNames(holder).includes(name) || objectMethods.has(name);
}

/** Its keys are all known. */
function isClosed(type: Type): boolean {
	return partsOf(type).every((it) => it.kind === "Map" && it.members.complete);
}

function isMapMethod(holder: Type, name: string): boolean {
	return name === "empty" || methodsOfType(holder).some((it) => it.name === name) || objectMethods.has(name);
}

const objectMethods = new Set(["class", "getClass", "toString", "equals", "hashCode", "getBody"]);

function memberNames(holder: Type): readonly string[] {
	const methods = methodsOfType(holder).map(({ name }) => name);
	return partsOf(holder).some((it) => it.kind === "Bound" && it.name === "$input") ? [...methods, "body"] : methods;
}

function namesOf({ place, app }: TemplateView, { reference }: Use, holder: Type): readonly string[] {
	if (reference.name === "stageVariables")
		return (place.stageVariables.length > 0 ? place.stageVariables : app.stageVariables).map(({ name }) => name);
	if (reference.name === "context") return partsOf(holder).flatMap((it) => (it.kind === "Map" ? it.members.names : []));
	return memberNames(holder);
}

function finding({ text }: TemplateView, { reference }: Use, index: number, names: readonly string[]): Finding {
	const segment = reference.path[index];
	const before = reference.path
		.slice(0, index)
		.map((it) => (it.kind === "index" ? "[…]" : `.${it.name}`))
		.join("");
	const name = segment === undefined || segment.kind === "index" ? "" : segment.name;
	const span = segment === undefined ? reference : segmentName(text, segment);
	const meant = nearest(name, names);
	const message =
		reference.name === "stageVariables"
			? `No stage of this app declares the stage variable ${name}.`
			: `$${reference.name}${before} has no ${name}: it is empty in API Gateway.`;
	return { ...span, message: message + didYouMean(meant), fixes: replaceWith(span, meant) };
}

/** What the template itself puts into `$context`. */
function setPaths(view: TemplateView): ReadonlySet<string> {
	return new Set(analysisOf(view).uses.flatMap((use) => (use.written ? [pathOf(use, use.reference.path.length)] : [])));
}

function pathOf({ reference }: Use, count: number): string {
	const parts = reference.path.slice(0, count).map((it) => (it.kind === "index" ? "[]" : it.name));
	return [reference.name, ...parts].join(".");
}
