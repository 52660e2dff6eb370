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
	let proven = false;
	for (const sample of [...samples, emptyCall]) {
		const before = render(left, sample, limits);
		const after = render(right, sample, limits);
		if (!before.ok || !after.ok) {
			if (before.ok !== after.ok || !sameFailure(before, after)) return false;
			continue;
		}
		proven ||= sample !== emptyCall && jsonOf(before.output) !== undefined;
		if (before.output !== after.output && !(json && alike(before.output, after.output, sample))) return false;
		if (JSON.stringify(before.overrides) !== JSON.stringify(after.overrides)) return false;
	}
	return proven || !json;
}

function alike(before: string, after: string, sample: MappingEnvironment): boolean {
	const value = jsonOf(before);
	if (value !== undefined) return value === jsonOf(after);
	// A call without a body leaves holes that no JSON has; what is around them must be the same all the same.
	return sample === emptyCall && withoutBlanks(before) === withoutBlanks(after);
}

function withoutBlanks(text: string): string {
	return text.replaceAll(/[ \t]+/g, "");
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
