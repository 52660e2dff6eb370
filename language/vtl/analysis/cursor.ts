import { isNameStart } from "../parse/scanner/lexemes.ts";
import { isNameCharacter, nameEnd, nameStart } from "./names.ts";

/**
 * What is being written at an offset, told from the text before it, since what is half written is not in the tree:
 * `$inp`, `$input.pa`, `$input.path('$.a`, `#fore`. `start` is where the half-written name begins.
 */
export type Cursor =
	| { readonly kind: "variable"; readonly start: number }
	| (Chain & { readonly kind: "member"; readonly start: number })
	| (Chain & StringArgument & { readonly kind: "text"; readonly start: number })
	| { readonly kind: "directive"; readonly start: number; readonly braced: boolean };

/** A reference up to the method or member in question. */
export type Chain = { readonly chain: string };

/** Inside the quotes of an argument of a method, or of an index, whose method is `get`. */
export type StringArgument = { readonly method: string; readonly argument: number; readonly quote: "'" | '"' };

export type OpenCall = Chain & { readonly method: string; readonly argument: number };

/** So far back a reference is looked for. */
const reachMax = 3000;
const candidatesMax = 40;

export function cursorAt(text: string, offset: number): Cursor | undefined {
	const directive = directiveAt(text, offset);
	if (directive !== undefined) return directive;
	let found: Cursor | undefined;
	for (const scan of scansBefore(text, offset)) {
		const cursor = cursorOf(scan);
		if (cursor === undefined) continue;
		if (cursor.kind === "text" && (found === undefined || covers(cursor, found, text))) return cursor;
		found ??= cursor;
		// What stands in a string is looked up only in double quotes; one outer reference decides.
		if (found.kind === "text") return found;
	}
	return found;
}

/** The innermost method call whose parentheses are open at the offset. */
export function callAt(text: string, offset: number): OpenCall | undefined {
	for (const { chain, call } of scansBefore(text, offset)) {
		if (call !== undefined && call.method !== "") return { chain, method: call.method, argument: call.argument };
	}
	return undefined;
}

/** Whether a string around a variable makes it mere text. */
function covers(outer: Extract<Cursor, { kind: "text" }>, inner: Cursor, text: string): boolean {
	if (outer.start > inner.start) return false;
	return outer.quote === "'" || (inner.kind === "variable" && !isNameStart(text.charCodeAt(inner.start)));
}

type Scan = {
	readonly chain: string;
	/** Where the name begins that the offset is in or right behind. */
	readonly name: number | undefined;
	readonly first: boolean;
	readonly call: OpenArguments | undefined;
};

type OpenArguments = {
	/** Empty for what stands in brackets that follow no name. */
	readonly method: string;
	readonly argument: number;
	readonly text: { readonly start: number; readonly quote: "'" | '"' } | undefined;
};

function cursorOf({ chain, name, first, call }: Scan): Cursor | undefined {
	if (name !== undefined) return first ? { kind: "variable", start: name } : { kind: "member", chain, start: name };
	if (call?.text === undefined) return undefined;
	const { start, quote } = call.text;
	return { kind: "text", chain, method: call.method, argument: call.argument, quote, start };
}

/** References that begin before the offset and reach it, the nearest first. */
function* scansBefore(text: string, offset: number): Generator<Scan> {
	if (offset === 0) return;
	const end = Math.max(0, offset - reachMax);
	let count = 0;
	for (let at = text.lastIndexOf("$", offset - 1); at >= end && at !== -1; at = text.lastIndexOf("$", at - 1)) {
		const scan = scanReference(text, at, offset);
		if (scan !== undefined) yield scan;
		count++;
		if (count > candidatesMax || at === 0) return;
	}
}

/** Reads a reference from its `$` up to the offset; undefined where it ends before. */
function scanReference(text: string, start: number, offset: number): Scan | undefined {
	let at = start + 1;
	if (text[at] === "!" && at < offset) at++;
	if (text[at] === "{" && at < offset) at++;
	let from = at;
	at = Math.min(nameEnd(text, at), offset);
	if (at === offset) return { chain: "", name: from, first: true, call: undefined };
	if (at === from) return undefined;
	let method = "";
	for (;;) {
		const chain = text.slice(start, at);
		const c = text[at];
		if (c === ".") {
			from = at + 1;
			at = Math.min(nameEnd(text, from), offset);
			if (at >= offset) return { chain, name: from, first: false, call: undefined };
			if (at === from) return undefined;
			method = text.slice(from, at);
			if (text[at] !== "(") method = "";
			continue;
		}
		if ((c !== "(" || method === "") && c !== "[") return undefined;
		const closed = scanArguments(text, at, offset);
		if (typeof closed === "number") {
			at = closed;
			method = "";
			if (at >= offset) return undefined;
			continue;
		}
		const before = c === "(" ? text.slice(start, from - 1) : chain;
		return { chain: before, name: undefined, first: false, call: { ...closed, method: c === "(" ? method : "get" } };
	}
}

/** Reads from an opening bracket to behind the closing one, or tells what is open at the offset. */
function scanArguments(text: string, open: number, offset: number): number | Omit<OpenArguments, "method"> {
	let depth = 0;
	let argument = 0;
	for (let at = open; at < offset; at++) {
		const c = text[at];
		if (c === "'" || c === '"') {
			const close = text.indexOf(c, at + 1);
			if (close === -1 || close >= offset) return { argument, text: { start: at + 1, quote: c } };
			at = close;
		} else if (c === "(" || c === "[" || c === "{") depth++;
		else if (c === ")" || c === "]" || c === "}") {
			depth--;
			if (depth === 0) return at + 1;
		} else if (c === "," && depth === 1) argument++;
	}
	return { argument, text: undefined };
}

function directiveAt(text: string, offset: number): Cursor | undefined {
	const start = nameStart(text, offset);
	const braced = text[start - 1] === "{" && text[start - 2] === "#";
	const mark = braced ? start - 2 : start - 1;
	if (text[mark] !== "#" || text[mark - 1] === "\\" || text[mark - 1] === "#") return undefined;
	return start < offset && !isNameCharacter(text.charCodeAt(start))
		? undefined
		: { kind: "directive", start: mark, braced };
}
