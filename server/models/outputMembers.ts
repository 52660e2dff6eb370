import { jsonFault } from "../../language/models/jsonFault.ts";
import { type TypeName, typeOfValue } from "../../language/models/schemaTypes.ts";
import { jsonObject } from "../../language/samples/jsonObject.ts";
import { readSample } from "../../language/samples/readSample.ts";
import type { JsonValue } from "../../language/vtl/bindings/environment.ts";
import { render } from "../../language/vtl/evaluate/render.ts";
import type { Span } from "../../language/vtl/nodes.ts";
import { isJson } from "../diagnostics/isJson.ts";
import type { TemplateView } from "../templateView.ts";

/** The members of the object that a template makes, each with the types that were seen. */
export type OutputMembers = {
	readonly members: ReadonlyMap<string, ReadonlySet<TypeName>>;
	/** Where the template opens the object. */
	readonly brace: Span;
	/** The bodies were made from a model: types mean something. */
	readonly bySamples: boolean;
};

/**
 * What a template's object has, by rendering it with the samples that are known or, where none is, with an empty body.
 * Undefined where the object is not the template's own: when it comes whole from the input, or is none.
 */
export function outputMembers(view: TemplateView): OutputMembers | undefined {
	const { tree, text, samples } = view;
	if (tree.problems.length > 0 || text.length > charactersMax || !isJson(view)) return undefined;
	const empty = readSample("{}");
	const calls = samples.length > 0 ? samples.slice(0, samplesMax) : empty.ok ? [empty.environment] : [];
	const members = new Map<string, Set<TypeName>>();
	let brace: Span | undefined;
	for (const call of calls) {
		const rendered = render(tree, call, { steps: stepsMax, provenance: true });
		if (!rendered.ok || jsonFault(rendered.output) !== undefined) return undefined;
		const at = rendered.output.search(/\S/);
		const first = rendered.spans?.find((it) => it.output.to > at);
		if (first === undefined || first.input !== undefined || rendered.output[at] !== "{") return undefined;
		const start = Math.min(first.template.from + at - first.output.from, first.template.to - 1);
		brace = { start, end: start + 1 };
		const made = jsonObject(JSON.parse(rendered.output) as JsonValue); // What JSON.parse gives.
		for (const [name, value] of Object.entries(made ?? {})) {
			members.set(name, (members.get(name) ?? new Set()).add(typeOfValue(value)));
		}
	}
	return brace === undefined ? undefined : { members, brace, bySamples: samples.length > 0 };
}

/** Whether the template writes the name somewhere, be it in a branch that no sample went through. */
export function writesName({ text }: TemplateView, name: string): boolean {
	return text.includes(JSON.stringify(name));
}

/** An editor asks as one types. */
const stepsMax = 20_000;
const samplesMax = 2;
const charactersMax = 50_000;
