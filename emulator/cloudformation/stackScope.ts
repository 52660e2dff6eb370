import type { Problem, SourceLocation } from "../../protocol/problem.ts";
import type { Kernel } from "../aws/service.ts";
import { conditions } from "./conditions.ts";
import { type Node, node, scalar } from "./node.ts";
import { placeholderAttribute } from "./resources/inert.ts";
import { refuse, type Scope } from "./scope.ts";
import type { Stack } from "./stack.ts";
import type { Template } from "./template.ts";

export type StackScope = Omit<Scope, "resolve">;

/** What the functions of a template may ask while it is deployed: parameters, pseudo-parameters, what resources became. */
export function stackScope(
	template: Template,
	parameters: ReadonlyMap<string, Node>,
	stack: Pick<Stack, "name" | "id" | "get" | "exported">,
	{ account, region }: Pick<Kernel, "account" | "region">,
	report: (problem: Problem) => void,
): StackScope {
	const pseudo: Readonly<Record<string, string | readonly string[]>> = {
		"AWS::AccountId": account,
		"AWS::NotificationARNs": [],
		"AWS::Partition": partition(region),
		"AWS::Region": region,
		"AWS::StackId": stack.id,
		"AWS::StackName": stack.name,
		"AWS::URLSuffix": region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com",
	};
	const logical = (name: string) => template.aliases.get(name) ?? name;

	const reference = (written: string, at: SourceLocation): Node | undefined => {
		const name = logical(written);
		const value = Object.hasOwn(pseudo, name) ? pseudo[name] : undefined;
		if (value !== undefined) return node(value, at);
		const parameter = parameters.get(name);
		if (parameter !== undefined) return parameter;
		if (!template.resources.has(name)) return undefined;
		const deployed = stack.get(name);
		// A resource that failed has its own problem; this one only waits for it.
		return deployed === undefined ? scalar(name, at) : scalar(deployed.ref, at);
	};
	const attribute = (written: string, name: string, at: SourceLocation): Node | undefined => {
		const alias = template.aliases.get(`${written}.${name}`);
		if (alias !== undefined) return reference(alias, at);
		const id = logical(written);
		const resource = template.resources.get(id);
		if (resource === undefined) {
			return refuse(
				{ report },
				at,
				`${written}.${name} is used here, but there is no resource ${written}.`,
				"unresolved-reference",
			);
		}
		const deployed = stack.get(id);
		if (deployed === undefined) return scalar(id, at);
		const value = Object.hasOwn(deployed.attributes, name) ? deployed.attributes[name] : undefined;
		if (value !== undefined) return scalar(value, at);
		if (deployed.ids["placeholder"] !== undefined) {
			return scalar(placeholderAttribute(deployed.type, deployed.ref, name, account, region), at);
		}
		return refuse(
			{ report },
			at,
			`${resource.type} has no attribute ${name} (${written}.${name}).`,
			"unresolved-reference",
		);
	};
	const base = { report, reference, attribute, mappings: template.mappings, exported: stack.exported, region };
	return { ...base, condition: conditions(template.conditions, base, report) };
}

function partition(region: string): string {
	if (region.startsWith("cn-")) return "aws-cn";
	return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}
