import { schemaOfSamples } from "../../language/models/schemaOfSamples.ts";
import { readSample } from "../../language/samples/readSample.ts";
import type { JsonValue } from "../../language/vtl/bindings/environment.ts";
import type { MadeText } from "../../protocol/models.ts";

/** The model that all samples meet. A sample may be a body, or a call, an event or a recorded request with one. */
export function modelFromSamples(samples: readonly string[]): MadeText {
	const bodies: JsonValue[] = [];
	for (const [i, text] of samples.entries()) {
		const body = bodyOf(text);
		if ("message" in body) return { ok: false, message: `Sample ${i + 1} ${body.message}` };
		bodies.push(body.value);
	}
	if (bodies.length === 0) return { ok: false, message: "There is no sample to make a model of." };
	return { ok: true, languageId: "json", text: `${JSON.stringify(schemaOfSamples(bodies), undefined, 2)}\n` };
}

function bodyOf(text: string): { readonly value: JsonValue } | { readonly message: string } {
	const sample = readSample(text);
	if (!sample.ok) return sample;
	try {
		return { value: JSON.parse(sample.environment.input.body) as JsonValue }; // What JSON.parse gives.
	} catch (error) {
		return { message: `has a body that is not JSON: ${error instanceof Error ? error.message : String(error)}` };
	}
}
