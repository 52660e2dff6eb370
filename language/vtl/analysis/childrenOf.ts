import type { Binary, Expression, Segment, Statement } from "../nodes.ts";

/** The expressions that an expression is made of, in the order of the text; the inside of strings is not among them. */
export function childrenOf(expression: Expression): readonly Expression[] {
	switch (expression.kind) {
		case "reference":
			return expression.path.length === 0 ? none : expression.path.flatMap(segmentChildren);
		case "list":
			return expression.items;
		case "map":
			return expression.entries.flatMap(({ key, value }) => [key, value]);
		case "range":
			return [expression.first, expression.last];
		case "not":
			return [expression.operand];
		case "group":
			return [expression.inner];
		case "binary":
			return operandsOf(expression);
		default:
			return none;
	}
}

const none: readonly Expression[] = [];

/** The operands of a chain such as `a + b + c`, which leans to the left and may be longer than the call stack. */
export function operandsOf(expression: Binary): readonly Expression[] {
	const operands: Expression[] = [];
	let left: Expression = expression;
	while (left.kind === "binary") {
		operands.push(left.right);
		left = left.left;
	}
	operands.push(left);
	return operands.toReversed();
}

/** The statements inside a string in double quotes. */
export function insideOf(expression: Expression): readonly Statement[] {
	return expression.kind === "string" ? (expression.parts?.nodes ?? []) : [];
}

function segmentChildren(segment: Segment): readonly Expression[] {
	if (segment.kind === "method") return segment.arguments;
	return segment.kind === "index" ? [segment.index] : none;
}
