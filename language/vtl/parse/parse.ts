import type { Dialect } from "../dialect.ts";
import type { Template } from "../nodes.ts";
import { finished, type Progress, readTemplate } from "./readTemplate.ts";

/** Reads a template. Never fails: what cannot be read is a problem and a `broken` statement, and reading goes on behind. */
export function parse(text: string, dialect: Dialect = "apigw"): Template {
	const progress: Progress = { dialect, nodes: [], flaws: [], macros: new Set(), checkpoints: [], seen: 0 };
	readTemplate(text, progress, 0, () => false);
	return finished(text, progress);
}
