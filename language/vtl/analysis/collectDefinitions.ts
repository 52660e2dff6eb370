import { variableName } from "../evaluate/variableName.ts";
import type { Directive, Expression, Reference, SetStatement, Span, Statement, Template } from "../nodes.ts";

import type { Definition } from "./definition.ts";
import { directiveRole } from "./directiveRole.ts";
import { eachChild, insideOf } from "./eachChild.ts";

export type Definitions = {
	/** In the order of the text. */
	readonly all: readonly Definition[];
	readonly byName: ReadonlyMap<string, readonly Definition[]>;
	readonly byNode: ReadonlyMap<SetStatement | Directive, readonly Definition[]>;
	/** Of a directive with a block: the numbers of the definitions in it, from and up to. */
	readonly inside: ReadonlyMap<Directive, readonly [from: number, to: number]>;
};

/** What a loop sets besides its own variable. */
const implicit = ["foreach", "velocityCount", "velocityHasNext"];

export function collectDefinitions({ text, nodes }: Template): Definitions {
	const all: Definition[] = [];
	const byName = new Map<string, Definition[]>();
	const byNode = new Map<SetStatement | Directive, Definition[]>();
	const inside = new Map<Directive, readonly [number, number]>();
	statements(nodes);
	return { all, byName, byNode, inside };

	function statements(list: readonly Statement[]): void {
		for (const node of list) statement(node);
	}

	function statement(node: Statement): void {
		if (node.kind === "reference") expression(node);
		else if (node.kind === "set") {
			expression(node.target);
			expression(node.value);
			if (node.target.path.length === 0) add("set", node.target.assigns, node.target.nameSpan, node);
		} else if (node.kind === "if") {
			for (const { condition, body } of node.branches) {
				if (condition !== undefined) expression(condition);
				statements(body);
			}
		} else if (node.kind === "directive") directive(node);
	}

	function directive(node: Directive): void {
		const role = directiveRole(node);
		if (role === "text") return;
		for (const parameter of node.arguments) expression(parameter);
		if (role === "foreach") {
			named("loop", node, node.arguments[0]);
			for (const name of implicit) add("implicit", name, node.nameSpan, node);
		} else if (role === "macro") {
			for (const parameter of node.arguments.slice(1)) {
				if (parameter.kind === "reference") add("parameter", parameter.name, parameter.nameSpan, node);
			}
		}
		const from = all.length;
		statements(node.body ?? []);
		inside.set(node, [from, all.length]);
		if (role === "define") named("define", node, node.arguments[0]);
	}

	function expression(of: Expression): void {
		statements(insideOf(of));
		eachChild(of, expression);
	}

	function named(kind: Definition["kind"], node: Directive, argument: Expression | undefined): void {
		const name = variableName(text, argument);
		if (name !== "") add(kind, name, nameSpanOf(argument) ?? node.nameSpan, node);
	}

	function add(kind: Definition["kind"], name: string, nameSpan: Span, node: SetStatement | Directive): void {
		const definition = { kind, name, nameSpan, node, index: all.length };
		all.push(definition);
		push(byName, name, definition);
		push(byNode, node, definition);
	}
}

function nameSpanOf(argument: Expression | undefined): Span | undefined {
	return isReference(argument) ? argument.nameSpan : undefined;
}

function isReference(argument: Expression | undefined): argument is Reference {
	return argument?.kind === "reference";
}

function push<K>(map: Map<K, Definition[]>, key: K, definition: Definition): void {
	const list = map.get(key);
	if (list === undefined) map.set(key, [definition]);
	else list.push(definition);
}
