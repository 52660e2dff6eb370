import type { JsonValue, MappingEnvironment } from "../vtl/bindings/environment.ts";
import { render } from "../vtl/evaluate/render.ts";
import type { Template } from "../vtl/nodes.ts";
import { type InvalidOutput, invalidOutput } from "./invalidOutput.ts";
import { sampleOf } from "./sampleOf.ts";
import type { Model, Schema } from "./schema.ts";
import { schemaOfSamples } from "./schemaOfSamples.ts";

/** What a template makes of the bodies that a model describes: the shape of its output, or where that is no JSON. */
export type OutputShape = {
	/** Undefined when no sample gave JSON. */
	readonly schema: Schema | undefined;
	readonly invalid: InvalidOutput | undefined;
	/** How many samples it rests on. */
	readonly samples: number;
};

/**
 * The shape of a template's output given the model of its input. By trial: the template is rendered with samples of the
 * model, whole, with only what is required, and in between, and the shapes of what it makes are put together. So each
 * property that it says is there is one that was seen, and what is required was there every time.
 */
export function outputShape(
	template: Template,
	model: Model,
	call: Omit<MappingEnvironment, "input"> & { readonly input: Omit<MappingEnvironment["input"], "body"> },
): OutputShape {
	const outputs: JsonValue[] = [];
	let invalid: InvalidOutput | undefined;
	let samples = 0;
	for (const options of trials) {
		const body = JSON.stringify(sampleOf(model, options));
		const rendered = render(
			template,
			{ ...call, input: { ...call.input, body } },
			{ steps: stepsMax, provenance: true },
		);
		if (!rendered.ok) continue;
		samples++;
		const fault = invalidOutput(rendered);
		if (fault === undefined)
			outputs.push(JSON.parse(rendered.output) as JsonValue); // What JSON.parse gives.
		else invalid ??= fault;
	}
	return { schema: outputs.length === 0 ? undefined : schemaOfSamples(outputs), invalid, samples };
}

const trials = [
	{ seed: 1, optional: "all" },
	{ seed: 2, optional: "none" },
	{ seed: 3, optional: "some" },
	{ seed: 4, optional: "some" },
	{ seed: 5, optional: "all" },
] as const;

/** An editor asks as one types. */
const stepsMax = 100_000;
