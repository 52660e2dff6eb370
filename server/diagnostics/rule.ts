import type { Span } from "../../language/vtl/nodes.ts";
import type { Edit } from "../features/results.ts";
import type { TemplateView } from "../templateView.ts";

/** One kind of mistake. A rule is one file here, named after its code, with a page `docs/diagnostics/<code>.md`. */
export type Rule = {
	readonly code: string;
	readonly severity: Severity;
	/** It also looks at gateway responses, which are not Velocity's. */
	readonly gatewayResponses?: true;
	/** Never throws, and takes time in proportion to the template. */
	check(view: TemplateView): readonly Finding[];
};

/** More findings than this nobody reads: a rule may stop there. */
export const findingsMax = 200;

export type Severity = "error" | "warning" | "information" | "hint";

export type Finding = Span & {
	readonly message: string;
	/** Where it is not the rule's own. */
	readonly severity?: Severity;
	readonly fixes?: readonly Fix[];
	/** Draw it as unneeded. */
	readonly unnecessary?: boolean;
};

export type Fix = { readonly title: string; readonly edits: readonly Edit[]; readonly preferred?: boolean };
