import { javaPosition } from "../javaPosition.ts";
import type { Template } from "../nodes.ts";
import { type Checkpoint, type Checkpoints, lookedAt } from "./checkpoint.ts";
import { type Flaw, problemsMax } from "./flaw.ts";
import { moveNodes } from "./moveNodes.ts";
import { parse } from "./parse.ts";
import { finished, type Progress, readTemplate, takeCheckpoints } from "./readTemplate.ts";

/**
 * Reads a text that was edited. Gives what `parse` would, but reads only from before the edit until the statements behind
 * it are those of before. All others pass into the new tree, those behind the edit with new offsets: the previous template
 * must not be used any more.
 */
export function reparse(previous: Template, text: string): Template {
	if (previous.text === text) return previous;
	const known = takeCheckpoints(previous);
	if (known === undefined || known.flaws.length >= problemsMax) return parse(text, previous.dialect);
	const edit = editOf(previous.text, text);
	const first = known.list.findLast(
		({ at, seen }) => at < edit.start && lookedAt(previous.text, Math.max(at, seen)) <= edit.start,
	);
	const progress = progressAt(previous, known, first);
	const tail = findTail(previous, known, edit, progress);
	readTemplate(text, progress, first?.at ?? 0, tail.isFoundAt);
	const found = tail.found();
	if (found !== undefined) append(progress, previous, known, found, edit, text);
	return progress.flaws.length < problemsMax ? finished(text, progress) : parse(text, previous.dialect);
}

/** What was replaced: from `start` to `end` in the old text, moving all behind by `by`. */
type Edit = { readonly start: number; readonly end: number; readonly by: number };

function editOf(before: string, after: string): Edit {
	const by = after.length - before.length;
	const shorter = Math.min(before.length, after.length);
	const start = commonLength(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
	const fromEnd = (text: string, from: number, to: number) => text.slice(text.length - to, text.length - from);
	const same = (from: number, to: number) => fromEnd(before, from, to) === fromEnd(after, from, to);
	return { start, end: before.length - commonLength(shorter - start, same), by };
}

/** How much is the same, found in big pieces and then in ever smaller ones: strings are compared fast as a whole. */
function commonLength(longest: number, same: (from: number, to: number) => boolean): number {
	let length = 0;
	for (let piece = 4096; piece >= 1; piece = piece >> 2) {
		while (length < longest && same(length, Math.min(length + piece, longest))) {
			length = Math.min(length + piece, longest);
		}
	}
	return length;
}

function progressAt(
	{ dialect, nodes }: Template,
	{ list, flaws, macros }: Checkpoints,
	first: Checkpoint | undefined,
): Progress {
	if (first === undefined) return { dialect, nodes: [], flaws: [], macros: new Set(), checkpoints: [], seen: 0 };
	return {
		dialect,
		nodes: nodes.slice(0, first.nodes),
		flaws: flaws.slice(0, first.flaws),
		macros: new Set(macros.slice(0, first.macros)),
		checkpoints: list.slice(0, list.indexOf(first) + 1),
		seen: first.seen,
	};
}

type Tail = { isFoundAt(at: number): boolean; found(): Checkpoint | undefined };

/** Looks for a place from which on the old statements stand in the new text too. */
function findTail(previous: Template, known: Checkpoints, edit: Edit, progress: Progress): Tail {
	let next = known.list.findIndex(({ at }) => at >= edit.end);
	if (next === -1) next = known.list.length;
	let found: Checkpoint | undefined;
	return {
		isFoundAt: (at) => {
			while ((known.list[next]?.at ?? previous.text.length) + edit.by < at) next++;
			const candidate = known.list[next];
			if (candidate === undefined || candidate.at + edit.by !== at || candidate.seen > candidate.at) return false;
			if (!sameMacros(known, candidate, progress)) return false;
			if (!linesMove(previous, known, candidate)) return false;
			found = candidate;
			return true;
		},
		found: () => found,
	};
}

/** Which words are macros decides how a backslash before them is read. */
function sameMacros({ macros }: Checkpoints, candidate: Checkpoint, progress: Progress): boolean {
	return (
		candidate.macros === progress.macros.size &&
		macros.slice(0, candidate.macros).every((it) => progress.macros.has(it))
	);
}

/** Whether all problems behind the candidate stand on later lines, so that their columns stay. */
function linesMove({ text }: Template, { flaws }: Checkpoints, { at, flaws: count }: Checkpoint): boolean {
	if (count === flaws.length) return true;
	const { line } = javaPosition(text, at);
	return flaws.slice(count).every((flaw) => flaw.atStart || flaw.line > line);
}

function append(
	progress: Progress,
	previous: Template,
	known: Checkpoints,
	found: Checkpoint,
	edit: Edit,
	text: string,
): void {
	const { by } = edit;
	const before = {
		nodes: progress.nodes.length - found.nodes,
		flaws: progress.flaws.length - found.flaws,
		macros: progress.macros.size - found.macros,
	};
	if (by !== 0) moveNodes(previous.nodes, found.nodes, by);
	for (let i = found.nodes; i < previous.nodes.length; i++) {
		const node = previous.nodes[i];
		if (node !== undefined) progress.nodes.push(node);
	}
	const tailFlaws = known.flaws.slice(found.flaws);
	if (tailFlaws.length > 0) progress.flaws.push(...moved(tailFlaws, previous.text, text, found.at, by));
	for (const name of known.macros.slice(found.macros)) progress.macros.add(name);
	for (const point of known.list.slice(known.list.indexOf(found))) {
		progress.checkpoints.push({
			at: point.at + by,
			nodes: point.nodes + before.nodes,
			flaws: point.flaws + before.flaws,
			macros: point.macros + before.macros,
			seen: Math.max(progress.seen, point.seen + by),
		});
	}
}

function moved(flaws: readonly Flaw[], before: string, after: string, at: number, by: number): readonly Flaw[] {
	const lines = javaPosition(after, at + by).line - javaPosition(before, at).line;
	const first = javaPosition(after, 0);
	return flaws.map((flaw) => ({
		...flaw,
		start: flaw.start + by,
		end: flaw.end + by,
		...(flaw.atStart ? first : { line: flaw.line + lines }),
	}));
}
