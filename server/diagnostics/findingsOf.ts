import type { TemplateView } from "../templateView.ts";
import { type Finding, findingsMax, type Severity } from "./rule.ts";
import { rules } from "./rules.ts";

export type CodedFinding = Finding & { readonly code: string; readonly severity: Severity };

const known = new WeakMap<TemplateView, readonly CodedFinding[]>();

/** What the rules find in a template, in the order of its text. */
export function findingsOf(view: TemplateView): readonly CodedFinding[] {
	const before = known.get(view);
	if (before !== undefined) return before;
	const isVelocity = view.place.part !== "gatewayResponse";
	const found = rules.flatMap((rule) =>
		!isVelocity && rule.gatewayResponses === undefined
			? []
			: rule.check(view).map((finding) => ({ severity: rule.severity, ...finding, code: rule.code })),
	);
	const inOrder = found.toSorted((a, b) => a.start - b.start).slice(0, findingsMax);
	known.set(view, inOrder);
	return inOrder;
}
