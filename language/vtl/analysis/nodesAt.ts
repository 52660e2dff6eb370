import type { Branch, Expression, Segment, Span, Statement, Template } from "../nodes.ts";

export type AnyNode = Statement | Branch | Expression | Segment;

/** The statement that covers the offset, or that ends there; statements tile the text. */
export function statementAt(nodes: readonly Statement[], offset: number): Statement | undefined {
	let low = 0;
	let high = nodes.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((nodes[middle]?.end ?? 0) < offset) low = middle + 1;
		else high = middle;
	}
	return nodes[low];
}

/** What covers the offset, from the outside in. */
export function nodesAt(template: Template, offset: number): readonly AnyNode[] {
	const path: AnyNode[] = [];
	let open: readonly AnyNode[] = template.nodes;
	while (open.length > 0) {
		const node: AnyNode | undefined = nodeIn(open, offset);
		if (node === undefined) break;
		path.push(node);
		open = childNodes(node);
	}
	return path;
}

/** The parts of a node, in the order of the text. */
function childNodes(node: AnyNode): readonly AnyNode[] {
	if (!("kind" in node)) return [...(node.condition === undefined ? [] : [node.condition]), ...node.body];
	switch (node.kind) {
		case "set":
			return [node.target, node.value];
		case "if":
			return node.branches;
		case "directive":
			return [...node.arguments, ...(node.body ?? [])];
		case "reference":
			return node.path;
		case "method":
			return node.arguments;
		case "index":
			return [node.index];
		case "string":
			return node.parts?.nodes ?? [];
		case "list":
			return node.items;
		case "map":
			return node.entries.flatMap(({ key, value }) => [key, value]);
		case "range":
			return [node.first, node.last];
		case "not":
			return [node.operand];
		case "group":
			return [node.inner];
		case "binary":
			return [node.left, node.right];
		default:
			return [];
	}
}

/** Where two touch, the reference; else the later. */
function nodeIn(nodes: readonly AnyNode[], offset: number): AnyNode | undefined {
	const at = nodes.findIndex((it) => covers(it, offset));
	const node = nodes[at];
	const next = nodes[at + 1];
	if (node === undefined || next === undefined || !covers(next, offset)) return node;
	return "kind" in node && node.kind === "reference" ? node : next;
}

function covers({ start, end }: Span, offset: number): boolean {
	return start <= offset && offset <= end;
}
