import { JsonRefused, readJson } from "../json/readJson.ts";
import { BudgetExceeded, createBudget, defaultLimits, type Limits } from "./budget.ts";
import type { MappingEnvironment, MappingInput, Overrides } from "./environment.ts";
import { JavaException } from "./javaException.ts";
import { javaPosition } from "./javaPosition.ts";
import { fromJson, toPlainJson } from "./jsonValues.ts";
import type { Template } from "./nodes.ts";
import type { Printing } from "./printing.ts";
import { createRun, type Run } from "./run.ts";
import { type InputState, type JavaMap, map, type Value } from "./values.ts";
import { createVariables, type Variables } from "./variables.ts";

export type { Limits } from "./budget.ts";
export type { MappingEnvironment, Overrides } from "./environment.ts";

export type Rendered =
	| { readonly ok: true; readonly output: string; readonly overrides: Overrides }
	| {
			readonly ok: false;
			readonly message: string;
			/** `body`: the payload is no JSON, which API Gateway answers with 400; the others are its 500. */
			readonly kind: "syntax" | "runtime" | "body" | "budget";
			readonly line: number;
			readonly column: number;
	  };

/** Renders a mapping template as API Gateway does. The template may be kept and rendered again. */
export function render(template: Template, environment: MappingEnvironment, limits?: Partial<Limits>): Rendered {
	const [problem] = template.problems;
	if (problem !== undefined) {
		const { kind, message, line, column } = problem;
		return { ok: false, kind, message, line, column };
	}
	const budget = createBudget({ ...defaultLimits, ...limits });
	const context = contextValue(environment);
	const variables = bind(environment, context);
	const run = createRun(template, variables, budget);
	try {
		while (run.step());
		const printing: Printing = { budget, renderBlock: () => undefined };
		return { ok: true, output: run.output(), overrides: overridesOf(context, printing) };
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

function bind({ input, stageVariables }: MappingEnvironment, context: JavaMap): Variables {
	const variables = createVariables();
	const state = inputState(input);
	variables.set("input", { type: "Bound", name: "$input", input: state });
	variables.set("util", { type: "Bound", name: "$util", input: state });
	variables.set("context", context);
	variables.set("stageVariables", fromJson(stageVariables));
	return variables;
}

function inputState(input: MappingInput): InputState {
	// Recorded on AWS: an empty body reads as {}.
	const body = input.body === "" ? "{}" : input.body;
	let document: Value | undefined;
	const parameters = map();
	const places = [
		["path", input.path],
		["querystring", input.query],
		["header", input.headers],
	] as const;
	for (const [key, values] of places) parameters.cells.set(key, { key, value: fromJson(values) });
	return {
		body,
		document: () => {
			document ??= readJson(body);
			return document;
		},
		parameters,
	};
}

const overrideNames = ["requestOverride", "responseOverride"] as const;

/** The context with empty places for the overrides, or with what an earlier template put there. */
function contextValue({ context, overrides }: MappingEnvironment): JavaMap {
	const empty = {
		requestOverride: { header: {}, path: {}, querystring: {} },
		responseOverride: { header: {} },
	};
	const result = map();
	// Twice the context: first for the order of the keys, then to win over the empty places.
	for (const [key, value] of Object.entries({ ...context, ...empty, ...context, ...overrides })) {
		result.cells.set(key, { key, value: fromJson(value) });
	}
	return result;
}

function overridesOf(context: JavaMap, printing: Printing): Overrides {
	const [requestOverride = null, responseOverride = null] = overrideNames.map((name) =>
		toPlainJson(context.cells.get(name)?.value ?? null, printing),
	);
	return { requestOverride, responseOverride };
}
