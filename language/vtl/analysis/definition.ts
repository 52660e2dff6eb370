import type { Directive, SetStatement, Span } from "../nodes.ts";

/** Where a variable gets a value. */
export type Definition = {
	/** `implicit` are the variables that a #foreach brings beside its own; a `parameter` is a macro's. */
	readonly kind: "set" | "loop" | "define" | "parameter" | "implicit";
	readonly name: string;
	/** Where the name stands; of an implicit variable, the directive's name. */
	readonly nameSpan: Span;
	readonly node: SetStatement | Directive;
	/** Its number among all definitions, in the order of the text. */
	readonly index: number;
};

/** What a variable may hold at one place: the definitions that can have been the last before it. */
export type Reaching =
	| { readonly kind: "unset"; readonly unset: "always" }
	/** What a template begins with: `$input` and the others. */
	| { readonly kind: "binding"; readonly name: string; readonly unset: "never" }
	| { readonly kind: "definition"; readonly definition: Definition; readonly unset: "never" }
	| { readonly kind: "join"; readonly parts: readonly Reaching[]; readonly unset: Unset }
	/** What a loop or a block may have set by then, beside what there was before. */
	| {
			readonly kind: "some";
			readonly before: Reaching;
			readonly definitions: readonly Definition[];
			readonly unset: Unset;
	  };

/** On how many of the ways to a place the variable has no value. */
export type Unset = "never" | "maybe" | "always";

export const unsetVariable: Reaching = { kind: "unset", unset: "always" };

export function joinReaching(left: Reaching, right: Reaching): Reaching {
	if (left === right) return left;
	return { kind: "join", parts: [left, right], unset: left.unset === right.unset ? left.unset : "maybe" };
}

export function reachingSome(before: Reaching, definitions: readonly Definition[]): Reaching {
	if (definitions.length === 0) return before;
	return { kind: "some", before, definitions, unset: before.unset === "never" ? "never" : "maybe" };
}

/** The definitions themselves, in the order of the text. */
export function definitionsOf(reaching: Reaching): readonly Definition[] {
	const found = new Set<Definition>();
	const seen = new Set<Reaching>();
	const open = [reaching];
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		if (seen.has(next)) continue;
		seen.add(next);
		if (next.kind === "definition") found.add(next.definition);
		else if (next.kind === "join") open.push(...next.parts);
		else if (next.kind === "some") {
			for (const definition of next.definitions) found.add(definition);
			open.push(next.before);
		}
	}
	return [...found].toSorted((a, b) => a.index - b.index);
}

/** Whether what the template begins with can still be there. */
export function reachesBinding(reaching: Reaching): boolean {
	const seen = new Set<Reaching>();
	const open = [reaching];
	for (let next = open.pop(); next !== undefined; next = open.pop()) {
		if (seen.has(next)) continue;
		seen.add(next);
		if (next.kind === "binding") return true;
		if (next.kind === "join") open.push(...next.parts);
		else if (next.kind === "some") open.push(next.before);
	}
	return false;
}
