import type { Directive, Expression } from "../nodes.ts";
import { JavaException } from "../values/javaException.ts";
import type { Value } from "../values/values.ts";
import { type Scene, valueOf } from "./evaluate.ts";
import { literalOf } from "./literalOf.ts";
import type { Macro } from "./macro.ts";
import { macroVariables } from "./macroVariables.ts";
import type { Variables } from "./variables.ts";

/** The velocimacro.max.depth of the reference. */
export const macroDepthMax = 20;

/** What a macro sees when it is called: its arguments by name, and the block of `#@name(…)` as `$bodyContent`. */
export function macroCall(
	node: Directive,
	{ parameters }: Macro,
	scene: Scene,
	source: string,
	evaluate: (argument: Expression) => Value,
): Variables {
	const word = node.arguments.find((it) => it.kind === "word");
	if (word !== undefined) {
		const message = `Invalid arg '${word.word}' in macro ${node.name}`;
		throw new JavaException("org.apache.velocity.exception.TemplateInitException", message);
	}
	const variables = macroVariables(scene.variables, evaluate, literalOf);
	for (const [i, name] of parameters.entries()) {
		const argument = node.arguments[i];
		if (argument === undefined) break;
		if (isByName(argument)) variables.byName(name, argument);
		else variables.own(name, valueOf(argument, scene));
	}
	if (node.body !== undefined) {
		const { body } = node;
		const outer = scene.variables;
		variables.own("bodyContent", { type: "Block", body, source, variables: outer, depthMax: macroDepthMax, depth: 0 });
	}
	return variables;
}

/** Only numbers and booleans are taken as they are when the macro is called. */
function isByName({ kind }: Expression): boolean {
	return kind !== "integer" && kind !== "float" && kind !== "boolean";
}

export function macroOverflow(name: string): JavaException {
	const message = `Max calling depth of ${macroDepthMax} was exceeded in macro '${name}'`;
	return new JavaException("org.apache.velocity.exception.MacroOverflowException", message);
}
