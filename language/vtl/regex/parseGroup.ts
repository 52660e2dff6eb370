import type { Flags, Node } from "./pattern.ts";
import { type PatternReading, refuse, takeMatch } from "./patternReading.ts";

/** `(…)` of any kind; undefined for `(?i)`, which is no part of what is matched. `parseBody` reads what is inside. */
export function parseGroup(reading: PatternReading, parseBody: (reading: PatternReading) => Node): Node | undefined {
	reading.at++;
	if (reading.source[reading.at] !== "?") return captured();
	reading.at++;
	const kind = takeMatch(reading, /^(?:[:>=!]|<[=!])/)?.[0];
	if (kind !== undefined) return kinds[kind]?.(enclosed());
	return reading.source[reading.at] === "<" ? named() : inlineFlags();

	function captured(): Node {
		reading.groupCount++;
		const index = reading.groupCount;
		return { kind: "group", index, body: enclosed() };
	}

	function named(): Node {
		const { names, groupCount } = reading;
		const found = takeMatch(reading, /^<([a-zA-Z][a-zA-Z0-9]*)>/);
		if (found === undefined) return refuse(reading, "named capturing group is missing trailing '>'");
		const name = found[1] ?? "";
		if (names.has(name)) {
			reading.at -= found[0].length;
			refuse(reading, `Named capturing group <${name}> is already defined`);
		}
		names.set(name, groupCount + 1);
		return captured();
	}

	function inlineFlags(): Node | undefined {
		const found = takeMatch(reading, /^([imsdxuU]*)(?:-([imsdxuU]*))?([:)])/);
		if (found === undefined) return refuse(reading, "Unknown inline modifier");
		const [, on = "", off = "", end] = found;
		const flags = changedFlags(reading.flags, on, off);
		if (end === ":") return enclosed(flags);
		reading.flags = flags;
		return undefined;
	}

	/** The inside of the group up to its parenthesis. Flags that are set inside end with it. */
	function enclosed(flags = reading.flags): Node {
		const outer = reading.flags;
		reading.flags = flags;
		const body = parseBody(reading);
		reading.flags = outer;
		if (reading.source[reading.at] !== ")") refuse(reading, "Unclosed group");
		reading.at++;
		return body;
	}
}

const kinds: Readonly<Record<string, (body: Node) => Node>> = {
	":": (body) => body,
	">": (body) => ({ kind: "atomic", body }),
	"=": (body) => ({ kind: "look", ahead: true, negative: false, body }),
	"!": (body) => ({ kind: "look", ahead: true, negative: true, body }),
	"<=": (body) => ({ kind: "look", ahead: false, negative: false, body }),
	"<!": (body) => ({ kind: "look", ahead: false, negative: true, body }),
};

function changedFlags(flags: Flags, on: string, off: string): Flags {
	const set = (letter: string, old: boolean): boolean => (on.includes(letter) || old) && !off.includes(letter);
	return {
		ignoreCase: set("i", flags.ignoreCase),
		multiline: set("m", flags.multiline),
		dotAll: set("s", flags.dotAll),
		comments: set("x", flags.comments),
		unixLines: set("d", flags.unixLines),
	};
}
