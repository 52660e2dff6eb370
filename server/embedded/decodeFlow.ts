import { type Decoding, type DecodingBuilder, decodingOf } from "./decoding.ts";

/**
 * A plain scalar or one in single quotes, between `start` and `end` without its quotes. A line end is a blank, n empty
 * lines are n line ends, and the blanks around them are layout.
 */
export function decodeFlow(host: string, start: number, end: number, quoted: boolean): Decoding {
	const decoding = decodingOf(host);
	const lines = linesOf(host, start, end);
	let blankLines = 0;
	let before: number | undefined;
	for (const [i, line] of lines.entries()) {
		const first = i === 0;
		const last = i === lines.length - 1;
		const from = first ? line.start : skipBlanks(host, line.start, line.end);
		const to = last ? line.end : dropBlanks(host, from, line.end);
		if (from >= to && !first && !last) {
			blankLines++;
			continue;
		}
		if (before !== undefined) decoding.put(blankLines === 0 ? " " : "\n".repeat(blankLines), before, from);
		if (quoted) copyQuoted(decoding, host, from, to);
		else decoding.copy(from, to);
		blankLines = 0;
		before = to;
	}
	return decoding.done();
}

function copyQuoted(decoding: DecodingBuilder, host: string, start: number, end: number): void {
	let from = start;
	for (let i = start; i < end - 1; i++) {
		if (host[i] !== "'" || host[i + 1] !== "'") continue;
		decoding.copy(from, i);
		decoding.put("'", i, i + 2);
		i++;
		from = i + 1;
	}
	decoding.copy(from, end);
}

type Line = { readonly start: number; readonly end: number };

function linesOf(host: string, start: number, end: number): readonly Line[] {
	const lines: Line[] = [];
	let from = start;
	for (;;) {
		const newLine = host.indexOf("\n", from);
		if (newLine === -1 || newLine >= end) return [...lines, { start: from, end }];
		lines.push({ start: from, end: newLine > from && host[newLine - 1] === "\r" ? newLine - 1 : newLine });
		from = newLine + 1;
	}
}

/** The first offset that is no blank. */
export function skipBlanks(host: string, start: number, end: number): number {
	let i = start;
	while (i < end && (host[i] === " " || host[i] === "\t")) i++;
	return i;
}

function dropBlanks(host: string, start: number, end: number): number {
	let i = end;
	while (i > start && (host[i - 1] === " " || host[i - 1] === "\t")) i--;
	return i;
}
