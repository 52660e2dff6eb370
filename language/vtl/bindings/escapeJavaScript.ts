const named: ReadonlyMap<string, string> = new Map([
	["\b", "\\b"],
	["\n", "\\n"],
	["\t", "\\t"],
	["\f", "\\f"],
	["\r", "\\r"],
	["'", "\\'"],
	['"', '\\"'],
	["\\", "\\\\"],
	["/", "\\/"],
]);

/** As commons-lang 2 escapes: quotes of both kinds, slashes, control characters, and everything beyond ASCII. */
export function escapeJavaScript(text: string): string {
	return text.replace(/[^ !#-&(-.0-[\]-\u007f]/g, (c) => named.get(c) ?? unicode(c));
}

function unicode(c: string): string {
	return `\\u${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
}
