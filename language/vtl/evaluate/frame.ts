import type { Span, Statement } from "../nodes.ts";
import type { Loop } from "./loop.ts";
import type { Variables } from "./variables.ts";

/** Statements in progress: those of the template, of a block, of a branch, or of a loop's body. */
export type Frame = {
	readonly nodes: readonly Statement[];
	index: number;
	readonly loop: Loop | undefined;
	readonly level: Level;
	/** Whether the level begins with it, so that a #break ends here. */
	readonly first: boolean;
};

/** What is rendered as one: the template, the block of a #define, a macro, a text that the template made. */
export type Level = {
	/** The text that the statements stand in. */
	readonly source: string;
	readonly variables: Variables;
	/** The statement of the template that they stand for, when they do not stand in it. */
	readonly standsFor: Span | undefined;
	/** What to do when it ends, by itself or by a #break. */
	readonly leave: (() => void) | undefined;
};
