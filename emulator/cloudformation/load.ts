import type { Problem } from "../../protocol/problem.ts";
import type { Deployable } from "./deploy.ts";
import { forEach } from "./forEach.ts";
import { include } from "./include.ts";
import { child } from "./node.ts";
import { parameterValues } from "./parameters.ts";
import { read } from "./read.ts";
import { samTransform, transform } from "./sam/transform.ts";
import { readParameters, readTemplate, type Template } from "./template.ts";

export type Loaded = {
	/** Absent when nothing can be deployed: the text is not YAML or JSON, or has no resources. */
	readonly deployable?: Deployable;
	readonly problems: readonly Problem[];
	/** The files that the template includes, absolute. */
	readonly files: readonly string[];
};

/**
 * From a template's text to its resources, in CloudFormation's order: includes, the language extensions' loops, SAM's
 * transform. `given`: values of parameters, for the loops over them.
 */
export function load(text: string, file: string, given: ReadonlyMap<string, string> = new Map()): Loaded {
	const { root: written, problems: syntax } = read(text, file);
	if (written === undefined) return { problems: syntax, files: [] };
	const included = include(written);
	const parameters = parameterValues({ parameters: readParameters(child(included.root, "Parameters")) }, given).values;
	const looped = forEach(included.root, (name) => parameters.get(name));
	const { template, problems } = readTemplate(looped.root, file);
	const sam = template.transforms.some(({ name }) => name === samTransform) ? transform(template) : undefined;
	const untransformed =
		sam === undefined
			? [...template.resources.values()].find(({ type }) => type.startsWith("AWS::Serverless::"))
			: undefined;
	if (untransformed !== undefined) {
		const { logicalId, type, typeAt: at } = untransformed;
		const message = `${logicalId} is of SAM's type ${type}, but the template has no line "Transform: ${samTransform}": nothing is deployed until it has.`;
		const all = [...syntax, ...included.problems, ...looped.problems, ...problems];
		return { problems: [...all, { severity: "error", code: "no-sam-transform", message, at }], files: included.files };
	}
	const found = [
		...syntax,
		...included.problems,
		...looped.problems,
		...problems,
		...template.transforms.flatMap(unknownTransform),
		...(sam?.problems ?? []),
	];
	const loaded = { problems: found, files: included.files };
	if (template.resources.size === 0) return loaded;
	const isWhole = found.every(({ severity }) => severity !== "error");
	return { ...loaded, deployable: { template: sam?.template ?? template, isWhole } };
}

function unknownTransform({ name, at }: Template["transforms"][number]): readonly Problem[] {
	if (name === samTransform || name === "AWS::LanguageExtensions" || name === "AWS::Include") return [];
	const message = `The transform ${name} is not carried out here: the template is taken as it is written.`;
	return [{ severity: "warning", code: "unknown-transform", message, at }];
}
