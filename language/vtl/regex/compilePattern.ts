import { anyCharacter, oneCharacter } from "./characterTests.ts";
import { parseClass } from "./parseClass.ts";
import { parseEscape } from "./parseEscape.ts";
import { parseGroup } from "./parseGroup.ts";
import { parseQuantifiers } from "./parseQuantifiers.ts";
import type { Node, Pattern } from "./pattern.ts";
import { nested, type PatternReading, refuse, skipComments, takeCodePoint, takeQuoted } from "./patternReading.ts";

/** Reads a Java regular expression, or throws Java's PatternSyntaxException. */
export function compilePattern(source: string): Pattern {
	const names = new Map<string, number>();
	if (!/[\\^$.|?*+()[\]{}]/.test(source)) {
		return { root: { kind: "sequence", nodes: [] }, groupCount: 0, names, plain: source };
	}
	const flags = { ignoreCase: false, multiline: false, dotAll: false, comments: false, unixLines: false };
	const reading: PatternReading = { source, at: 0, flags, groupCount: 0, names, depth: 0 };
	const root = choice(reading);
	if (reading.at < source.length) refuse(reading, "Unmatched closing ')'");
	return { root, groupCount: reading.groupCount, names, plain: undefined };
}

function choice(reading: PatternReading): Node {
	const options = nested(reading, () => {
		const found = [sequence(reading)];
		while (reading.source[reading.at] === "|") {
			reading.at++;
			found.push(sequence(reading));
		}
		return found;
	});
	const [only] = options;
	return only !== undefined && options.length === 1 ? only : { kind: "choice", options };
}

function sequence(reading: PatternReading): Node {
	const { source } = reading;
	const nodes: Node[] = [];
	for (;;) {
		skipComments(reading);
		const c = source[reading.at];
		if (c === undefined || c === "|" || c === ")") break;
		const quoted = takeQuoted(reading);
		if (quoted === undefined) {
			const node = atom(reading, c);
			if (node !== undefined) nodes.push(parseQuantifiers(reading, node));
			continue;
		}
		for (const [i, codePoint] of quoted.entries()) {
			const node = character(reading, codePoint);
			// Of a quoted text only the last character is repeated.
			nodes.push(i === quoted.length - 1 ? parseQuantifiers(reading, node) : node);
		}
	}
	const [only] = nodes;
	return only !== undefined && nodes.length === 1 ? only : { kind: "sequence", nodes };
}

function atom(reading: PatternReading, c: string): Node | undefined {
	const { source, flags } = reading;
	switch (c) {
		case "(":
			return parseGroup(reading, choice);
		case "[":
			return { kind: "set", test: parseClass(reading) };
		case ".":
			reading.at++;
			return { kind: "set", test: anyCharacter(flags) };
		case "^":
			reading.at++;
			return { kind: "anchor", at: flags.multiline ? "lineStart" : "start", flags };
		case "$":
			reading.at++;
			return { kind: "anchor", at: flags.multiline ? "lineEnd" : "endBeforeBreak", flags };
		case "\\":
			return parseEscape(reading);
		case "*":
		case "+":
		case "?":
			return refuse(reading, `Dangling meta character '${c}'`);
		case "{":
			// With nothing before it Java repeats the empty text.
			if (/\d/.test(source[reading.at + 1] ?? "")) return { kind: "sequence", nodes: [] };
			return refuse(reading, "Illegal repetition");
		default:
			return character(reading, takeCodePoint(reading));
	}
}

function character({ flags }: PatternReading, c: number): Node {
	return { kind: "set", test: oneCharacter(c, flags) };
}
