import type { Problem, SourceLocation } from "../../protocol/problem.ts";
import { type Entry, type Node, type Scalar, scalar } from "./node.ts";

/** A template with more than this many copies is a mistake: CloudFormation takes 500 resources. */
const mostItems = 1_000;

/**
 * Carries out `Fn::ForEach::Name: [variable, list, { keys: values }]` of the language extensions: its entries once for
 * each item, with the item in the place of `${variable}`, in keys too. The list may be a Ref to a parameter.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-foreach.html
 */
export function forEach(
	root: Node,
	parameter: (name: string) => Node | undefined,
): { readonly root: Node; readonly problems: readonly Problem[] } {
	const problems: Problem[] = [];
	return { root: expand(root, { parameter, problems }), problems };
}

type Expanding = { readonly parameter: (name: string) => Node | undefined; readonly problems: Problem[] };

function expand(node: Node, expanding: Expanding): Node {
	if (node.kind === "scalar") return node;
	if (node.kind === "list") return { ...node, items: node.items.map((item) => expand(item, expanding)) };
	const entries = new Map<string, Entry>();
	for (const [key, entry] of node.entries) {
		if (!key.startsWith("Fn::ForEach::")) {
			entries.set(key, { ...entry, value: expand(entry.value, expanding) });
			continue;
		}
		for (const [name, copy] of copies(key, entry, expanding)) entries.set(name, copy);
	}
	return { ...node, entries };
}

function copies(key: string, { value, keyAt }: Entry, expanding: Expanding): readonly (readonly [string, Entry])[] {
	const [variable, collection, body] = value.kind === "list" ? value.items : [];
	const items = collection === undefined ? undefined : itemsOf(collection, expanding);
	if (variable?.kind !== "scalar" || items === undefined || body?.kind !== "map") {
		return refuse(
			expanding,
			keyAt,
			`${key} needs the name of a variable, a list of texts and a map of what to repeat.`,
		);
	}
	if (items.length > mostItems) return refuse(expanding, keyAt, `${key} repeats more than ${mostItems} times.`);
	return items.flatMap((item) => {
		const copy = expand(substitute(body, variable.text, item), expanding);
		return copy.kind === "map" ? [...copy.entries] : [];
	});
}

function itemsOf(collection: Node, { parameter }: Expanding): readonly Scalar[] | undefined {
	const name = collection.kind === "map" ? collection.entries.get("Ref")?.value : undefined;
	const list = name?.kind === "scalar" ? parameter(name.text) : collection;
	if (list?.kind !== "list") return undefined;
	const items = list.items.flatMap((item) => (item.kind === "scalar" ? item : []));
	return items.length === list.items.length ? items : undefined;
}

function substitute(node: Node, variable: string, item: Scalar): Node {
	const inText = (text: string) =>
		text.replaceAll(`\${${variable}}`, item.text).replaceAll(`&{${variable}}`, item.text.replace(/[^A-Za-z0-9]/g, ""));
	if (node.kind === "list") return { ...node, items: node.items.map((it) => substitute(it, variable, item)) };
	if (node.kind === "scalar") return typeof node.value === "string" ? scalar(inText(node.value), node.at) : node;
	const own = node.entries.size === 1 ? node.entries.get("Ref")?.value : undefined;
	if (own?.kind === "scalar" && own.text === variable) return scalar(item.text, own.at);
	return {
		...node,
		entries: new Map(
			[...node.entries].map(([key, entry]) => [
				inText(key),
				{ ...entry, value: substitute(entry.value, variable, item) },
			]),
		),
	};
}

function refuse(expanding: Expanding, at: SourceLocation, message: string): readonly [] {
	expanding.problems.push({ severity: "error", code: "template-function", message, at });
	return [];
}
