import { JsonRefused } from "../../json/jsonRefused.ts";
import { bind } from "../bindings/bind.ts";
import { contextValue } from "../bindings/contextValue.ts";
import type { MappingEnvironment, Overrides } from "../bindings/environment.ts";
import { javaPosition } from "../javaPosition.ts";
import type { Span, Template } from "../nodes.ts";
import { type OutputSpan, outputSpans } from "../provenance/outputSpans.ts";
import { createTrace } from "../provenance/trace.ts";
import { JavaException } from "../values/javaException.ts";
import { toPlainJson } from "../values/jsonValues.ts";
import type { Printing } from "../values/printing.ts";
import type { JavaMap } from "../values/values.ts";
import { BudgetExceeded, createBudget, defaultLimits, type Limits } from "./budget.ts";
import { createRun, type Run } from "./run.ts";

export type Rendered =
	| {
			readonly ok: true;
			readonly output: string;
			readonly overrides: Overrides;
			/** The #foreach statements that ended after 1,000 rounds with items left, if any: API Gateway says nothing. */
			readonly cutLoops?: readonly Span[];
			/** Where each part of the output came from, in order and without gaps; when it was asked for. */
			readonly spans?: readonly OutputSpan[];
	  }
	| {
			readonly ok: false;
			readonly message: string;
			/** `body`: the payload is no JSON, which API Gateway answers with 400; the others are its 500. */
			readonly kind: "syntax" | "runtime" | "body" | "budget";
			readonly line: number;
			readonly column: number;
	  };

export type RenderOptions = Partial<Limits> & {
	/** Also tell of each part of the output which part of the template and which input it came from. */
	readonly provenance?: boolean;
};

/** Renders a mapping template as API Gateway does. The template may be kept and rendered again. */
export function render(
	template: Template,
	environment: MappingEnvironment,
	{ provenance = false, ...limits }: RenderOptions = {},
): Rendered {
	const [problem] = template.problems;
	if (problem !== undefined) {
		const { kind, message, line, column } = problem;
		return { ok: false, kind, message, line, column };
	}
	const budget = createBudget({ ...defaultLimits, ...limits });
	const context = contextValue(environment);
	const variables = bind(environment, context);
	const trace = provenance ? createTrace(variables) : undefined;
	const run = createRun(template, variables, budget, trace);
	try {
		while (run.step());
		const printing: Printing = { budget, renderBlock: () => undefined };
		const cutLoops = run.cutLoops();
		const rendered: Rendered = {
			ok: true,
			output: run.output(),
			overrides: overridesOf(context, printing),
			...(cutLoops.length > 0 ? { cutLoops } : {}),
		};
		return trace === undefined ? rendered : { ...rendered, spans: outputSpans(trace.pieces) };
	} catch (error) {
		return failed(error, template, run);
	}
}

function failed(error: unknown, template: Template, run: Run): Rendered {
	const { line, column } = javaPosition(template.text, run.position().start);
	const shared = { ok: false, line, column } as const;
	if (error instanceof JsonRefused) return { ...shared, kind: "body", message: error.message };
	if (error instanceof BudgetExceeded) return { ...shared, kind: "budget", message: error.message };
	if (error instanceof JavaException) {
		const message = error.message === "" ? error.javaClass : `${error.javaClass}: ${error.message}`;
		return { ...shared, kind: "runtime", message };
	}
	// JavaScript's own limit on the depth of calls: the template went deeper than any of ours caught.
	if (error instanceof RangeError) return { ...shared, kind: "budget", message: "The template goes too deep." };
	throw error;
}

/** What the template made of the overrides, which stand in the context. */
function overridesOf(context: JavaMap, printing: Printing): Overrides {
	const plain = (name: string) => toPlainJson(context.cells.get(name)?.value ?? null, printing);
	return { requestOverride: plain("requestOverride"), responseOverride: plain("responseOverride") };
}
