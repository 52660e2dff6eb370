import type { MappingEnvironment } from "../../language/vtl/bindings/environment.ts";
import { type Rendered, render } from "../../language/vtl/evaluate/render.ts";
import type { Template } from "../../language/vtl/nodes.ts";

/** An editor waits for the proof. */
const limits = { steps: 200_000, characters: 2_000_000 };

/** A call that brings nothing: what a template makes of it must stay, too. */
const emptyCall: MappingEnvironment = {
	input: { body: "", headers: {}, path: {}, query: {} },
	context: {},
	stageVariables: {},
};

/**
 * Whether two templates make the same of each sample. `json`: the output may differ in blanks that JSON does not have, and
 * at least one sample must give JSON, else it is not known to be any.
 */
export function sameOutput(
	left: Template,
	right: Template,
	samples: readonly MappingEnvironment[],
	{ json }: { readonly json: boolean },
): boolean {
	let proven = !json;
	for (const sample of [...samples, emptyCall]) {
		const before = render(left, sample, limits);
		const after = render(right, sample, limits);
		if (!before.ok || !after.ok) {
			if (before.ok !== after.ok || !sameFailure(before, after)) return false;
			continue;
		}
		const value = json ? jsonOf(before.output) : undefined;
		proven ||= value !== undefined;
		if (before.output !== after.output && (value === undefined || value !== jsonOf(after.output))) return false;
		if (JSON.stringify(before.overrides) !== JSON.stringify(after.overrides)) return false;
	}
	return proven;
}

function sameFailure(before: Rendered, after: Rendered): boolean {
	return !before.ok && !after.ok && before.kind === after.kind && before.message === after.message;
}

/** The JSON without blanks; undefined for what is none. */
function jsonOf(text: string): string | undefined {
	try {
		return JSON.stringify(JSON.parse(text));
	} catch {
		return undefined;
	}
}
