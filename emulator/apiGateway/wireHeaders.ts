import type { HeaderList } from "./headerList.ts";

/**
 * Headers as the server writes them. What functions, endpoints and mappings put there may hold what HTTP forbids: a name
 * that is none is left out, a line break becomes a blank, and other alphabets go out as the bytes of UTF-8.
 */
export function wireHeaders(list: HeaderList): Record<string, string | string[]> {
	const headers: Record<string, string | string[]> = Object.create(null);
	for (const [name, raw] of list) {
		if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) continue;
		const value = wireValue(raw);
		const known = headers[name];
		headers[name] = known === undefined ? value : [...(typeof known === "string" ? [known] : known), value];
	}
	return headers;
}

export function wireValue(value: string): string {
	if (/^[\t\x20-\x7e]*$/.test(value)) return value;
	const bytes = Buffer.from(value, "utf8").toString("latin1");
	return Array.from(bytes, (sign) => (isControl(sign.charCodeAt(0)) ? " " : sign)).join("");
}

const isControl = (code: number) => (code < 0x20 && code !== 0x09) || code === 0x7f;
