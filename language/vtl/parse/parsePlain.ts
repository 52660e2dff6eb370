import type { Plain } from "../nodes.ts";
import { escapableDirectives } from "./directiveForms.ts";
import type { Reading } from "./reading.ts";
import { lastToken, nextToken, remake, skip, take } from "./tokenStream.ts";
import { kinds, type Token } from "./tokens.ts";

// What prints as it stands. Each statement begins where the one before it ended, which may be before its token.

export function parseText(reading: Reading, start: number): Plain {
	const token = take(reading.tokens);
	// The reference keeps of a dot nothing but the dot, whatever stuck to its front.
	const image = token.kind === kinds.dot ? "." : textOf(reading, token);
	return plain(reading, "text", start, token, token.special + image);
}

/** A comment prints what stuck to its front. */
export function parseComment(reading: Reading, start: number): Plain {
	const { tokens } = reading;
	const token = take(tokens);
	const raw = textOf(reading, token);
	const lineMark = raw.indexOf("##");
	const mark = lineMark === -1 ? raw.indexOf("#*") : lineMark;
	if (token.kind === kinds.lineComment) skip(tokens, kinds.lineCommentEnd);
	return plain(reading, "comment", start, lastToken(tokens), mark === -1 ? "" : raw.slice(0, mark));
}

export function parseTextblock(reading: Reading, start: number): Plain {
	const token = take(reading.tokens);
	return plain(reading, "textblock", start, token, textOf(reading, token).slice("#[[".length, -"]]#".length));
}

/** An odd number of backslashes before a directive: half of them print, and the directive is text. */
export function parseEscapedDirective(reading: Reading, macros: ReadonlySet<string>, start: number): Plain {
	const token = take(reading.tokens);
	const raw = textOf(reading, token);
	const last = raw.lastIndexOf("\\");
	const directive = raw.slice(last + 1);
	const name = directive[1] === "{" ? directive.slice(2, -1) : directive.slice(1);
	const known = escapableDirectives.has(name) || reading.forms.has(name) || macros.has(name);
	const printed = known ? raw.slice(0, last >> 1) + directive : raw;
	remake(reading.tokens, printed);
	return plain(reading, "escape", start, token, printed);
}

/** Pairs of backslashes print as one each before a directive, and as they are elsewhere. */
export function parseEscape(reading: Reading, macros: ReadonlySet<string>, start: number): Plain {
	const { tokens } = reading;
	let count = 0;
	while (skip(tokens, kinds.doubleEscape)) count++;
	const next = nextToken(tokens);
	const name = reading.text.slice(next.start + 1, next.end);
	const control = (next.kind >= kinds.end && next.kind <= kinds.else) || reading.forms.has(name) || macros.has(name);
	return plain(reading, "escape", start, lastToken(tokens), (control ? "\\" : "\\\\").repeat(count));
}

function plain(reading: Reading, kind: Plain["kind"], start: number, token: Token, output: string): Plain {
	return { kind, start: reading.origin(start), end: reading.origin(token.end), output };
}

function textOf({ text }: Reading, { start, end }: Token): string {
	return text.slice(start, end);
}
