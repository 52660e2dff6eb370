/**
 * The value at a path of names and indexes, as mappings use them: `a.b[0].c`, `['a b']`. Own members only. A wider
 * JSONPath is not part of the parameter mapping's grammar that AWS documents.
 */
export function valueAt(root: unknown, path: string): unknown {
	let value = root;
	for (const [, name, index, quoted] of path.matchAll(/(?:^|\.)([^.[\]]+)|\[(\d+)\]|\[(?:'([^']*)'|"[^"]*")\]/g)) {
		const key = name ?? index ?? quoted;
		if (key === undefined || typeof value !== "object" || value === null || !Object.hasOwn(value, key))
			return undefined;
		value = Reflect.get(value, key);
	}
	return value;
}

/** A mapped value as text: objects as JSON. */
export function textOf(value: unknown): string | undefined {
	if (value === undefined || value === null) return undefined;
	return typeof value === "string" ? value : JSON.stringify(value);
}
