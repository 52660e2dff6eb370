/** A page of a list that is in the order of its keys. The marker holds its place when entries come and go between pages. */
export function page<T>(
	entries: readonly T[],
	keyOf: (entry: T) => string,
	{ Marker, MaxItems = pageMax }: { readonly Marker?: string | undefined; readonly MaxItems?: number | undefined },
): { readonly entries: readonly T[]; readonly next: { readonly NextMarker?: string } } {
	const after = Marker === undefined ? undefined : Buffer.from(Marker, "base64url").toString("utf8");
	const rest = after === undefined ? entries : entries.filter((entry) => keyOf(entry) > after);
	const shown = rest.slice(0, Math.min(MaxItems, pageMax));
	const last = shown.at(-1);
	if (last === undefined || shown.length === rest.length) return { entries: shown, next: {} };
	return { entries: shown, next: { NextMarker: Buffer.from(keyOf(last)).toString("base64url") } };
}

const pageMax = 50;
