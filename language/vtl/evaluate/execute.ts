import type { Directive, Expression, Span, Statement } from "../nodes.ts";
import type { Origin } from "../provenance/origin.ts";
import { illegalArgument } from "../values/javaException.ts";
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
	/** The text of the template. */
	readonly source: string;
	/** Prints what a node made, and, when values are followed, where it came from. */
	readonly print: (text: string, node: Span, origin?: Origin) => void;
	/** Goes on with these statements before the next, or with the rounds of a loop. */
	readonly enter: (nodes: readonly Statement[]) => void;
	readonly enterLoop: (loop: Loop) => void;
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
		case "reference":
			scene.at(node);
			// The order counts: the origin is known when the text is.
			print(referenceOutput(node, scene), node, scene.trace?.origin);
			break;
		case "set":
			scene.at(node);
			assign(node, scene);
			break;
		case "if": {
			scene.at(node);
			const { body = [] } =
				node.branches.find(({ condition }) => condition === undefined || truth(condition, scene)) ?? {};
			stage.enter(body);
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

function direct(node: Directive, { scene, source, print, enterLoop }: Stage): void {
	const [first] = node.arguments;
	switch (node.name) {
		case "foreach": {
			const loop = beginLoop(node, source, scene);
			if (loop !== undefined) enterLoop(loop);
			break;
		}
		case "define":
			scene.variables.set(variableName(source, first), { type: "Block", body: node.body ?? [], depth: 0 });
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
			print(node.image, node);
	}
}

/** What a #break ends: the nearest loop or block, or the one whose scope it names. */
function stopOf(argument: Expression | undefined, scene: Scene): Stop {
	if (argument === undefined) return stopNearest;
	const scope = valueOf(argument, scene);
	if (typeof scope === "object" && scope?.type === "Scope") return new Stop(scope);
	throw illegalArgument("#break takes a scope such as $foreach.");
}
