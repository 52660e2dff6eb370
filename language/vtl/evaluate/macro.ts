import type { Directive, Expression, Statement } from "../nodes.ts";

/** A #macro: what its arguments are called, and its body. */
export type Macro = {
	readonly parameters: readonly string[];
	readonly body: readonly Statement[];
	/** The text that it stands in. */
	readonly source: string;
};

export type Macros = Map<string, Macro>;

/** Adds the macros that a template defines, wherever they stand, also in strings: of a name the one that ends first. */
export function collectMacros(nodes: readonly Statement[], source: string, macros: Macros): void {
	const inside = (expression: Expression) => {
		for (const string of stringsIn(expression)) collectMacros(string, source, macros);
	};
	for (const node of nodes) {
		switch (node.kind) {
			case "reference":
			case "set":
				inside(node.kind === "set" ? node.value : node);
				break;
			case "if":
				for (const { condition, body } of node.branches) {
					if (condition !== undefined) inside(condition);
					collectMacros(body, source, macros);
				}
				break;
			case "directive":
				node.arguments.forEach(inside);
				collectMacros(node.body ?? [], source, macros);
				if (node.name === "macro") define(node, source, macros);
				break;
			default:
		}
	}
}

function define({ arguments: [name, ...parameters], body = [] }: Directive, source: string, macros: Macros): void {
	if (name?.kind !== "word" || macros.has(name.word)) return;
	macros.set(name.word, { parameters: parameters.map((it) => parameterName(it, source)), body, source });
}

function parameterName(parameter: Expression, source: string): string {
	return parameter.kind === "reference" ? parameter.assigns : source.slice(parameter.start, parameter.end);
}

/** The insides of the strings in double quotes. */
function stringsIn(expression: Expression): readonly (readonly Statement[])[] {
	switch (expression.kind) {
		case "string":
			return expression.parts === undefined ? [] : [expression.parts.nodes];
		case "reference":
			return expression.path.flatMap((segment) => {
				if (segment.kind === "method") return segment.arguments.flatMap(stringsIn);
				return segment.kind === "index" ? stringsIn(segment.index) : [];
			});
		case "list":
			return expression.items.flatMap(stringsIn);
		case "map":
			return expression.entries.flatMap(({ key, value }) => [...stringsIn(key), ...stringsIn(value)]);
		case "range":
			return [...stringsIn(expression.first), ...stringsIn(expression.last)];
		case "binary":
			return [...stringsIn(expression.left), ...stringsIn(expression.right)];
		case "not":
			return stringsIn(expression.operand);
		case "group":
			return stringsIn(expression.inner);
		default:
			return [];
	}
}
