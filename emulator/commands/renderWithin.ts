import { performance } from "node:perf_hooks";
import type { MappingEnvironment } from "../../language/vtl/bindings/environment.ts";
import type { Dialect } from "../../language/vtl/dialect.ts";
import { type Rendered, render } from "../../language/vtl/evaluate/render.ts";
import { parse } from "../../language/vtl/parse/parse.ts";

/** No template runs longer, however it is written. */
const longestMs = 5000;

/** One rendering, with an end: by the evaluation's own limits, and by the clock. */
export function renderWithin(template: string, environment: MappingEnvironment, dialect: Dialect): Rendered {
	const limits = { now: () => performance.now(), deadlineMs: performance.now() + longestMs };
	return render(parse(template, dialect), environment, limits);
}

/** The line of JSON that says how a rendering went. */
export function renderedLine(name: string, rendered: Rendered): string {
	if (rendered.ok) return JSON.stringify({ name, ok: true, output: rendered.output, ...rendered.overrides });
	const { message: error, line, column } = rendered;
	return JSON.stringify({ name, ok: false, error, line, column });
}
