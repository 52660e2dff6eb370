import type { Dialect } from "../dialect.ts";
import type { Directive, Expression, Span, Statement } from "../nodes.ts";
import type { Origin } from "../provenance/origin.ts";
import { illegalArgument, JavaException } from "../values/javaException.ts";
import { toJavaString } from "../values/toJavaString.ts";
import type { Block, Value } from "../values/values.ts";
import { assign } from "./assign.ts";
import { BudgetExceeded } from "./budget.ts";
import { type Scene, truth, valueOf } from "./evaluate.ts";
import { beginLoop, type Loop } from "./loop.ts";
import { referenceOutput } from "./referenceOutput.ts";
import { Stop, stopAll, stopNearest } from "./stop.ts";
import { variableName } from "./variableName.ts";

/** What a statement acts on. */
export type Stage = {
	readonly scene: Scene;
	/** The text that the statements stand in. */
	readonly source: string;
	readonly dialect: Dialect;
	/** Prints what a node made, and, when values are followed, where it came from. */
	readonly print: (text: string, node: Span, origin?: Origin) => void;
	/** Goes on with these statements before the next, or with the rounds of a loop. */
	readonly enter: (nodes: readonly Statement[]) => void;
	readonly enterLoop: (loop: Loop) => void;
	readonly enterBlock: (block: Block) => void;
	/** Calls a macro, if there is one of that name; false where there is none. */
	readonly callMacro: (node: Directive) => boolean;
	/** Goes on with a text as a template. */
	readonly evaluate: (text: string, node: Directive) => void;
};

/** Does what one statement says. What stands inside of it is entered, not executed. */
export function execute(node: Statement, stage: Stage): void {
	const { scene, print } = stage;
	scene.host.budget.spend(1);
	switch (node.kind) {
		case "text":
		case "comment":
		case "textblock":
		case "escape":
			print(node.output, node);
			break;
		case "reference": {
			scene.at(node);
			const made = referenceOutput(node, scene);
			if (typeof made === "string") print(made, node, scene.trace?.origin);
			else stage.enterBlock(made);
			break;
		}
		case "set":
			scene.at(node);
			assign(node, scene);
			break;
		case "if": {
			scene.at(node);
			for (const { condition, body } of node.branches) {
				if (condition !== undefined && !truth(condition, scene)) continue;
				stage.enter(body);
				break;
			}
			break;
		}
		case "directive":
			scene.at(node);
			direct(node, stage);
			break;
		case "broken":
			throw new BudgetExceeded("A template with problems cannot be rendered.");
	}
}

function direct(node: Directive, stage: Stage): void {
	const { scene, source, print, enterLoop } = stage;
	const [first] = node.arguments;
	switch (node.name) {
		case "foreach": {
			const loop = beginLoop(node, source, scene);
			if (loop !== undefined) enterLoop(loop);
			break;
		}
		case "define":
			scene.variables.set(variableName(source, first), {
				type: "Block",
				body: node.body ?? [],
				source,
				variables: scene.variables,
				depthMax: definedDepthMax,
				depth: 0,
			});
			break;
		case "literal":
			print(first === undefined ? node.bodyLiteral : source.slice(first.start, first.end), node);
			break;
		case "macro":
			break;
		case "stop":
			if (first !== undefined) valueOf(first, scene);
			throw stopAll;
		case "break":
			throw stopOf(first, scene);
		default:
			if (stage.dialect === "apigw" || !directVelocity(node, stage)) print(node.image, node);
	}
}

/** The directive.define.max.depth of the reference. */
const definedDepthMax = 2;

/** What plain Velocity has beside; false for what is no directive there either. */
function directVelocity(node: Directive, stage: Stage): boolean {
	const { scene } = stage;
	switch (node.name) {
		case "evaluate": {
			const [argument] = node.arguments;
			const value = argument === undefined ? null : valueOf(argument, scene);
			stage.evaluate(value === null ? "" : toJavaString(value, scene.host), node);
			return true;
		}
		case "parse":
			parseResource(node, scene);
			return true;
		case "include":
			for (const [i, argument] of node.arguments.entries()) stage.print(included(argument, i, scene), node);
			return true;
		default:
			return stage.callMacro(node);
	}
}

function parseResource({ arguments: [first] }: Directive, scene: Scene): void {
	if (first === undefined) throw velocityException("#parse(): argument missing");
	refuseResource(valueOf(first, scene), scene);
}

/** What #include prints for an argument that is nothing. */
function included(argument: Expression, index: number, scene: Scene): string {
	if (argument.kind !== "string" && argument.kind !== "reference") {
		throw velocityException("invalid #include() argument");
	}
	refuseResource(valueOf(argument, scene), scene);
	return `<!-- include error : error with arg ${index} please see log. see error log -->`;
}

/** Templates come here one by one, so that there are no others to be found. */
function refuseResource(name: Value, { host }: Scene): void {
	if (name === null) return;
	const message = `Unable to find resource '${toJavaString(name, host)}'`;
	throw new JavaException("org.apache.velocity.exception.ResourceNotFoundException", message);
}

function velocityException(message: string): JavaException {
	return new JavaException("org.apache.velocity.exception.VelocityException", message);
}

/** What a #break ends: the nearest loop or block, or the one whose scope it names. */
function stopOf(argument: Expression | undefined, scene: Scene): Stop {
	if (argument === undefined) return stopNearest;
	const scope = valueOf(argument, scene);
	if (typeof scope === "object" && scope?.type === "Scope") return new Stop(scope);
	throw illegalArgument("#break takes a scope such as $foreach.");
}
