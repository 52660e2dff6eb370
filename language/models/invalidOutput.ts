import type { Rendered } from "../vtl/evaluate/render.ts";
import type { Range } from "../vtl/provenance/outputSpans.ts";
import { jsonFault } from "./jsonFault.ts";

/** Where an output stops being JSON, and which part of the template printed that place. */
export type InvalidOutput = {
	readonly offset: number;
	readonly message: string;
	readonly template: Range | undefined;
	/** The input that the place came from: usually one that is missing quotes or an escape. */
	readonly input: string | undefined;
};

/** Whether what was rendered, with its provenance, is JSON. An output of nothing but blanks is no mistake of JSON. */
export function invalidOutput({ output, spans = [] }: Extract<Rendered, { ok: true }>): InvalidOutput | undefined {
	if (output.trim() === "") return undefined;
	const fault = jsonFault(output);
	if (fault === undefined) return undefined;
	const { offset, message } = fault;
	// At the very end it is what was printed last.
	const span = spans.find((it) => it.output.to > offset) ?? spans.at(-1);
	return { offset, message, template: span?.template, input: span?.input };
}
