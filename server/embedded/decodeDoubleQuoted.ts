import { skipBlanks } from "./decodeFlow.ts";
import { type Decoding, type DecodingBuilder, decodingOf } from "./decoding.ts";

/** A scalar in double quotes, or a string of JSON, between `start` and `end` without its quotes. */
export function decodeDoubleQuoted(host: string, start: number, end: number): Decoding {
	const decoding = decodingOf(host);
	const special = /[\\ \t\r\n]/g;
	let i = start;
	while (i < end) {
		special.lastIndex = i;
		const next = Math.min(special.exec(host)?.index ?? end, end);
		decoding.copy(i, next);
		i = next;
		if (i < end) i = host[i] === "\\" ? decodeEscape(decoding, host, i, end) : decodeSpace(decoding, host, i, end);
	}
	return decoding.done();
}

/** Blanks, which count unless a line end follows; then all white space up to the next text is the line end. */
function decodeSpace(decoding: DecodingBuilder, host: string, start: number, end: number): number {
	const after = skipBlanks(host, start, end);
	if (lineEnd(host, after, end) === after) {
		// A carriage return without a line feed is text.
		const to = after === start ? start + 1 : after;
		decoding.copy(start, to);
		return to;
	}
	let lines = 0;
	let i = after;
	for (;;) {
		const next = lineEnd(host, i, end);
		if (next === i) break;
		lines++;
		i = skipBlanks(host, next, end);
	}
	decoding.put(lines === 1 ? " " : "\n".repeat(lines - 1), start, i);
	return i;
}

function decodeEscape(decoding: DecodingBuilder, host: string, start: number, end: number): number {
	const letter = host[start + 1] ?? "";
	const text = escapes.get(letter);
	if (text !== undefined && start + 2 <= end) {
		decoding.put(text, start, start + 2);
		return start + 2;
	}
	const next = lineEnd(host, start + 1, end);
	if (next > start + 1) return skipBlanks(host, next, end);
	const digits = lengths.get(letter) ?? 0;
	const code = host.slice(start + 2, start + 2 + digits);
	const number = Number.parseInt(code, 16);
	if (digits > 0 && code.length === digits && /^[\da-f]+$/i.test(code) && number <= 0x10ffff) {
		decoding.put(String.fromCodePoint(number), start, start + 2 + digits);
		return start + 2 + digits;
	}
	// No escape: the reader of the document complains, and takes it as it stands.
	const to = Math.min(start + 2 + digits, end);
	decoding.copy(start, to);
	return to;
}

function lineEnd(host: string, at: number, end: number): number {
	if (host[at] === "\n" && at < end) return at + 1;
	return host[at] === "\r" && host[at + 1] === "\n" && at + 1 < end ? at + 2 : at;
}

const escapes: ReadonlyMap<string, string> = new Map([
	["0", "\0"],
	["a", "\u0007"],
	["b", "\b"],
	["t", "\t"],
	["\t", "\t"],
	["n", "\n"],
	["v", "\v"],
	["f", "\f"],
	["r", "\r"],
	["e", "\u001b"],
	[" ", " "],
	['"', '"'],
	["/", "/"],
	["\\", "\\"],
	["N", "\u0085"],
	["_", "\u00a0"],
	["L", "\u2028"],
	["P", "\u2029"],
]);

const lengths: ReadonlyMap<string, number> = new Map([
	["x", 2],
	["u", 4],
	["U", 8],
]);
