import { bind } from "../bindings/bind.ts";
import { contextValue } from "../bindings/contextValue.ts";
import type { MappingEnvironment } from "../bindings/environment.ts";
import { createBudget, defaultLimits, type Limits } from "../evaluate/budget.ts";
import { createRun, type Run } from "../evaluate/run.ts";
import type { Expression, SetStatement, Span, Statement, Template } from "../nodes.ts";
import { parse } from "../parse/parse.ts";
import { toJavaString } from "../values/toJavaString.ts";

/** An editor asks often, so a rendering for it may cost only so much. */
const limits: Limits = { ...defaultLimits, steps: 100_000, characters: 1_000_000, rangeItems: 10_000 };
/** Of all values together; a sample may be large, and a template may set it again and again. */
const charactersMax = 2_000_000;
/** No more than this of a value is shown anywhere. */
const shownMax = 200;

/** What each #set assigns the first time it is reached with the sample, as it would print. */
export function assignedValues(template: Template, sample: MappingEnvironment): ReadonlyMap<SetStatement, string> {
	const values = new Map<SetStatement, string>();
	const budget = createBudget(limits);
	let characters = 0;
	rendering(template, sample, (run) => {
		const next = run.upcoming();
		const more = run.step() && characters < charactersMax;
		if (next?.kind === "set" && !values.has(next) && next.target.path.length === 0) {
			const value = run.variables().get(next.target.assigns);
			const text = toJavaString(value, { budget, renderBlock: () => undefined });
			characters += text.length;
			values.set(next, shortened(text));
		}
		return more;
	});
	return values;
}

/** What a piece of the template prints where the rendering first comes to the statement that it stands in. */
export function valueAt(
	template: Template,
	sample: MappingEnvironment,
	offset: number,
	piece: string,
): string | undefined {
	let value: string | undefined;
	rendering(template, sample, (run) => {
		const next = run.upcoming();
		if (next === undefined || !standsIn(next, offset)) return run.step();
		const inner = createRun(parse(piece), run.variables(), createBudget(limits));
		while (inner.step());
		value = shortened(inner.output());
		return false;
	});
	return value;
}

/** Renders step by step until `step` says no. A sample that fails tells as much as it got to. */
function rendering(template: Template, sample: MappingEnvironment, step: (run: Run) => boolean): void {
	if (template.problems.length > 0) return;
	try {
		const run = createRun(template, bind(sample, contextValue(sample)), createBudget(limits));
		while (step(run));
	} catch {
		// The template fails with this sample, which its diagnostics and the preview tell.
	}
}

/** In the statement itself, not in a block of it. */
function standsIn(node: Statement, offset: number): boolean {
	if (!within(node, offset)) return false;
	if (node.kind === "if") {
		// Only the first condition is sure to be evaluated where the statement stands.
		return node.branches.some(({ condition }) => within(condition, offset));
	}
	if (node.kind !== "directive" || node.body === undefined) return true;
	return node.arguments.some((argument) => within(argument, offset));
}

function within(span: Span | Expression | undefined, offset: number): boolean {
	return span !== undefined && span.start <= offset && offset < span.end;
}

function shortened(text: string): string {
	return text.length > shownMax ? `${text.slice(0, shownMax)}…` : text;
}
