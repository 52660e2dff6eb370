import type { Binary, Expression, Statement } from "../nodes.ts";

/** Visits the expressions that an expression is made of, in the order of the text; not the inside of strings. */
export function eachChild(expression: Expression, visit: (child: Expression) => void): void {
	switch (expression.kind) {
		case "reference":
			for (const segment of expression.path) {
				if (segment.kind === "method") for (const argument of segment.arguments) visit(argument);
				else if (segment.kind === "index") visit(segment.index);
			}
			break;
		case "list":
			for (const item of expression.items) visit(item);
			break;
		case "map":
			for (const { key, value } of expression.entries) {
				visit(key);
				visit(value);
			}
			break;
		case "range":
			visit(expression.first);
			visit(expression.last);
			break;
		case "not":
			visit(expression.operand);
			break;
		case "group":
			visit(expression.inner);
			break;
		case "binary":
			for (const operand of operandsOf(expression)) visit(operand);
			break;
		default:
	}
}

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

const none: readonly Statement[] = [];

/** The statements inside a string in double quotes. */
export function insideOf(expression: Expression): readonly Statement[] {
	return expression.kind === "string" ? (expression.parts?.nodes ?? none) : none;
}
