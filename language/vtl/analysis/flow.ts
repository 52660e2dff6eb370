import type { Reference, Template } from "../nodes.ts";
import { collectDefinitions, type Definitions } from "./collectDefinitions.ts";
import type { Reaching } from "./definition.ts";
import { flowWalk, type LookUp } from "./flowWalk.ts";
import { createVariableStates } from "./variableStates.ts";

/** A use of a variable. */
export type Use = LookUp;

export type Flow = {
	readonly definitions: Definitions;
	/** In the order of the text. */
	readonly uses: readonly Use[];
	readonly useOf: ReadonlyMap<Reference, Use>;
	/** What a variable may hold at an offset. */
	at(name: string, offset: number): Reaching;
	readonly names: readonly string[];
};

/** Follows the flow of a template once, in the order of its text: which values can each reference find? */
export function followFlow(template: Template): Flow {
	const definitions = collectDefinitions(template);
	const states = createVariableStates();
	const uses: Use[] = [];
	const useOf = new Map<Reference, Use>();
	const walk = flowWalk(definitions, states, (use) => {
		uses.push(use);
		useOf.set(use.reference, use);
	});
	walk(template.nodes);
	return {
		definitions,
		uses,
		useOf,
		at: states.at,
		names: [...states.names()],
	};
}
