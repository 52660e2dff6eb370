import type { Directive, Expression, Statement } from "../nodes.ts";

/** A #macro: what its arguments are called, and its body. */
export type Macro = {
	readonly parameters: readonly string[];
	readonly body: readonly Statement[];
	/** The text that it stands in. */
	readonly source: string;
};

export type Macros = Map<string, Macro>;

/**
 * Adds the macros that a template defines, wherever they stand; the first of a name wins. The reference finds those in
 * strings only when it has read the whole template.
 */
export function collectMacros(nodes: readonly Statement[], source: string, macros: Macros): void {
	const strings: (readonly Statement[])[] = [];
	collect(nodes, source, macros, strings);
	for (const inside of strings) collectMacros(inside, source, macros);
}

function collect(nodes: readonly Statement[], source: string, macros: Macros, strings: (readonly Statement[])[]): void {
	for (const node of nodes) {
		switch (node.kind) {
			case "reference":
			case "set":
				noteStrings(node.kind === "set" ? node.value : node, strings);
				break;
			case "if":
				for (const { condition, body } of node.branches) {
					if (condition !== undefined) noteStrings(condition, strings);
					collect(body, source, macros, strings);
				}
				break;
			case "directive":
				for (const argument of node.arguments) noteStrings(argument, strings);
				collect(node.body ?? [], source, macros, strings);
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

function noteStrings(expression: Expression, strings: (readonly Statement[])[]): void {
	const note = (it: Expression) => noteStrings(it, strings);
	switch (expression.kind) {
		case "string":
			if (expression.parts !== undefined) strings.push(expression.parts.nodes);
			break;
		case "reference":
			for (const segment of expression.path) {
				if (segment.kind === "method") segment.arguments.forEach(note);
				else if (segment.kind === "index") note(segment.index);
			}
			break;
		case "list":
			expression.items.forEach(note);
			break;
		case "map":
			for (const { key, value } of expression.entries) [key, value].forEach(note);
			break;
		case "range":
			[expression.first, expression.last].forEach(note);
			break;
		case "binary":
			[expression.left, expression.right].forEach(note);
			break;
		case "not":
			note(expression.operand);
			break;
		case "group":
			note(expression.inner);
			break;
		default:
	}
}
