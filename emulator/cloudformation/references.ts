import { namesInSub } from "./functions/sub.ts";
import type { Node } from "./node.ts";
import { functionCall } from "./resolve.ts";

/**
 * The names that a node's functions take from the template, resources and parameters alike. The branch of an `Fn::If` that
 * is not taken is left out, as it makes nothing depend on anything.
 */
export function references(node: Node, condition: (name: string) => boolean | undefined): ReadonlySet<string> {
	const names = new Set<string>();
	collect(node, condition, names);
	return names;
}

function collect(node: Node, condition: (name: string) => boolean | undefined, names: Set<string>): void {
	if (node.kind === "scalar") return;
	if (node.kind === "list") {
		for (const item of node.items) collect(item, condition, names);
		return;
	}
	const call = functionCall(node);
	if (call === undefined) {
		for (const { value } of node.entries.values()) collect(value, condition, names);
		return;
	}
	const { name, argument } = call;
	if (name === "Ref" && argument.kind === "scalar") names.add(argument.text);
	else if (name === "Fn::GetAtt") addResource(argument, names);
	else if (name === "Fn::Sub") collectSub(argument, condition, names);
	else if (name === "Fn::If" && argument.kind === "list") collectIf(argument.items, condition, names);
	else collect(argument, condition, names);
}

function addResource(argument: Node, names: Set<string>): void {
	const parts = argument.kind === "list" ? argument.items : [argument];
	addPath(parts.map((part) => (part.kind === "scalar" ? part.text : "")).join("."), names);
}

/** Both the resource and the whole path, which SAM may know by another name (`Api.Stage`). */
function addPath(path: string, names: Set<string>): void {
	names.add(path);
	names.add(path.split(".", 1)[0] ?? "");
}

function collectSub(argument: Node, condition: (name: string) => boolean | undefined, names: Set<string>): void {
	const [template, own] = argument.kind === "list" ? argument.items : [argument, undefined];
	const ownNames = own?.kind === "map" ? own.entries : new Map();
	for (const name of template?.kind === "scalar" ? namesInSub(template.text) : []) {
		if (!ownNames.has(name)) addPath(name, names);
	}
	if (own !== undefined) collect(own, condition, names);
}

function collectIf(items: readonly Node[], condition: (name: string) => boolean | undefined, names: Set<string>): void {
	const [name, whenTrue, whenFalse] = items;
	const holds = name?.kind === "scalar" ? condition(name.text) : undefined;
	if (holds !== false && whenTrue !== undefined) collect(whenTrue, condition, names);
	if (holds !== true && whenFalse !== undefined) collect(whenFalse, condition, names);
}
