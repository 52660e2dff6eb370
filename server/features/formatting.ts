import { formatTemplate } from "../format/formatTemplate.ts";
import type { TemplateView } from "../templateView.ts";
import type { Edit, FormatOptions } from "./results.ts";

/** Edits that put the template, or a range of it, in order without changing what comes out of it. */
export function formatting(view: TemplateView, options: FormatOptions): readonly Edit[] {
	return formatTemplate(view, options);
}
