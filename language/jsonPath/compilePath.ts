import { invalidPath } from "./invalidPath.ts";
import { parseFilter } from "./parseFilter.ts";
import type { Path, PathToken } from "./tokens.ts";

/** Compiles a JSONPath as Jayway does: `$.a['b'][0][1:2][?(@.x > 1)]..c.*`. A path without `$` begins at the root. */
export function compilePath(source: string): Path {
	let path = source.trim();
	if (source === "") throw invalidPath("path can not be null or empty");
	if (path.endsWith("..")) throw invalidPath("A path can not end with a scan.");
	if (path === "") throw invalidPath("String index out of range: 0");
	if (path[0] !== "$" && path[0] !== "@") path = `$.${path}`;
	const root = path[0] === "$";
	if (path.length > 1 && path[1] !== "." && path[1] !== "[") throw invalidPath(`Invalid path ${path}`);
	const tokens: PathToken[] = [];
	let at = 1;
	while (at < path.length) {
		const c = path[at];
		if (c === " ") throw invalidPath("Space not allowed in path");
		if (c === "$" && tokens.at(-1)?.kind !== "scan") {
			// Only a name can hold it; elsewhere Jayway passes over it.
			at++;
			continue;
		}
		if (c === "[") {
			const end = bracketEnd(path, at);
			tokens.push(bracketToken(path.slice(at, end)));
			at = end;
		} else if (c === "*") {
			tokens.push({ kind: "wildcard" });
			at++;
		} else if (c === ".") {
			at++;
			if (at >= path.length) throw invalidPath(`String index out of range: ${at}`);
			if (path[at] === ".") {
				tokens.push({ kind: "scan" });
				at++;
			} else at = property(path, at, tokens);
		} else at = property(path, at, tokens);
	}
	if (tokens.at(-1)?.kind === "scan") throw invalidPath("Current path token is a leaf");
	return { tokens, root };
}

/** A name up to the next dot, bracket or blank; nothing between a dot and a bracket is no name. */
function property(path: string, at: number, tokens: PathToken[]): number {
	let end = at;
	while (end < path.length && path[end] !== "." && path[end] !== "[" && path[end] !== " ") end++;
	if (end === at) return at;
	const name = path.slice(at, end);
	tokens.push(name === "*" ? { kind: "wildcard" } : properties(`['${name}']`, 1));
	return end;
}

function bracketEnd(path: string, start: number): number {
	let nested = 0;
	for (let i = start + 1; i < path.length; i++) {
		if (path[i] === "]" && nested === 0) return i + 1;
		if (path[i] === "[") nested++;
		if (path[i] === "]") nested--;
	}
	return path.length;
}

function bracketToken(fragment: string): PathToken {
	if (fragment.startsWith("[[")) return bracketToken(fragment.slice(1));
	if (fragment === "[*]") return { kind: "wildcard" };
	if (/^\[\s*\?\s*[,\s*?]*\s*\]$/.test(fragment)) throw invalidPath("Filters as arguments are not available here.");
	for (let i = 0; i < fragment.length; i++) {
		const c = fragment[i] ?? "";
		if (c === "?") {
			// What stands before the bracket of the question is passed over.
			const own = fragment[i - 1] === "[" ? fragment.slice(i - 1) : fragment;
			return { kind: "filter", filter: parseFilter(filterText(own), compilePath) };
		}
		if (c === "'") return properties(fragment, i);
		if (/[\d:@-]/.test(c)) return arrayToken(fragment, i);
	}
	throw invalidPath(`Could not analyze path component: ${fragment}`);
}

/** The names in quotes up to the closing bracket. */
function properties(fragment: string, start: number): PathToken {
	const names: string[] = [];
	let open = -1;
	for (let i = start; fragment[i] !== "]"; i++) {
		if (i >= fragment.length) throw invalidPath(`String index out of range: ${i}`);
		if (fragment[i] !== "'") continue;
		if (open === -1) open = i;
		else {
			names.push(fragment.slice(open + 1, i));
			open = -1;
		}
	}
	return { kind: "properties", names };
}

/** The filter with its brackets, which ends where its parentheses are balanced. */
function filterText(fragment: string): string {
	let parentheses = 0;
	let brackets = 0;
	let quoted = false;
	let previous = " ";
	for (let i = 0; i < fragment.length; i++) {
		const c = fragment[i] ?? "";
		if (c === "'" && previous !== "\\") quoted = !quoted;
		else if (!quoted && c === "(") parentheses++;
		else if (!quoted && c === ")") parentheses--;
		else if (!quoted && c === "[") brackets++;
		else if (!quoted && c === "]") {
			brackets--;
			if (parentheses === 0) {
				if (brackets !== 0) break;
				return fragment.slice(0, i + 1);
			}
		}
		previous = c;
	}
	throw invalidPath("Filter brackets are not balanced");
}

function arrayToken(fragment: string, start: number): PathToken {
	if (!fragment.endsWith("]")) throw invalidPath(`String index out of range: ${fragment.length}`);
	if (fragment[start] === "@") return fromEnd(fragment.slice(start));
	const inside = /^[\d,: -]*/.exec(fragment.slice(start))?.[0] ?? "";
	const text = inside.replaceAll(" ", "");
	const colon = text.indexOf(":");
	if (colon === -1) {
		const parts = text.split(",");
		// A comma at the end adds nothing.
		if (parts.length > 1 && parts.at(-1) === "") parts.pop();
		const indexes = parts.map(number);
		const [only] = indexes;
		if (!text.includes(",") && only !== undefined) return { kind: "index", index: only };
		return only !== undefined && indexes.length === 1 ? { kind: "index", index: only } : { kind: "indexes", indexes };
	}
	const from = text.slice(0, colon);
	const to = /^[\d-]*/.exec(text.slice(colon + 1))?.[0] ?? "";
	if (from === "") return { kind: "slice", form: "to", from: 0, to: number(to) };
	if (to === "") return { kind: "slice", form: "from", from: number(from), to: 0 };
	return { kind: "slice", form: "between", from: number(from), to: number(to) };
}

function fromEnd(text: string): PathToken {
	const found = /^@\.\s*([a-zA-Z]+)[ ()]*(-[\d ]+)\)/.exec(text);
	const name = found?.[1];
	if (found === null || (name !== "size" && name !== "length")) throw invalidPath(`Invalid function: ${text}`);
	return { kind: "fromEnd", index: number((found[2] ?? "").replaceAll(" ", "")) };
}

function number(digits: string): number {
	if (!/^-?\d{1,10}$/.test(digits)) throw invalidPath(`For input string: "${digits}"`);
	return Number(digits);
}
