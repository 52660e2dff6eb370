import { javaPosition } from "../javaPosition.ts";
import { iteratorOf } from "../methods/iteratorOf.ts";
import type { Directive, Span, Statement } from "../nodes.ts";
import { JavaException } from "../values/javaException.ts";
import { type JavaIterator, map, type Scope, type Value } from "../values/values.ts";
import type { Budget } from "./budget.ts";
import { type Scene, valueOf } from "./evaluate.ts";
import { variableName } from "./variableName.ts";
import type { NullItem, Variables } from "./variables.ts";

/** A #foreach that has begun. */
export type Loop = {
	/** The #foreach. */
	readonly statement: Span;
	readonly variable: string;
	readonly body: readonly Statement[];
	/** What it goes over, and how. */
	readonly listed: Value;
	readonly iterator: JavaIterator;
	readonly scope: Scope;
	/** What the variables of the loop were before it. */
	readonly saved: { readonly item: Value; readonly count: Value; readonly hasNext: Value };
	readonly nullItem: NullItem;
	count: number;
	hidden: boolean;
};

/**
 * Begins a loop before its first round; undefined when there is nothing to go over. The reference numbers the arguments
 * and the block through, and so do its quirks.
 */
export function beginLoop(node: Directive, source: string, scene: Scene): Loop | undefined {
	const { variables } = scene;
	const parts = node.arguments;
	if (parts.length < 2) throw new JavaException("java.lang.ArrayIndexOutOfBoundsException", "#foreach needs a list.");
	const listed = parts[2];
	const value = listed === undefined ? null : valueOf(listed, scene);
	const iterator = iteratorOf(value);
	if (iterator === undefined) return undefined;
	const variable = variableName(source, parts[0]);
	const scope = scopeOf(variables.get("foreach"), () => javaPosition(source, node.nameSpan.start));
	const saved = {
		item: variables.get(variable),
		count: variables.get("velocityCount"),
		hasNext: variables.get("velocityHasNext"),
	};
	variables.set("foreach", scope);
	const nullItem = { name: variable, active: true };
	return {
		statement: node,
		variable,
		body: bodyOf(node),
		listed: value,
		iterator,
		scope,
		saved,
		nullItem,
		count: 0,
		hidden: false,
	};
}

/** Begins the next round; false when there is none. */
export function nextRound(loop: Loop, variables: Variables, { limits }: Budget): boolean {
	show(loop, variables);
	const { iterator, scope } = loop;
	if (loop.count >= limits.iterations || !iterator.hasNext()) return false;
	loop.count++;
	variables.set("velocityCount", loop.count);
	const item = iterator.next();
	scope.hasNext = iterator.hasNext();
	variables.set("velocityHasNext", scope.hasNext);
	variables.set(loop.variable, item);
	scope.index++;
	if (item === null) {
		variables.hide(loop.nullItem);
		loop.hidden = true;
	}
	return true;
}

/** Whether the loop ended at the limit, with items left. */
export function isCut({ count, iterator }: Loop, { limits }: Budget): boolean {
	return count >= limits.iterations && iterator.hasNext();
}

/** Puts back what the variables of the loop were before it. */
export function leaveLoop(loop: Loop, variables: Variables): void {
	show(loop, variables);
	const { saved } = loop;
	restore(variables, loop.variable, saved.item);
	restore(variables, "velocityCount", saved.count);
	restore(variables, "velocityHasNext", saved.hasNext);
	const left = variables.get("foreach");
	if (typeof left !== "object" || left?.type !== "Scope") return;
	restore(variables, "foreach", left.parent ?? left.replaced);
}

/** A fourth argument takes the block's place. */
function bodyOf(node: Directive): readonly Statement[] {
	const extra = node.arguments[3];
	if (extra === undefined) return node.body ?? [];
	return extra.kind === "reference" ? [extra] : [];
}

function scopeOf(previous: Value, place: Scope["place"]): Scope {
	const parent = typeof previous === "object" && previous?.type === "Scope" ? previous : undefined;
	const replaced = parent === undefined ? previous : null;
	return { type: "Scope", index: -1, hasNext: false, parent, replaced, storage: map(), place };
}

function show(loop: Loop, variables: Variables): void {
	if (!loop.hidden) return;
	variables.unhide();
	loop.hidden = false;
}

function restore(variables: Variables, name: string, value: Value): void {
	if (value === null) variables.remove(name);
	else variables.set(name, value);
}
