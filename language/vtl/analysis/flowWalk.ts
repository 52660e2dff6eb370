import type { Branch, Directive, Expression, IfStatement, Reference, Statement } from "../nodes.ts";
import type { Definitions } from "./collectDefinitions.ts";
import { type Definition, type Reaching, reachingSome, unsetVariable } from "./definition.ts";
import { directiveRole } from "./directiveRole.ts";
import { eachChild, insideOf } from "./eachChild.ts";
import { bindingNames, mergeBranches, reachingDefinition, type VariableStates } from "./variableStates.ts";

/** A reference that is looked up. */
export type LookUp = {
	readonly reference: Reference;
	readonly reaching: Reaching;
	/** A #set writes into it: `#set($x.y = 1)`. */
	readonly written: boolean;
	/** It stands in a condition, which may ask just whether it has a value. */
	readonly tested: boolean;
	/** It stands in a #define or #macro, so that what it finds depends on when that is used. */
	readonly deferred: boolean;
};

/** Blocks nested deeper than this are followed roughly. */
const branchesMax = 40;

/** Goes through statements in the order of the text, keeps the states of the variables, and tells of each use. */
export function flowWalk(
	definitions: Definitions,
	states: VariableStates,
	found: (use: LookUp) => void,
): (nodes: readonly Statement[]) => void {
	let tested = false;
	/** How many branches were open where the innermost #define or #macro begins. */
	let deferredFrom: number | undefined;
	/** Nothing goes on from here: behind a #stop or #break. */
	let ended = false;
	let loops = 0;
	const anywhereByName = new Map<string, Reaching>();
	return statements;

	function statements(nodes: readonly Statement[]): void {
		for (const node of nodes) statement(node);
	}

	function statement(node: Statement): void {
		if (node.kind === "reference") expression(node);
		else if (node.kind === "set") {
			eachChild(node.target, expression);
			expression(node.value);
			if (node.target.path.length > 0) use(node.target, true);
			define(node, node.end);
		} else if (node.kind === "if") branches(node);
		else if (node.kind === "directive") directive(node);
	}

	function branches({ branches: list, end }: IfStatement): void {
		if (states.depth() > branchesMax) return roughly(list);
		const before = ended;
		const results: ReadonlyMap<string, Reaching>[] = [];
		for (const branch of list) {
			condition(branch);
			states.enter();
			ended = before;
			statements(branch.body);
			const changed = states.leave(branch.end);
			if (!ended) results.push(changed);
		}
		const open = list.every((branch) => branch.condition !== undefined);
		ended = before || (results.length === 0 && !open);
		mergeBranches(states, results, open, end);
	}

	/** Branches too deep to be told apart: what they set may be set. */
	function roughly(list: readonly Branch[]): void {
		for (const branch of list) {
			condition(branch);
			statements(branch.body);
		}
	}

	function condition({ condition: of }: Branch): void {
		if (of === undefined) return;
		const outer = tested;
		tested = true;
		expression(of);
		tested = outer;
	}

	function directive(node: Directive): void {
		switch (directiveRole(node)) {
			case "foreach":
				return loop(node);
			case "define":
				deferred(node, []);
				return define(node, node.end);
			case "macro":
				return deferred(node, definitions.byNode.get(node) ?? []);
			case "ends":
				for (const parameter of node.arguments) expression(parameter);
				ended = true;
				return;
			case "text":
		}
	}

	function loop(node: Directive): void {
		const [variable, , ...others] = node.arguments;
		if (variable !== undefined) eachChild(variable, expression);
		for (const parameter of others) expression(parameter);
		const own = definitions.byNode.get(node) ?? [];
		const saved = own.map((definition) => states.get(definition.name));
		const before = ended;
		const set = setInside(node);
		const headEnd = node.body?.[0]?.start ?? node.end;
		for (const [name, reaching] of set) states.assign(name, reaching, headEnd);
		for (const definition of own) states.assign(definition.name, reachingDefinition(definition), headEnd);
		loops++;
		statements(node.body ?? []);
		loops--;
		for (const [name, reaching] of set) states.assign(name, reaching, node.end);
		for (const [i, definition] of own.entries()) states.assign(definition.name, saved[i] ?? unsetVariable, node.end);
		ended = before;
	}

	/** What each variable that is set in the block may hold, in any round and behind it. */
	function setInside(node: Directive): ReadonlyMap<string, Reaching> {
		const byName = new Map<string, Definition[]>();
		// So deep that it would take the square of the time, each definition stands for itself.
		if (states.depth() + loops > branchesMax) return new Map();
		const [from, to] = definitions.inside.get(node) ?? [0, 0];
		for (const definition of definitions.all.slice(from, to)) {
			// What an inner loop brings ends with it.
			if (definition.kind !== "set" && definition.kind !== "define") continue;
			const known = byName.get(definition.name);
			if (known === undefined) byName.set(definition.name, [definition]);
			else known.push(definition);
		}
		return new Map([...byName].map(([name, list]) => [name, reachingSome(states.get(name), list)]));
	}

	/** A block that runs some time later, or never: what it finds may be set anywhere, what it sets may be set from here. */
	function deferred(node: Directive, parameters: readonly Definition[]): void {
		const outer = { deferredFrom, ended };
		const set = node.name === "define" ? setInside(node) : new Map<string, Reaching>();
		deferredFrom = states.depth();
		states.enter();
		const start = node.body?.[0]?.start ?? node.end;
		for (const parameter of parameters) states.assign(parameter.name, reachingDefinition(parameter), start);
		statements(node.body ?? []);
		states.leave(node.end);
		({ deferredFrom, ended } = outer);
		for (const [name, reaching] of set) states.assign(name, reaching, node.end);
	}

	function define(node: Parameters<Definitions["byNode"]["get"]>[0], offset: number): void {
		for (const definition of definitions.byNode.get(node) ?? []) {
			states.assign(definition.name, reachingDefinition(definition), offset);
		}
	}

	function expression(of: Expression): void {
		if (of.kind === "reference") use(of, false);
		const inside = insideOf(of);
		if (inside.length > 0) statements(inside);
		eachChild(of, expression);
	}

	function use(reference: Reference, written: boolean): void {
		if (reference.form === "runt" || !reference.computable) return;
		const deferredUse = deferredFrom !== undefined && !states.changedSince(deferredFrom, reference.name);
		const reaching = deferredUse ? anywhere(reference.name) : states.get(reference.name);
		found({ reference, reaching, written, tested, deferred: deferredUse });
	}

	function anywhere(name: string): Reaching {
		const known = anywhereByName.get(name);
		if (known !== undefined) return known;
		const set = (definitions.byName.get(name) ?? []).filter((it) => it.kind !== "parameter");
		const bound = bindingNames.some((it) => it === name);
		const reaching = reachingSome(bound ? { kind: "binding", name, unset: "never" } : unsetVariable, set);
		anywhereByName.set(name, reaching);
		return reaching;
	}
}
