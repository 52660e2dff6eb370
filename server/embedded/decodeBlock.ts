import { type Decoding, type DecodingBuilder, decodingOf } from "./decoding.ts";

/** What stands behind the header of a block scalar. */
export type Block = {
	/** Where its lines begin and end. */
	readonly start: number;
	readonly end: number;
	readonly folded: boolean;
	readonly chomp: "strip" | "clip" | "keep";
	/** How many blanks before each line are layout; undefined where the first line says. */
	readonly indent: number | undefined;
};

/** A literal (`|`) or folded (`>`) block scalar. */
export function decodeBlock(host: string, block: Block): Decoding {
	const lines = linesOf(host, block);
	const filled = lines.findIndex((line) => !isBlank(line));
	// Of a block without text, only its line ends count.
	const indent = filled === -1 ? Number.MAX_SAFE_INTEGER : (block.indent ?? indentOf(lines[filled]));
	let count = lines.findLastIndex((line) => !isBlank(line)) + 1;
	const decoding = decodingOf(host);
	if (count > 0) {
		// Empty lines that are indented further are text.
		count = lines.findLastIndex((line, i) => i < count || line.text - line.start > indent) + 1;
		if (block.folded) fold(decoding, host, { lines: lines.slice(0, count), indent, first: Math.max(filled, 0) });
		else copyLines(decoding, lines.slice(0, count), indent);
	}
	chomp(decoding, lines.slice(count), { block, indent, empty: count === 0, before: lines[count - 1] });
	return decoding.done();
}

/** A line: where it starts, where its blanks end, where its text ends, and where the next line starts. */
type Line = { readonly start: number; readonly text: number; readonly end: number; readonly next: number };

function linesOf(host: string, { start, end }: Block): readonly Line[] {
	const lines: Line[] = [];
	let from = start;
	while (from < end) {
		const newLine = host.indexOf("\n", from);
		const next = newLine === -1 || newLine >= end ? end : newLine + 1;
		const stop = newLine === -1 || newLine >= end ? end : newLine;
		const lineEnd = stop > from && stop < end && host[stop - 1] === "\r" ? stop - 1 : stop;
		let text = from;
		while (text < lineEnd && host[text] === " ") text++;
		lines.push({ start: from, text, end: lineEnd, next });
		from = next;
	}
	return lines;
}

function isBlank({ text, end }: Line): boolean {
	return text === end;
}

/** The first line with text says how far all are indented. */
function indentOf(line: Line | undefined): number {
	return line === undefined ? 0 : line.text - line.start;
}

function inside({ start, end }: Line, indent: number): number {
	return Math.min(start + indent, end);
}

function copyLines(decoding: DecodingBuilder, lines: readonly Line[], indent: number): void {
	for (const [i, line] of lines.entries()) {
		decoding.copy(inside(line, indent), line.end);
		if (i < lines.length - 1) decoding.put("\n", line.end, line.next);
	}
}

type Folding = { readonly lines: readonly Line[]; readonly indent: number; readonly first: number };

/** A line end between two lines of text is a blank; n empty lines between them are n line ends; lines indented further stay. */
function fold(decoding: DecodingBuilder, host: string, { lines, indent, first }: Folding): void {
	for (const line of lines.slice(0, first)) {
		decoding.copy(inside(line, indent), line.end);
		decoding.put("\n", line.end, line.next);
	}
	let before: { readonly end: number; readonly deep: boolean } | undefined;
	let empty = 0;
	for (const line of lines.slice(first)) {
		const from = inside(line, indent);
		const deep = line.text - line.start > indent || host[line.text] === "\t";
		if (isBlank(line) && !deep) {
			empty++;
			continue;
		}
		if (before !== undefined) decoding.put(breakBetween(before.deep || deep, empty), before.end, from);
		decoding.copy(from, line.end);
		before = { end: line.end, deep };
		empty = 0;
	}
}

function breakBetween(deep: boolean, empty: number): string {
	if (deep) return "\n".repeat(empty + 1);
	return empty === 0 ? " " : "\n".repeat(empty);
}

type Rest = {
	readonly block: Block;
	readonly indent: number;
	readonly empty: boolean;
	readonly before: Line | undefined;
};

function chomp(decoding: DecodingBuilder, rest: readonly Line[], { block, indent, empty, before }: Rest): void {
	if (block.chomp === "strip") return;
	if (!empty) decoding.put("\n", before?.end ?? block.end, before?.next ?? block.end);
	if (block.chomp === "clip") return;
	for (const line of rest) {
		decoding.copy(inside(line, indent), line.end);
		decoding.put("\n", line.end, line.next);
	}
}
