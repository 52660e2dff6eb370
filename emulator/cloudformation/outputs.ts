import { child, type Node } from "./node.ts";
import { resolve } from "./resolve.ts";
import type { StackScope } from "./stackScope.ts";
import type { Template } from "./template.ts";

/** What a template's outputs export to other stacks, by name. An output that is wrong is reported by its functions. */
export function outputExports(template: Template, scope: StackScope): Readonly<Record<string, string>> {
	const exports: Record<string, string> = {};
	for (const { value: output } of template.outputs?.entries.values() ?? []) {
		const condition = child(output, "Condition");
		if (condition?.kind === "scalar" && scope.condition(condition.text, condition.at) !== true) continue;
		const value = resolved(child(output, "Value"), scope);
		const name = resolved(child(child(output, "Export"), "Name"), scope);
		if (value?.kind === "scalar" && name?.kind === "scalar") exports[name.text] = value.text;
	}
	return exports;
}

function resolved(node: Node | undefined, scope: StackScope): Node | undefined {
	return node === undefined ? undefined : resolve(node, scope);
}
