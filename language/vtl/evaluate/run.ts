import type { Directive, Expression, Interpolation, Span, Statement, Template } from "../nodes.ts";
import { parse } from "../parse/parse.ts";
import { inputsOf } from "../provenance/origin.ts";
import type { Trace } from "../provenance/trace.ts";
import { JavaException, stackOverflow } from "../values/javaException.ts";
import type { Block, Value } from "../values/values.ts";
import { type Budget, BudgetExceeded } from "./budget.ts";
import { type Scene, valueOf } from "./evaluate.ts";
import { execute, type Stage } from "./execute.ts";
import type { Frame, Level } from "./frame.ts";
import { isCut, type Loop, leaveLoop, nextRound } from "./loop.ts";
import { collectMacros, type Macros } from "./macro.ts";
import { macroCall, macroDepthMax, macroOverflow } from "./macroCall.ts";
import { Stop } from "./stop.ts";
import type { Variables } from "./variables.ts";

/**
 * A rendering in progress. It goes statement by statement, so that a debugger can stop before each, look at the variables
 * and change them. Loops, blocks and macros stand on a stack of frames and not on JavaScript's.
 */
export type Run = {
	/** Executes one statement, or turns one round of a loop. False when the template is done. */
	step(): boolean;
	/** The statement that `step` would execute, if it is one. */
	upcoming(): Statement | undefined;
	/** How deep the run stands in blocks, loops and macros. */
	depth(): number;
	/**
	 * The variables where the run stands: in a macro its own, with its arguments. No getter, since V8 would make a hidden
	 * class of each run, which stays in memory with all of it.
	 */
	variables(): Variables;
	/** What has printed so far. */
	output(): string;
	/** Where the evaluation stands, for an error. */
	position(): Span;
	/** The loops that ended at the limit of rounds with items left. */
	cutLoops(): readonly Span[];
};

/** More frames than this are what a stack overflow is to the reference: a text that evaluates itself. */
const framesMax = 10_000;

export function createRun(template: Template, variables: Variables, budget: Budget, trace?: Trace): Run {
	const top: Level = { source: template.text, variables, standsFor: undefined, leave: undefined };
	let frames: Frame[] = [{ nodes: template.nodes, index: 0, loop: undefined, level: top, first: false }];
	let level = top;
	let printed = "";
	let depth = 0;
	let macroDepth = 0;
	let macros: Macros | undefined;
	const endedEarly = new Set<Span>();
	let current: Span = { start: 0, end: 0 };
	const scene: Changing<Scene, "variables"> = {
		host: { budget, renderBlock },
		variables,
		absent: template.dialect === "apigw" ? "" : null,
		trace,
		interpolate,
		at: (node) => {
			current = level.standsFor ?? node;
		},
	};
	const stage: Changing<Stage, "source"> = {
		scene,
		source: template.text,
		dialect: template.dialect,
		print: (text, node, origin) => {
			printed += text;
			budget.hold(printed.length);
			trace?.printed(text.length, level.standsFor ?? node, origin);
		},
		enter: (nodes) => {
			if (nodes.length > 0) push(nodes, level, false);
		},
		enterLoop: (loop) => {
			frames.push({ nodes: loop.body, index: loop.body.length, loop, level, first: false });
			trace?.beginLoop(loop);
		},
		enterBlock,
		callMacro,
		evaluate,
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
		depth: () => frames.length,
		variables: () => scene.variables,
		output: () => printed,
		position: () => current,
		cutLoops: () => [...endedEarly],
	};

	function step(): boolean {
		const frame = frames[frames.length - 1];
		if (frame === undefined) return false;
		const node = frame.nodes[frame.index];
		if (node !== undefined) {
			frame.index++;
			execute(node, stage);
		} else if (frame.loop === undefined) pop();
		else turn(frame, frame.loop);
		return frames.length > 0;
	}

	/** Begins the next round of a loop, or ends it. */
	function turn(frame: Frame, loop: Loop): void {
		budget.spend(1);
		if (nextRound(loop, frame.level.variables, budget)) {
			frame.index = 0;
			trace?.round(loop);
			return;
		}
		if (isCut(loop, budget)) endedEarly.add(level.standsFor ?? loop.statement);
		pop();
	}

	function push(nodes: readonly Statement[], to: Level, first: boolean): void {
		if (frames.length >= framesMax) throw stackOverflow();
		frames.push({ nodes, index: 0, loop: undefined, level: to, first });
		if (to !== level) settle(to);
	}

	/** Leaves the innermost frame, and with it a loop, or a level. */
	function pop(): Frame | undefined {
		const frame = frames.pop();
		if (frame === undefined) return undefined;
		if (frame.loop !== undefined) {
			leaveLoop(frame.loop, frame.level.variables);
			trace?.leaveLoop(frame.loop);
		}
		if (frame.first) frame.level.leave?.();
		if (frames.length === 0) return frame;
		const outer = frames[frames.length - 1];
		if (outer !== undefined && outer.level !== level) settle(outer.level);
		return frame;
	}

	function settle(to: Level): void {
		level = to;
		scene.variables = to.variables;
		stage.source = to.source;
	}

	/** Leaves frames up to what the stop is for. False when it is for something further out. */
	function unwind(stop: Stop): boolean {
		for (let frame = pop(); frame !== undefined; frame = pop()) {
			if (frame.loop === undefined && !frame.first) continue;
			if (stop.ends === "nearest" || (frame.loop !== undefined && stop.ends === frame.loop.scope)) return true;
		}
		return false;
	}

	/** Renders statements by themselves, as text: the inside of a string, or a block. `first` if a #break ends here. */
	function renderInside(nodes: readonly Statement[], inside: Level, first: boolean): string {
		if (depth >= budget.limits.depth) {
			throw new BudgetExceeded(`Strings and blocks are rendered more than ${budget.limits.depth} deep.`);
		}
		const outer = { frames, printed };
		const outerLevel = level;
		const outerPieces = trace?.pieces ?? [];
		if (trace !== undefined) trace.pieces = [];
		depth++;
		frames = [{ nodes, index: 0, loop: undefined, level: inside, first }];
		settle(inside);
		printed = "";
		try {
			for (let more = true; more; ) {
				try {
					more = step();
				} catch (error) {
					if (!(error instanceof Stop) || !unwind(error)) throw error;
					more = frames.length > 0;
				}
			}
			return printed;
		} finally {
			({ frames, printed } = outer);
			settle(outerLevel);
			if (trace !== undefined) {
				trace.origin = trace.pieces;
				trace.pieces = outerPieces;
			}
			depth--;
		}
	}

	function interpolate({ nodes, blank }: Interpolation): string {
		const text = renderInside(nodes, level, false);
		const cut = blank && text.length > 0 ? text.slice(0, -1) : text;
		if (trace !== undefined) trace.origin = inputsOf(trace.origin, cut.length);
		return cut;
	}

	/** As a text a block sees what it saw where it was defined; printed by itself, what is there where it prints. */
	function renderBlock(block: Block): string | undefined {
		if (block.depth >= block.depthMax) return undefined;
		block.depth++;
		const { source, variables: seen } = block;
		const leave = () => {
			block.depth--;
		};
		return renderInside(block.body, { source, variables: seen, standsFor: level.standsFor, leave }, true);
	}

	function enterBlock(block: Block): void {
		block.depth++;
		const leave = () => {
			block.depth--;
		};
		const { source, body } = block;
		push(body, { source, variables: scene.variables, standsFor: level.standsFor, leave }, true);
	}

	function callMacro(node: Directive): boolean {
		const macro = macrosOf().get(node.name.startsWith("@") ? node.name.slice(1) : node.name);
		if (macro === undefined) return false;
		const caller = level;
		const seen = macroCall(node, macro, scene, stage.source, (argument) => evaluateIn(caller, argument));
		if (macroDepth >= macroDepthMax) throw macroOverflow(node.name);
		macroDepth++;
		const leave = () => {
			macroDepth--;
		};
		push(macro.body, { source: macro.source, variables: seen, standsFor: level.standsFor, leave }, true);
		return true;
	}

	function evaluateIn(caller: Level, argument: Expression): Value {
		const here = level;
		settle(caller);
		const value = valueOf(argument, scene);
		settle(here);
		return value;
	}

	function macrosOf(): Macros {
		if (macros === undefined) {
			macros = new Map();
			collectMacros(template.nodes, template.text, macros);
		}
		return macros;
	}

	function evaluate(text: string, node: Directive): void {
		budget.spend(text.length >> 4);
		const { nodes, problems } = parse(text, template.dialect);
		const [problem] = problems;
		if (problem !== undefined) {
			const javaClass = problem.kind === "syntax" ? "ParseErrorException" : "VelocityException";
			throw new JavaException(`org.apache.velocity.exception.${javaClass}`, problem.message);
		}
		collectMacros(nodes, text, macrosOf());
		push(
			nodes,
			{ source: text, variables: scene.variables, standsFor: level.standsFor ?? node, leave: undefined },
			true,
		);
	}
}

/** The type with one of its properties writable, by whoever made the value. */
type Changing<T, K extends keyof T> = Omit<T, K> & { -readonly [P in K]: T[P] };
