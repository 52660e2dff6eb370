import { JavaException } from "../javaException.ts";
import { escapedClasses, not, propertyClass } from "./characterClasses.ts";
import type { CharacterTest, Flags, Node, Pattern } from "./pattern.ts";

const depthMax = 200;

/** Reads a Java regular expression, or throws Java's PatternSyntaxException. */
export function compilePattern(source: string): Pattern {
	let at = 0;
	let groupCount = 0;
	let depth = 0;
	let flags: Flags = { ignoreCase: false, multiline: false, dotAll: false, comments: false, unixLines: false };
	const names = new Map<string, number>();

	if (!/[\\^$.|?*+()[\]{}]/.test(source)) {
		return { root: { kind: "sequence", nodes: [] }, groupCount: 0, names, plain: source };
	}
	const root = choice();
	if (at < source.length) refuse("Unmatched closing ')'");
	return { root, groupCount, names, plain: undefined };

	function refuse(description: string): never {
		throw new JavaException(
			"java.util.regex.PatternSyntaxException",
			`${description} near index ${Math.min(at, source.length)} ${source}`,
		);
	}

	function choice(): Node {
		if (++depth > depthMax) refuse("Too deeply nested");
		const options = [sequence()];
		while (source[at] === "|") {
			at++;
			options.push(sequence());
		}
		depth--;
		const [only] = options;
		return only !== undefined && options.length === 1 ? only : { kind: "choice", options };
	}

	function sequence(): Node {
		const nodes: Node[] = [];
		while (at < source.length && source[at] !== "|" && source[at] !== ")") {
			if (flags.comments && skipComment()) continue;
			if (source.startsWith("\\Q", at)) {
				quoted(nodes);
				continue;
			}
			const node = atom();
			if (node !== undefined) nodes.push(repeated(node));
		}
		const [only] = nodes;
		return only !== undefined && nodes.length === 1 ? only : { kind: "sequence", nodes };
	}

	function skipComment(): boolean {
		const c = source[at] ?? "";
		if (c === "#") {
			while (at < source.length && source[at] !== "\n") at++;
			return true;
		}
		if (!/\s/.test(c)) return false;
		at++;
		return true;
	}

	function quoted(nodes: Node[]): void {
		const end = source.indexOf("\\E", at + 2);
		const text = source.slice(at + 2, end === -1 ? undefined : end);
		at = end === -1 ? source.length : end + 2;
		const characters = Array.from(text);
		characters.forEach((c, i) => {
			const node = literal(c.codePointAt(0) ?? 0);
			nodes.push(i === characters.length - 1 ? repeated(node) : node);
		});
	}

	function repeated(node: Node): Node {
		let result = node;
		for (;;) {
			if (flags.comments) while (at < source.length && skipComment());
			const bounds = quantifier();
			if (bounds === undefined) return result;
			const mode = source[at] === "?" ? "lazy" : source[at] === "+" ? "possessive" : "greedy";
			if (mode !== "greedy") at++;
			result = { kind: "repeat", body: result, least: bounds[0], most: bounds[1], mode };
			// A second quantifier is an error in Java; only a bare brace could follow, and it is one too.
			if (source[at] === "*" || source[at] === "?" || source[at] === "+") {
				refuse(`Dangling meta character '${source[at]}'`);
			}
		}
	}

	function quantifier(): readonly [number, number] | undefined {
		switch (source[at]) {
			case "*":
				at++;
				return [0, Number.POSITIVE_INFINITY];
			case "+":
				at++;
				return [1, Number.POSITIVE_INFINITY];
			case "?":
				at++;
				return [0, 1];
			case "{": {
				const found = /^\{(\d+)(,(\d*))?\}/.exec(source.slice(at, at + 30));
				if (found === null) return refuse("Illegal repetition");
				at += found[0].length;
				const least = Number(found[1]);
				const most = found[2] === undefined ? least : found[3] === "" ? Number.POSITIVE_INFINITY : Number(found[3]);
				if (most < least) refuse("Illegal repetition range");
				return [least, most];
			}
			default:
				return undefined;
		}
	}

	function atom(): Node | undefined {
		const c = source[at];
		switch (c) {
			case "(":
				return group();
			case "[":
				return { kind: "set", test: characterClass() };
			case ".":
				at++;
				return { kind: "set", test: dot() };
			case "^":
				at++;
				return { kind: "anchor", at: flags.multiline ? "lineStart" : "start", flags };
			case "$":
				at++;
				return { kind: "anchor", at: flags.multiline ? "lineEnd" : "endBeforeBreak", flags };
			case "\\":
				return escape();
			case "*":
			case "+":
			case "?":
				return refuse(`Dangling meta character '${c}'`);
			case "{":
				// With nothing before it Java repeats the empty text.
				return /\d/.test(source[at + 1] ?? "") ? { kind: "sequence", nodes: [] } : refuse("Illegal repetition");
			default:
				return literal(codePoint());
		}
	}

	function codePoint(): number {
		const c = source.codePointAt(at) ?? 0;
		at += c > 0xffff ? 2 : 1;
		return c;
	}

	function dot(): CharacterTest {
		if (flags.dotAll) return () => true;
		if (flags.unixLines) return (c) => c !== 10;
		return (c) => c !== 10 && c !== 13 && c !== 0x85 && c !== 0x2028 && c !== 0x2029;
	}

	function literal(c: number): Node {
		return { kind: "set", test: single(c) };
	}

	/** Without (?u) Java ignores the case of ASCII letters only. */
	function single(c: number): CharacterTest {
		if (flags.ignoreCase && isAsciiLetter(c)) return (other) => (other | 32) === (c | 32) && isAsciiLetter(other);
		return (other) => other === c;
	}

	function group(): Node | undefined {
		at++;
		if (source[at] !== "?") return captured();
		at++;
		const start = source.slice(at, at + 2);
		if (start.startsWith(":")) return enclosed(1, (body) => body);
		if (start.startsWith(">")) return enclosed(1, (body) => ({ kind: "atomic", body }));
		if (start.startsWith("=")) return enclosed(1, (body) => ({ kind: "look", ahead: true, negative: false, body }));
		if (start.startsWith("!")) return enclosed(1, (body) => ({ kind: "look", ahead: true, negative: true, body }));
		if (start === "<=") return enclosed(2, (body) => ({ kind: "look", ahead: false, negative: false, body }));
		if (start === "<!") return enclosed(2, (body) => ({ kind: "look", ahead: false, negative: true, body }));
		if (start.startsWith("<")) return named();
		return inlineFlags();
	}

	function captured(): Node {
		groupCount++;
		const index = groupCount;
		return enclosed(0, (body) => ({ kind: "group", index, body }));
	}

	function named(): Node {
		const found = /^<([a-zA-Z][a-zA-Z0-9]*)>/.exec(source.slice(at));
		if (found === null) return refuse("named capturing group is missing trailing '>'");
		const name = found[1] ?? "";
		if (names.has(name)) refuse(`Named capturing group <${name}> is already defined`);
		names.set(name, groupCount + 1);
		at += found[0].length;
		return captured();
	}

	function enclosed(skip: number, make: (body: Node) => Node): Node {
		at += skip;
		const saved = flags;
		const body = choice();
		flags = saved;
		if (source[at] !== ")") refuse("Unclosed group");
		at++;
		return make(body);
	}

	function inlineFlags(): Node | undefined {
		const found = /^([imsdxuU]*)(?:-([imsdxuU]*))?([:)])/.exec(source.slice(at));
		if (found === null) return refuse("Unknown inline modifier");
		const saved = flags;
		const [whole, on = "", off = ""] = found;
		const set = (letter: string, old: boolean): boolean => (on.includes(letter) || old) && !off.includes(letter);
		flags = {
			ignoreCase: set("i", flags.ignoreCase),
			multiline: set("m", flags.multiline),
			dotAll: set("s", flags.dotAll),
			comments: set("x", flags.comments),
			unixLines: set("d", flags.unixLines),
		};
		at += whole.length;
		if (found[3] === ")") return undefined;
		const body = choice();
		flags = saved;
		if (source[at] !== ")") refuse("Unclosed group");
		at++;
		return body;
	}

	function escape(): Node {
		at++;
		const c = source[at];
		if (c === undefined) return refuse("Unexpected internal error");
		const anchors = { b: "boundary", B: "noBoundary", A: "start", z: "end", Z: "endBeforeBreak", G: "last" } as const;
		const anchor = Object.hasOwn(anchors, c) ? anchors[c as keyof typeof anchors] : undefined;
		if (anchor !== undefined) {
			at++;
			return { kind: "anchor", at: anchor, flags };
		}
		if (c === "R") {
			at++;
			return { kind: "lineBreak" };
		}
		if (/[1-9]/.test(c)) return backReference();
		if (c === "k") return namedReference();
		const test = escapedTest();
		return { kind: "set", test };
	}

	function backReference(): Node {
		let number = Number(source[at]);
		at++;
		// More digits belong to it while there are so many groups.
		while (/\d/.test(source[at] ?? "") && number * 10 + Number(source[at]) <= groupCount) {
			number = number * 10 + Number(source[at]);
			at++;
		}
		const index = number;
		return { kind: "back", group: () => index, ignoreCase: flags.ignoreCase };
	}

	function namedReference(): Node {
		const found = /^k<([a-zA-Z][a-zA-Z0-9]*)>/.exec(source.slice(at));
		if (found === null) return refuse("\\k is not followed by '<' for named capturing group");
		const name = found[1] ?? "";
		if (!names.has(name)) refuse(`named capturing group <${name}> does not exist`);
		at += found[0].length;
		return { kind: "back", group: () => names.get(name) ?? 0, ignoreCase: flags.ignoreCase };
	}

	/** The set after a backslash, inside a class or outside. */
	function escapedTest(): CharacterTest {
		const c = source[at] ?? "";
		const known = escapedClasses.get(c);
		if (known !== undefined) {
			at++;
			return known;
		}
		if (c === "p" || c === "P") return property();
		return single(escapedCharacter());
	}

	function property(): CharacterTest {
		const negated = source[at] === "P";
		at++;
		let name = source[at] ?? "";
		if (name === "{") {
			const end = source.indexOf("}", at);
			if (end === -1) refuse("Unclosed character family");
			name = source.slice(at + 1, end);
			at = end;
		}
		at++;
		const test = propertyClass(name);
		if (test === undefined) return refuse(`Unknown character property name {${name}}`);
		return negated ? not(test) : test;
	}

	function escapedCharacter(): number {
		const c = source[at] ?? "";
		const simple: ReadonlyMap<string, number> = new Map([
			["t", 9],
			["n", 10],
			["r", 13],
			["f", 12],
			["a", 7],
			["e", 27],
		]);
		const code = simple.get(c);
		if (code !== undefined) {
			at++;
			return code;
		}
		const rest = source.slice(at, at + 12);
		const found =
			/^u([0-9a-fA-F]{4})/.exec(rest) ?? /^x([0-9a-fA-F]{2})/.exec(rest) ?? /^x\{([0-9a-fA-F]+)\}/.exec(rest);
		if (found !== null) {
			at += found[0].length;
			return Number.parseInt(found[1] ?? "0", 16);
		}
		const octal = /^0([0-3][0-7]{2}|[0-7]{1,2})/.exec(rest);
		if (octal !== null) {
			at += octal[0].length;
			return Number.parseInt(octal[1] ?? "0", 8);
		}
		if (c === "c" && at + 1 < source.length) {
			at += 2;
			return source.charCodeAt(at - 1) ^ 64;
		}
		if (/[a-zA-Z0-9]/.test(c)) return refuse("Illegal/unsupported escape sequence");
		return codePoint();
	}

	function characterClass(): CharacterTest {
		if (++depth > depthMax) refuse("Too deeply nested");
		at++;
		const negated = source[at] === "^";
		if (negated) at++;
		let union: CharacterTest[] = [];
		const intersected: CharacterTest[] = [];
		let first = true;
		for (;;) {
			if (at >= source.length) refuse("Unclosed character class");
			const c = source[at];
			if (c === "]" && !(first && union.length === 0 && intersected.length === 0)) break;
			first = false;
			if (source.startsWith("&&", at)) {
				while (source[at] === "&") at++;
				intersected.push(anyOf(union));
				union = [];
				if (source[at] === "]") break;
				continue;
			}
			union.push(c === "[" ? characterClass() : classItem());
		}
		at++;
		depth--;
		const parts = union.length > 0 || intersected.length === 0 ? [...intersected, anyOf(union)] : intersected;
		const test: CharacterTest = parts.length === 1 ? (parts[0] ?? anyOf([])) : (c) => parts.every((part) => part(c));
		return negated ? not(test) : test;
	}

	function classItem(): CharacterTest {
		if (source.startsWith("\\Q", at)) {
			const end = source.indexOf("\\E", at + 2);
			const text = source.slice(at + 2, end === -1 ? undefined : end);
			at = end === -1 ? source.length : end + 2;
			return anyOf(Array.from(text, (c) => single(c.codePointAt(0) ?? 0)));
		}
		if (source[at] === "\\") {
			at++;
			const c = source[at] ?? "";
			if (escapedClasses.has(c) || c === "p" || c === "P") return escapedTest();
			return range(escapedCharacter());
		}
		return range(codePoint());
	}

	function range(from: number): CharacterTest {
		if (source[at] !== "-" || source[at + 1] === "]" || source[at + 1] === "[" || at + 1 >= source.length) {
			return single(from);
		}
		at++;
		let to: number;
		if (source[at] === "\\") {
			at++;
			to = escapedCharacter();
		} else to = codePoint();
		if (to < from) refuse("Illegal character range");
		const within: CharacterTest = (c) => c >= from && c <= to;
		if (!flags.ignoreCase) return within;
		return (c) => within(c) || (isAsciiLetter(c) && (within(c | 32) || within(c & ~32)));
	}
}

function isAsciiLetter(c: number): boolean {
	return (c >= 65 && c <= 90) || (c >= 97 && c <= 122);
}

function anyOf(tests: readonly CharacterTest[]): CharacterTest {
	const [only] = tests;
	if (only !== undefined && tests.length === 1) return only;
	return (c) => tests.some((test) => test(c));
}
