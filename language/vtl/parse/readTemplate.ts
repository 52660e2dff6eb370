import type { Dialect } from "../dialect.ts";
import { javaPosition } from "../javaPosition.ts";
import type { Statement, Template } from "../nodes.ts";
import type { Checkpoint, Checkpoints } from "./checkpoint.ts";
import { type Flaw, problemsOf } from "./flaw.ts";
import { readText } from "./readText.ts";
import { canResume, type TokenStream } from "./tokenStream.ts";

/** A template being read: what was found so far. */
export type Progress = {
	readonly dialect: Dialect;
	readonly nodes: Statement[];
	readonly flaws: Flaw[];
	readonly macros: Set<string>;
	readonly checkpoints: Checkpoint[];
	/** How far failed attempts have looked. */
	seen: number;
};

/** Reads on from an offset where the reader is as at the beginning of a text, until `isEnough` of a place like that. */
export function readTemplate(text: string, progress: Progress, from: number, isEnough: (at: number) => boolean): void {
	const { dialect, nodes, flaws, macros, checkpoints } = progress;
	const passes = (at: number, tokens: TokenStream): boolean => {
		// What follows a text may become part of it.
		if (nodes.at(-1)?.kind === "text" || !canResume(tokens)) return false;
		if (isEnough(at)) return true;
		if (at - (checkpoints.at(-1)?.at ?? 0) >= checkpointDistance) {
			checkpoints.push({ at, nodes: nodes.length, flaws: flaws.length, macros: macros.size, seen: progress.seen });
		}
		return false;
	};
	const source = {
		text,
		dialect,
		depth: 0,
		macros,
		flaws,
		origin: (offset: number) => offset,
		place: (offset: number) => javaPosition(text, offset),
		isEnough: passes,
		failed: (seen: number) => {
			progress.seen = Math.max(progress.seen, seen);
		},
	};
	readText(source, nodes, from);
}

/** Few enough to cost nothing, and near enough to each other that little is read again. */
const checkpointDistance = 256;

export function finished(text: string, { dialect, nodes, flaws, macros, checkpoints }: Progress): Template {
	const template: Template = { dialect, text, nodes, problems: problemsOf(flaws) };
	remembered.set(template, { list: checkpoints, flaws, macros: [...macros] });
	return template;
}

/** What to go on from; only once, because the statements go to the template that follows. */
export function takeCheckpoints(template: Template): Checkpoints | undefined {
	const checkpoints = remembered.get(template);
	remembered.delete(template);
	return checkpoints;
}

/** Beside the trees and not in them, since only a reading that follows needs it. */
const remembered = new WeakMap<Template, Checkpoints>();
