import type { Expression, Statement } from "../nodes.ts";
import type { Token } from "./tokens.ts";

type ReadInside = (inside: string, origin: (offset: number) => number) => readonly Statement[];

/**
 * A string literal. In double quotes `\uXXXX` is a character and `$` and `#` begin references and directives, so that its
 * inside is read as a template. The reference puts a blank behind it first, so that a lone `$` at its end is text, and
 * takes it off the result; a `##` comment would eat the blank, and then there is none.
 */
export function stringLiteral(
	text: string,
	token: Token,
	origin: (offset: number) => number,
	readInside: ReadInside,
): Expression {
	const raw = text.slice(token.start, token.end);
	const quote = raw[0] ?? '"';
	const span = { start: origin(token.start), end: origin(token.end) };
	const plain = raw.slice(1, -1);
	const inside = quote === '"' ? undoubled(unescaped(plain), quote) : undoubled(plain, quote);
	if (quote === "'" || !/[$#]/.test(raw)) {
		return { kind: "string", ...span, value: inside, parts: undefined, literal: raw };
	}
	const blank = !inside.includes("##");
	const first = token.start + 1;
	const map = inside === plain ? (offset: number) => first + offset : shifted(plain, quote, first);
	const last = token.end - 1;
	const nodes = readInside(blank ? `${inside} ` : inside, (offset) => origin(Math.min(map(offset), last)));
	return { kind: "string", ...span, value: inside, parts: { nodes, blank }, literal: raw };
}

/** Whether a `\u` is followed by something that is no number, which the reference fails on. */
export function badEscape(raw: string): boolean {
	return raw.startsWith('"') && /\\u(?![0-9a-fA-F]{4}|[+-][0-9a-fA-F]{3})/.test(raw);
}

function unescaped(text: string): string {
	if (!text.includes("\\u")) return text;
	return text.replace(/\\u([0-9a-fA-F]{4})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}

function undoubled(text: string, quote: string): string {
	return text.includes(quote) ? text.replaceAll(quote + quote, quote) : text;
}

/** Where each character of the inside stands in the template, when escapes and doubled quotes have shifted them. */
function shifted(plain: string, quote: string, first: number): (offset: number) => number {
	const offsets: number[] = [];
	let i = 0;
	while (i < plain.length) {
		offsets.push(first + i);
		if (/^\\u[0-9a-fA-F]{4}/.test(plain.slice(i, i + 6))) i += 6;
		else i += plain[i] === quote && plain[i + 1] === quote ? 2 : 1;
	}
	return (offset) => offsets[offset] ?? first + plain.length;
}
