import type { Problem } from "../../protocol/problem.ts";
import { type Node, scalar } from "./node.ts";
import type { Parameter, Template } from "./template.ts";

/** The values of a template's parameters: what was given (samconfig.toml), else the default. */
export function parameterValues(
	template: Pick<Template, "parameters">,
	given: ReadonlyMap<string, string>,
): { readonly values: ReadonlyMap<string, Node>; readonly problems: readonly Problem[] } {
	const problems: Problem[] = [];
	const values = new Map<string, Node>();
	for (const [name, parameter] of template.parameters) {
		const override = given.get(name);
		const value = override === undefined ? parameter.fallback : scalar(override, parameter.at);
		if (value === undefined) problems.push(missing(name, parameter));
		else if (parameter.type.startsWith("AWS::SSM::Parameter::Value")) problems.push(fromSsm(name, parameter, value));
		else if (value.kind === "scalar" && !isAllowed(value.text, parameter))
			problems.push(notAllowed(name, parameter, value.text));
		// Where a value is missing the parameter's own name stands in, so that one missing value is one problem.
		values.set(name, typed(value ?? scalar(name, parameter.at), parameter));
	}
	return { values, problems };
}

function typed(value: Node, { type }: Parameter): Node {
	const isList = type === "CommaDelimitedList" || type.startsWith("List<") || /<(List<|CommaDelimitedList)/.test(type);
	if (!isList || value.kind !== "scalar") return value;
	return { kind: "list", items: value.text.split(",").map((item) => scalar(item.trim(), value.at)), at: value.at };
}

function isAllowed(value: string, { allowed }: Parameter): boolean {
	return allowed.length === 0 || allowed.includes(value);
}

function notAllowed(name: string, { allowed, at }: Parameter, value: string): Problem {
	const message = `The parameter ${name} is ${JSON.stringify(value)}, but must be one of its AllowedValues: ${allowed.join(", ")}.`;
	return { severity: "error", code: "parameter-value", message, at };
}

function missing(name: string, { at }: Parameter): Problem {
	const message = `The parameter ${name} has no Default and no value: give it a Default, or a value in parameter_overrides of samconfig.toml.`;
	return { severity: "error", code: "missing-parameter", message, at };
}

function fromSsm(name: string, { at }: Parameter, value: Node): Problem {
	const path = value.kind === "scalar" ? value.text : name;
	const message = `The parameter ${name} takes its value from the SSM parameter ${path}, which is not emulated yet: its name stands in for its value.`;
	return { severity: "warning", code: "ssm-parameter", message, at };
}
