import type { Expression, Reference, Segment, Span, Statement } from "../nodes.ts";

/** Moves statements, the first of them given, further on in the text, or further back: themselves, not copies. */
export function moveNodes(nodes: readonly Statement[], first: number, by: number): void {
	for (let i = first; i < nodes.length; i++) {
		const node = nodes[i];
		if (node !== undefined) moveStatement(node, by);
	}
}

function moveStatement(node: Statement, by: number): void {
	switch (node.kind) {
		case "reference":
			return moveReference(node, by);
		case "set":
			moveReference(node.target, by);
			moveExpression(node.value, by);
			break;
		case "if":
			for (const branch of node.branches) {
				moveSpan(branch, by);
				if (branch.condition !== undefined) moveExpression(branch.condition, by);
				moveNodes(branch.body, 0, by);
			}
			break;
		case "directive":
			moveSpan(node.nameSpan, by);
			moveAll(node.arguments, by);
			if (node.body !== undefined) moveNodes(node.body, 0, by);
			break;
		default:
	}
	return moveSpan(node, by);
}

/** A tree is written to nowhere but here, where it passes from one text to the next. */
function moveSpan(span: Span, by: number): void {
	const movable: { start: number; end: number } = span;
	movable.start += by;
	movable.end += by;
}

function moveAll(expressions: readonly Expression[], by: number): void {
	for (const expression of expressions) moveExpression(expression, by);
}

function moveReference(node: Reference, by: number): void {
	moveSpan(node, by);
	moveSpan(node.nameSpan, by);
	for (const segment of node.path) moveSegment(segment, by);
}

function moveSegment(node: Segment, by: number): void {
	moveSpan(node, by);
	if (node.kind === "method") moveAll(node.arguments, by);
	else if (node.kind === "index") moveExpression(node.index, by);
}

function moveExpression(node: Expression, by: number): void {
	switch (node.kind) {
		case "reference":
			return moveReference(node, by);
		case "string":
			if (node.parts !== undefined) moveNodes(node.parts.nodes, 0, by);
			break;
		case "list":
			moveAll(node.items, by);
			break;
		case "map":
			for (const { key, value } of node.entries) {
				moveExpression(key, by);
				moveExpression(value, by);
			}
			break;
		case "range":
			moveExpression(node.first, by);
			moveExpression(node.last, by);
			break;
		case "not":
			moveExpression(node.operand, by);
			break;
		case "group":
			moveExpression(node.inner, by);
			break;
		case "binary":
			moveExpression(node.left, by);
			moveExpression(node.right, by);
			break;
		default:
	}
	return moveSpan(node, by);
}
