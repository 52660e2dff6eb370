import type { Problem } from "../../protocol/problem.ts";
import { include } from "./include.ts";
import { read } from "./read.ts";
import { samTransform, transform } from "./sam/transform.ts";
import { readTemplate, type Template } from "./template.ts";

export type Loaded = {
	/** Absent when nothing can be deployed: the text is not YAML or JSON, or has no resources. */
	readonly template?: Template;
	readonly problems: readonly Problem[];
	/** The files that the template includes, absolute. */
	readonly files: readonly string[];
};

/** From a template's text to its resources, in CloudFormation's order: includes, then SAM's transform. */
export function load(text: string, file: string): Loaded {
	const { root: written, problems: syntax } = read(text, file);
	if (written === undefined) return { problems: syntax, files: [] };
	const { root, problems: including, files } = include(written);
	const { template, problems } = readTemplate(root, file);
	const sam = template.transforms.includes(samTransform) ? transform(template) : { template, problems: [] };
	const found = [...syntax, ...including, ...problems, ...sam.problems];
	return template.resources.size === 0
		? { problems: found, files }
		: { template: sam.template, problems: found, files };
}
