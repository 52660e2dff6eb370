import type { Budget } from "./budget.ts";
import { BudgetExceeded } from "./budget.ts";
import { resolve, type Scene, truth, valueOf } from "./evaluate.ts";
import { illegalArgument, JavaException } from "./javaException.ts";
import { javaPosition } from "./javaPosition.ts";
import { call, element, property, setElement, setProperty } from "./members.ts";
import { iteratorOf } from "./methods/iteratorOf.ts";
import type { Host } from "./methods/methodTable.ts";
import type {
	Directive,
	Expression,
	Interpolation,
	Reference,
	SetStatement,
	Span,
	Statement,
	Template,
} from "./nodes.ts";
import { Stop, stopAll, stopNearest } from "./stop.ts";
import { toJavaString } from "./toJavaString.ts";
import { type Block, type JavaIterator, map, type Scope, type Value } from "./values.ts";
import type { NullItem, Variables } from "./variables.ts";

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

type Loop = {
	readonly variable: string;
	readonly iterator: JavaIterator;
	readonly scope: Scope;
	readonly saved: { readonly item: Value; readonly count: Value; readonly hasNext: Value };
	readonly nullItem: NullItem;
	count: number;
	hidden: boolean;
};

/** The directive.define.max.depth of the reference. */
const blockDepthMax = 2;

export function createRun(template: Template, variables: Variables, budget: Budget): Run {
	let frames: Frame[] = [{ nodes: template.nodes, index: 0, loop: undefined }];
	let printed = "";
	let depth = 0;
	let current: Span = { start: 0, end: 0 };
	const host: Host = { budget, renderBlock };
	const scene: Scene = {
		host,
		variables,
		interpolate,
		at: (node) => {
			current = node;
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
			execute(node);
		} else if (frame.loop === undefined) frames.pop();
		else turn(frame, frame.loop);
		return frames.length > 0;
	}

	function execute(node: Statement): void {
		budget.spend(1);
		switch (node.kind) {
			case "text":
			case "comment":
			case "textblock":
			case "escape":
				print(node.output);
				break;
			case "reference":
				current = node;
				printReference(node);
				break;
			case "set":
				current = node;
				assign(node);
				break;
			case "if":
				current = node;
				for (const { condition, body } of node.branches) {
					if (condition !== undefined && !truth(condition, scene)) continue;
					enter(body);
					break;
				}
				break;
			case "directive":
				current = node;
				direct(node);
				break;
			case "broken":
				throw new BudgetExceeded("A template with problems cannot be rendered.");
		}
	}

	function print(text: string): void {
		printed += text;
		budget.hold(printed.length);
	}

	function enter(nodes: readonly Statement[]): void {
		if (nodes.length > 0) frames.push({ nodes, index: 0, loop: undefined });
	}

	function printReference(node: Reference): void {
		if (node.form === "runt") {
			print(node.name);
			return;
		}
		const value = resolve(node, scene);
		if (node.escaped) {
			print(value === null ? `${node.escapes}\\${node.literal}` : node.escapes + node.literal);
			return;
		}
		if (typeof value === "string") {
			print(node.escapes + node.prefix + value);
			return;
		}
		if (typeof value === "object" && value !== null && value.type === "Block") {
			const text = renderBlock(value);
			// Too deep in itself a block is like a reference to nothing.
			print(text ?? node.escapes + node.prefix + node.literal);
			return;
		}
		print(node.escapes + node.prefix + (value === null ? node.literal : toJavaString(value, host)));
	}

	function assign({ target, value: expression }: SetStatement): void {
		const value = valueOf(expression, scene);
		if (value === null) return;
		if (target.path.length === 0) {
			variables.set(target.assigns, value);
			return;
		}
		let holder = variables.get(target.name);
		for (const [i, segment] of target.path.entries()) {
			if (holder === null) return;
			current = target;
			const last = i === target.path.length - 1;
			if (segment.kind === "index") {
				const index = valueOf(segment.index, scene);
				if (last) setElement(holder, index, value, host);
				else holder = element(holder, index, host);
			} else if (last) setProperty(holder, segment.name, value, host);
			else if (segment.kind === "property") holder = property(holder, segment.name, host);
			else {
				const parameters = segment.arguments.map((argument) => valueOf(argument, scene));
				holder = call(holder, segment.name, parameters, host);
			}
		}
	}

	function direct(node: Directive): void {
		switch (node.name) {
			case "foreach":
				loop(node);
				break;
			case "define":
				variables.set(rootName(node.arguments[0]), { type: "Block", body: node.body ?? [], depth: 0 });
				break;
			case "literal":
				print(node.arguments.length > 0 ? literalArgument(node.arguments[0]) : node.bodyLiteral);
				break;
			case "macro":
				break;
			case "stop":
				if (node.arguments[0] !== undefined) valueOf(node.arguments[0], scene);
				throw stopAll;
			case "break":
				breakOff(node.arguments[0]);
				break;
			default:
				print(node.image);
		}
	}

	function breakOff(argument: Expression | undefined): void {
		if (argument === undefined) throw stopNearest;
		const scope = valueOf(argument, scene);
		if (typeof scope === "object" && scope?.type === "Scope") throw new Stop(scope);
		throw illegalArgument("#break takes a scope such as $foreach.");
	}

	/** The reference numbers the arguments and the block through, and so do its quirks. */
	function loop(node: Directive): void {
		const parts = node.arguments;
		if (parts.length < 2) throw new JavaException("java.lang.ArrayIndexOutOfBoundsException", "#foreach needs a list.");
		const listed = parts[2];
		if (listed === undefined) return;
		const iterator = iteratorOf(valueOf(listed, scene));
		if (iterator === undefined) return;
		const extra = parts[3];
		const body = extra === undefined ? (node.body ?? []) : extra.kind === "reference" ? [extra] : [];
		const variable = rootName(parts[0]);
		const previous = variables.get("foreach");
		const parent = typeof previous === "object" && previous?.type === "Scope" ? previous : undefined;
		const scope: Scope = {
			type: "Scope",
			index: -1,
			hasNext: false,
			parent,
			replaced: parent === undefined ? previous : null,
			storage: map(),
			place: () => javaPosition(template.text, node.nameSpan.start),
		};
		const saved = {
			item: variables.get(variable),
			count: variables.get("velocityCount"),
			hasNext: variables.get("velocityHasNext"),
		};
		variables.set("foreach", scope);
		const state: Loop = {
			variable,
			iterator,
			scope,
			saved,
			nullItem: { name: variable, active: true },
			count: 0,
			hidden: false,
		};
		frames.push({ nodes: body, index: body.length, loop: state });
	}

	/** Begins the next round of a loop, or ends it. */
	function turn(frame: Frame, state: Loop): void {
		budget.spend(1);
		if (state.hidden) {
			variables.unhide();
			state.hidden = false;
		}
		if (state.count >= budget.limits.iterations || !state.iterator.hasNext()) {
			frames.pop();
			clean(state);
			return;
		}
		state.count++;
		variables.set("velocityCount", state.count);
		const item = state.iterator.next();
		state.scope.hasNext = state.iterator.hasNext();
		variables.set("velocityHasNext", state.scope.hasNext);
		variables.set(state.variable, item);
		state.scope.index++;
		if (item === null) {
			variables.hide(state.nullItem);
			state.hidden = true;
		}
		frame.index = 0;
	}

	/** Puts back what the variables of the loop were before it. */
	function clean({ variable, saved }: Loop): void {
		restore(variable, saved.item);
		restore("velocityCount", saved.count);
		restore("velocityHasNext", saved.hasNext);
		const left = variables.get("foreach");
		if (typeof left !== "object" || left?.type !== "Scope") return;
		restore("foreach", left.parent ?? left.replaced);
	}

	function restore(name: string, value: Value): void {
		if (value === null) variables.remove(name);
		else variables.set(name, value);
	}

	/** Leaves frames up to the loop that the stop is for. False when it is for something further out. */
	function unwind(stop: Stop): boolean {
		for (let frame = frames.pop(); frame !== undefined; frame = frames.pop()) {
			if (frame.loop === undefined) continue;
			if (frame.loop.hidden) variables.unhide();
			clean(frame.loop);
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
			if (catches && error instanceof Stop) outer.printed += printed;
			throw error;
		} finally {
			({ frames, printed } = outer);
			depth--;
		}
	}

	function interpolate({ nodes, blank }: Interpolation): string {
		const text = renderInside(nodes, false);
		return blank && text.length > 0 ? text.slice(0, -1) : text;
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

	function rootName(argument: Expression | undefined): string {
		if (argument?.kind === "reference") return argument.name;
		return argument === undefined ? "" : template.text.slice(argument.start + 1, argument.end);
	}

	function literalArgument(argument: Expression | undefined): string {
		return argument === undefined ? "" : template.text.slice(argument.start, argument.end);
	}
}
