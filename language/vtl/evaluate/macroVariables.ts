import type { Expression } from "../nodes.ts";
import type { Value } from "../values/values.ts";
import type { NullItem, Variables } from "./variables.ts";

export type MacroVariables = Variables & {
	/** An argument by name: evaluated where the macro is called, each time it is asked for. */
	byName(name: string, argument: Expression): void;
	/** A value that only the macro sees. */
	own(name: string, value: Value): void;
};

/**
 * The variables inside a macro. What it sets is set for everybody, and stays visible in the macro even where it hides an
 * argument.
 */
export function macroVariables(
	outer: Variables,
	evaluate: (argument: Expression) => Value,
	literalOf: (argument: Expression) => string,
): MacroVariables {
	const own = new Map<string, Value>();
	const named = new Map<string, Expression>();
	const literals = new Map<string, string>();
	const hidden: NullItem[] = [];
	return {
		byName: (name, argument) => {
			named.set(name, argument);
			literals.set(`$${name}`, literalOf(argument));
		},
		own: (name, value) => {
			own.set(name, value);
		},
		written: (literal) => literals.get(literal) ?? outer.written(literal),
		get: (name) => {
			if (hidden.some((item) => item.active && item.name === name)) return null;
			const value = own.get(name) ?? null;
			if (value !== null) return value;
			const argument = named.get(name);
			return argument === undefined ? outer.get(name) : evaluate(argument);
		},
		set: (name, value) => {
			own.set(name, value);
			outer.set(name, value);
			if (value !== null) return;
			for (const item of hidden) if (item.name === name) item.active = true;
		},
		remove: (name) => {
			own.delete(name);
			named.delete(name);
			outer.remove(name);
			for (const item of hidden) if (item.name === name) item.active = false;
		},
		hide: (item) => {
			hidden.push(item);
		},
		unhide: () => {
			hidden.pop();
		},
		all: () => new Map([...outer.all(), ...[...named].map(([name, it]) => [name, evaluate(it)] as const), ...own]),
	};
}
