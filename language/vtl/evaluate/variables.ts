import type { Value } from "../values/values.ts";

/** Hides the loop variable while the item is null: then neither an outer value nor a #set in the loop shows through. */
export type NullItem = { readonly name: string; active: boolean };

/** The variables of a rendering: one flat space, as in the reference. */
export type Variables = {
	get(name: string): Value;
	set(name: string, value: Value): void;
	remove(name: string): void;
	hide(item: NullItem): void;
	unhide(): void;
	/** In a macro: how the argument behind a reference is written in the call. */
	written(literal: string): string | undefined;
	/** For whoever wants to look. */
	all(): ReadonlyMap<string, Value>;
};

export function createVariables(): Variables {
	const values = new Map<string, Value>();
	const hidden: NullItem[] = [];
	return {
		get: (name) => {
			for (const item of hidden) if (item.active && item.name === name) return null;
			return values.get(name) ?? null;
		},
		set: (name, value) => {
			values.set(name, value);
			if (value !== null) return;
			for (const item of hidden) if (item.name === name) item.active = true;
		},
		remove: (name) => {
			values.delete(name);
			for (const item of hidden) if (item.name === name) item.active = false;
		},
		hide: (item) => {
			hidden.push(item);
		},
		unhide: () => {
			hidden.pop();
		},
		written: () => undefined,
		all: () => values,
	};
}
