import type { MethodTable, Overload } from "./methodTable.ts";

/** The methods that a property stands for: `getName()` and `isName()`, under `Name` and `name`. */
export type Getters = {
	readonly get: ReadonlyMap<string, Overload>;
	readonly is: ReadonlyMap<string, Overload>;
};

const gettersOf = new WeakMap<MethodTable, Getters>();

/** The getters of a table, which are gathered once. */
export function getters(table: MethodTable): Getters {
	const known = gettersOf.get(table);
	if (known !== undefined) return known;
	const made = { get: gathered(table, "get"), is: gathered(table, "is") };
	gettersOf.set(table, made);
	return made;
}

function gathered(table: MethodTable, prefix: "get" | "is"): ReadonlyMap<string, Overload> {
	const result = new Map<string, Overload>();
	for (const [name, overloads] of table) {
		const getter = overloads.find((overload) => overload.parameters.length === 0);
		if (getter === undefined || !name.startsWith(prefix) || name.length === prefix.length) continue;
		const first = name[prefix.length] ?? "";
		const rest = name.slice(prefix.length + 1);
		for (const spelled of [first, first.toLowerCase(), first.toUpperCase()]) {
			if (!result.has(spelled + rest)) result.set(spelled + rest, getter);
		}
	}
	return result;
}
