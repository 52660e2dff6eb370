import type { Flaw } from "./flaw.ts";

/**
 * A place between two statements that stand in no block, where the reader of the text was as at its beginning. From
 * here it can go on in an edited text, as long as nothing changed that it had looked at.
 */
export type Checkpoint = {
	readonly at: number;
	/** How many statements, problems and macros had been found. */
	readonly nodes: number;
	readonly flaws: number;
	readonly macros: number;
	/** How far failed attempts had looked; what they read beyond decides what stands before. */
	readonly seen: number;
};

/** What is remembered of a reading beside its tree, so that an edited text can be read from the edit on. */
export type Checkpoints = {
	readonly list: readonly Checkpoint[];
	readonly flaws: readonly Flaw[];
	readonly macros: readonly string[];
};

/** How far the reader may have looked when its tokens ended at the offset: over blanks, one word, and blanks again. */
export function lookedAt(text: string, offset: number): number {
	aheadPattern.lastIndex = offset;
	aheadPattern.exec(text);
	return aheadPattern.lastIndex;
}

const aheadPattern = /[ \t\r\n]*[^ \t\r\n"',:]*[ \t\r\n]*[^]{0,2}/y;
