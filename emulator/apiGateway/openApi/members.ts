/** A map of a definition, whose members may be anything: what does not fit is as good as absent. */
export type Members = Readonly<Record<string, unknown>>;

export function mapAt(map: Members, name: string): Members {
	const value = Object.hasOwn(map, name) ? map[name] : undefined;
	// A map of JSON or YAML: its members are unknown until each is looked at.
	return isMap(value) ? value : {};
}

export function textAt(map: Members, name: string): string | undefined {
	const value = Object.hasOwn(map, name) ? map[name] : undefined;
	return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

export function flagAt(map: Members, name: string): boolean | undefined {
	const value = Object.hasOwn(map, name) ? map[name] : undefined;
	if (value === "true" || value === "false") return value === "true";
	return typeof value === "boolean" ? value : undefined;
}

export function numberAt(map: Members, name: string): number | undefined {
	const value = Number(textAt(map, name));
	return Number.isFinite(value) ? value : undefined;
}

export function listAt(map: Members, name: string): readonly unknown[] {
	const value = Object.hasOwn(map, name) ? map[name] : undefined;
	return Array.isArray(value) ? value : [];
}

export function textsAt(map: Members, name: string): readonly string[] {
	return listAt(map, name).filter((it) => typeof it === "string");
}

/** The members that are texts; a number, as YAML reads an unquoted one, counts as its text. */
export function textMapAt(map: Members, name: string): Record<string, string> {
	const entries = Object.entries(mapAt(map, name));
	return Object.fromEntries(entries.flatMap(([key, value]) => (isText(value) ? [[key, String(value)]] : [])));
}

export function isMap(value: unknown): value is Members {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}

const isText = (value: unknown) => typeof value === "string" || typeof value === "number";
