import { performance } from "node:perf_hooks";
import { invalidOutput } from "../../language/models/invalidOutput.ts";
import { jsonFault } from "../../language/models/jsonFault.ts";
import { sampleOf } from "../../language/models/sampleOf.ts";
import { readSample, type Sample } from "../../language/samples/readSample.ts";
import type { MappingEnvironment } from "../../language/vtl/bindings/environment.ts";
import { type Rendered, render } from "../../language/vtl/evaluate/render.ts";
import type { OutputSpan } from "../../language/vtl/provenance/outputSpans.ts";
import type { TemplateView } from "../templateView.ts";

/** A template rendered for the preview, in offsets of its text. */
export type Preview =
	| {
			readonly kind: "rendered";
			readonly environment: MappingEnvironment;
			readonly output: string;
			readonly spans: readonly OutputSpan[];
			readonly overrides: string | undefined;
			readonly isJson: boolean;
			readonly fault: { readonly message: string; readonly offset: number } | undefined;
	  }
	| {
			readonly kind: "failed";
			readonly environment: MappingEnvironment;
			readonly message: string;
			readonly line: number;
			readonly column: number;
	  }
	| { readonly kind: "badSample"; readonly message: string };

/** Renders a template with a sample, or with one made from the model of its input. Takes so long and no longer. */
export function renderPreview(view: TemplateView, sample: string | undefined): Preview {
	const read = sample === undefined ? sampleFor(view) : readSample(sample, sideOf(view));
	if (!read.ok) return { kind: "badSample", message: read.message };
	const { environment } = read;
	const deadlineMs = performance.now() + longestMs;
	const rendered = render(view.tree, environment, { provenance: true, now: () => performance.now(), deadlineMs });
	if (!rendered.ok) {
		const { message, line, column } = rendered;
		return { kind: "failed", environment, message, line, column };
	}
	const { output, spans = [] } = rendered;
	const fault = wantsJson(view, output) ? invalidOutput(rendered) : undefined;
	return {
		kind: "rendered",
		environment,
		output,
		spans,
		overrides: overridesText(rendered),
		isJson: output.trim() !== "" && jsonFault(output) === undefined,
		fault: fault === undefined ? undefined : { message: fault.message, offset: fault.offset },
	};
}

export function sideOf({ place }: TemplateView): "request" | "response" {
	return place.part === "response" ? "response" : "request";
}

/** As one types: a template that takes longer says so, and the server goes on. */
const longestMs = 700;

/** A sample that needs no file: the best that is known, or the model's, or a call with an empty body. */
function sampleFor({ samples, place }: TemplateView): Sample {
	const [known] = samples;
	if (known !== undefined) return { ok: true, form: "call", environment: known };
	const body = place.input === undefined ? "{}" : JSON.stringify(sampleOf({ schema: place.input.schema }));
	return readSample(body);
}

/** Whether the output is to be JSON: as its content type says, or, where none is known, as it begins. */
function wantsJson({ place }: TemplateView, output: string): boolean {
	const { contentType } = place;
	if (contentType !== undefined && contentType !== "$default") return /[/+]json\b/i.test(contentType);
	return /^\s*[{["]/.test(output);
}

/** What the template has overridden, as JSON; undefined where nothing. */
function overridesText({ overrides }: Extract<Rendered, { ok: true }>): string | undefined {
	const untouched = '{"requestOverride":{"header":{},"path":{},"querystring":{}},"responseOverride":{"header":{}}}';
	const { requestOverride, responseOverride } = overrides;
	return JSON.stringify({ requestOverride, responseOverride }) === untouched
		? undefined
		: JSON.stringify({ requestOverride, responseOverride }, undefined, 2);
}
