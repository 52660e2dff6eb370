import { anchorStep, lineBreakStep } from "./anchorStep.ts";
import { atomicStep } from "./atomicStep.ts";
import { backStep } from "./backStep.ts";
import { greedyCharactersStep, lazyCharactersStep, oneCharacterStep } from "./characterSteps.ts";
import { groupStep } from "./groupStep.ts";
import { lookStep } from "./lookStep.ts";
import { loopStep } from "./loopStep.ts";
import type { MakeStep, Matching, Step } from "./matching.ts";
import type { Node } from "./pattern.ts";

/** Makes the step that matches the node and then goes on with the next. */
export function makeStep(matching: Matching, node: Node, next: Step): Step {
	const inside =
		(body: Node): MakeStep =>
		(behind) =>
			makeStep(matching, body, behind);
	switch (node.kind) {
		case "set":
			return oneCharacterStep(matching, node.test, next);
		case "sequence":
			return node.nodes.reduceRight<Step>((rest, part) => makeStep(matching, part, rest), next);
		case "choice": {
			const options = node.options.map((option) => makeStep(matching, option, next));
			return (at) => options.some((option) => option(at));
		}
		case "group":
			return groupStep(matching, node.index, inside(node.body), next);
		case "atomic":
			return atomicStep(matching, inside(node.body), next);
		case "look":
			return lookStep(matching, node, inside(node.body), next);
		case "back":
			return backStep(matching, node.group, node.ignoreCase, next);
		case "repeat": {
			const { mode, body, least, most } = node;
			if (mode === "possessive") return atomicStep(matching, inside({ ...node, mode: "greedy" }), next);
			if (body.kind !== "set") return loopStep(matching, { least, most, lazy: mode === "lazy" }, inside(body), next);
			const repeated = mode === "lazy" ? lazyCharactersStep : greedyCharactersStep;
			return repeated(matching, { test: body.test, least, most }, next);
		}
		case "anchor":
			return anchorStep(matching, node.at, node.flags, next);
		case "lineBreak":
			return lineBreakStep(matching, next);
	}
}
