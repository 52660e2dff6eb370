import { invalidOutput as faultOf } from "../../language/models/invalidOutput.ts";
import { render } from "../../language/vtl/evaluate/render.ts";
import type { TemplateView } from "../templateView.ts";
import { isJson } from "./isJson.ts";
import type { Finding, Rule } from "./rule.ts";

/** With a body that the model allows, the template fails, or what it makes is no JSON. */
export const invalidOutput: Rule = {
	code: "invalid-output",
	severity: "warning",
	check: (view) => {
		const { tree, samples, place, text } = view;
		if (tree.problems.length > 0 || !isJson(view) || text.length > charactersMax) return [];
		const model = place.input === undefined ? "" : ` of the model ${place.input.name}`;
		for (const sample of samples.slice(0, samplesMax)) {
			const found = findingOf(view, render(tree, sample, { steps: stepsMax, provenance: true }));
			if (found === undefined) continue;
			const message = `With the body ${shortened(sample.input.body)}${model}, ${found.message}.`;
			return [{ ...found, message }];
		}
		return [];
	},
};

/** An editor asks as one types. */
const stepsMax = 20_000;
const samplesMax = 2;
const charactersMax = 50_000;

function findingOf({ text }: TemplateView, rendered: ReturnType<typeof render>): Finding | undefined {
	if (!rendered.ok) {
		// What takes long is no mistake.
		if (rendered.kind !== "runtime") return undefined;
		const lines = text.split("\n");
		const start = lines.slice(0, rendered.line - 1).reduce((sum, line) => sum + line.length + 1, 0);
		const end = start + (lines[rendered.line - 1]?.trimEnd().length ?? 0);
		return { start, end, message: `the template fails: ${rendered.message}` };
	}
	const fault = faultOf(rendered);
	if (fault === undefined) return undefined;
	const { from = 0, to = Math.min(1, text.length) } = fault.template ?? {};
	// Where much was printed at once, the place in it is what counts.
	const lineEnd = from + text.slice(from, to).search(/\n|$/);
	return { start: from, end: Math.max(lineEnd, from + 1), message: `the output is no JSON: ${fault.message}` };
}

function shortened(body: string): string {
	return body.length > 80 ? `${body.slice(0, 79)}…` : body;
}
