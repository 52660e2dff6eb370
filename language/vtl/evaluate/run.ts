import type { Host } from "../methods/methodTable.ts";
import type { Interpolation, Span, Statement, Template } from "../nodes.ts";
import { inputsOf } from "../provenance/origin.ts";
import type { Trace } from "../provenance/trace.ts";
import type { Block } from "../values/values.ts";
import { type Budget, BudgetExceeded } from "./budget.ts";
import type { Scene } from "./evaluate.ts";
import { execute, type Stage } from "./execute.ts";
import { type Loop, leaveLoop, nextRound } from "./loop.ts";
import { Stop } from "./stop.ts";
import type { Variables } from "./variables.ts";

/**
 * A rendering in progress. It goes statement by statement, so that a debugger can stop before each, look at the variables
 * and change them. Loops and blocks stand on a stack of frames and not on JavaScript's.
 */
export type Run = {
	/** Executes one statement, or turns one round of a loop. False when the template is done. */
	step(): boolean;
	/** The statement that `step` would execute, if it is one. */
	upcoming(): Statement | undefined;
	readonly variables: Variables;
	/** What has printed so far. */
	output(): string;
	/** Where the evaluation stands, for an error. */
	position(): Span;
};

type Frame = {
	readonly nodes: readonly Statement[];
	index: number;
	readonly loop: Loop | undefined;
};

/** The directive.define.max.depth of the reference. */
const blockDepthMax = 2;

export function createRun(template: Template, variables: Variables, budget: Budget, trace?: Trace): Run {
	let frames: Frame[] = [{ nodes: template.nodes, index: 0, loop: undefined }];
	let printed = "";
	let depth = 0;
	let current: Span = { start: 0, end: 0 };
	const host: Host = { budget, renderBlock };
	const scene: Scene = {
		host,
		variables,
		trace,
		interpolate,
		at: (node) => {
			current = node;
		},
	};
	const stage: Stage = {
		scene,
		source: template.text,
		print: (text, node, origin) => {
			printed += text;
			budget.hold(printed.length);
			trace?.printed(text.length, node, origin);
		},
		enter: (nodes) => {
			if (nodes.length > 0) frames.push({ nodes, index: 0, loop: undefined });
		},
		enterLoop: (loop) => {
			frames.push({ nodes: loop.body, index: loop.body.length, loop });
			trace?.beginLoop(loop);
		},
	};

	return {
		step: () => {
			try {
				return step();
			} catch (error) {
				if (!(error instanceof Stop)) throw error;
				if (!unwind(error)) frames.length = 0;
				return frames.length > 0;
			}
		},
		upcoming: () => {
			const frame = frames.at(-1);
			return frame?.nodes[frame.index];
		},
		variables,
		output: () => printed,
		position: () => current,
	};

	function step(): boolean {
		const frame = frames[frames.length - 1];
		if (frame === undefined) return false;
		const node = frame.nodes[frame.index];
		if (node !== undefined) {
			frame.index++;
			execute(node, stage);
		} else if (frame.loop === undefined) frames.pop();
		else turn(frame, frame.loop);
		return frames.length > 0;
	}

	/** Begins the next round of a loop, or ends it. */
	function turn(frame: Frame, loop: Loop): void {
		budget.spend(1);
		if (nextRound(loop, variables, budget)) {
			frame.index = 0;
			trace?.round(loop);
			return;
		}
		frames.pop();
		leave(loop);
	}

	function leave(loop: Loop): void {
		leaveLoop(loop, variables);
		trace?.leaveLoop(loop);
	}

	/** Leaves frames up to the loop that the stop is for. False when it is for something further out. */
	function unwind(stop: Stop): boolean {
		for (let frame = frames.pop(); frame !== undefined; frame = frames.pop()) {
			if (frame.loop === undefined) continue;
			leave(frame.loop);
			if (stop.ends === "nearest" || stop.ends === frame.loop.scope) return true;
		}
		return false;
	}

	/** Renders statements by themselves: the inside of a string, or a block. `catches` whether a #break ends here. */
	function renderInside(nodes: readonly Statement[], catches: boolean): string {
		if (depth >= budget.limits.depth) {
			throw new BudgetExceeded(`Strings and blocks are rendered more than ${budget.limits.depth} deep.`);
		}
		const outer = { frames, printed };
		const outerPieces = trace?.pieces ?? [];
		if (trace !== undefined) trace.pieces = [];
		depth++;
		frames = [{ nodes, index: 0, loop: undefined }];
		printed = "";
		try {
			for (let more = true; more; ) {
				try {
					more = step();
				} catch (error) {
					if (!(error instanceof Stop)) throw error;
					if (unwind(error)) continue;
					if (!catches || error.ends !== "nearest") throw error;
					more = false;
				}
			}
			return printed;
		} catch (error) {
			// What a block had printed when it was stopped has printed.
			if (catches && error instanceof Stop) {
				outer.printed += printed;
				outerPieces.push(...(trace?.pieces ?? []));
			}
			throw error;
		} finally {
			({ frames, printed } = outer);
			if (trace !== undefined) {
				trace.origin = trace.pieces;
				trace.pieces = outerPieces;
			}
			depth--;
		}
	}

	function interpolate({ nodes, blank }: Interpolation): string {
		const text = renderInside(nodes, false);
		const cut = blank && text.length > 0 ? text.slice(0, -1) : text;
		if (trace !== undefined) trace.origin = inputsOf(trace.origin, cut.length);
		return cut;
	}

	function renderBlock(block: Block): string | undefined {
		if (block.depth >= blockDepthMax) return undefined;
		block.depth++;
		try {
			return renderInside(block.body, true);
		} finally {
			block.depth--;
		}
	}
}
